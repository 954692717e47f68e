import { describe, expect, it } from 'vitest';
import type { Model } from '../../../src/model/schema.ts';
import { accepted, command, compileSections, event, fact, specify } from '../../helpers/given-when-then.ts';

const BASE: Partial<Model> = {
  events: {
    Priced: { fields: { id: 'string', price: 'double', count: 'int' }, tags: { item: 'event.id' } },
    Cleared: {},
  },
};

/** What is wrong with a model's expressions, as `code at`. */
const faultsOf = (sections: Partial<Model>) =>
  compileSections({ ...BASE, ...sections }).diagnostics.map(({ code, at }) => `${code} ${at}`);

const withProjection = (initial: number | string | null, on: { readonly [type: string]: string }) => ({
  constraints: { Rule: { projections: { value: { initial, on } }, rule: 'value == value' } },
});

describe('what a model’s expressions may use', () => {
  it.each<[what: string, sections: Partial<Model>, fault: string]>([
    [
      'event tags see only the event',
      { events: { A: { fields: { id: 'string' }, tags: { a: 'now' } } } },
      'cel-unknown-name /events/A/tags/a',
    ],
    [
      'event tags are scalars, lists or null',
      { events: { A: { tags: { a: '{"a": 1}' } } } },
      'cel-result-type /events/A/tags/a',
    ],
    [
      'filters see only parameters',
      { constraints: { Rule: { projections: { p: { tags: { item: 'event.id' } } } } } },
      'cel-unknown-name /constraints/Rule/projections/p/tags/item',
    ],
    [
      'filters are scalars',
      { constraints: { Rule: { projections: { p: { tags: { item: '["a"]' } } } } } },
      'cel-result-type /constraints/Rule/projections/p/tags/item',
    ],
    [
      'folds see the fields of their event',
      withProjection(0, { Priced: 'event.cuont' }),
      'cel-unknown-field /constraints/Rule/projections/value/on/Priced',
    ],
    [
      'folds see no command',
      withProjection(null, { Priced: 'command.id' }),
      'cel-unknown-name /constraints/Rule/projections/value/on/Priced',
    ],
    [
      'folds are one type when all agree',
      withProjection(0, { Priced: 'state + "a"', Cleared: '0' }),
      'cel-type /constraints/Rule/projections/value/on/Priced',
    ],
    ['rules give a bool', { constraints: { Rule: { rule: '1' } } }, 'cel-result-type /constraints/Rule/rule'],
    [
      'rules know the type of a projection',
      {
        constraints: {
          Rule: { projections: { value: { initial: 0, on: { Priced: 'state + 1' } } }, rule: 'value == "a"' },
        },
      },
      'cel-type /constraints/Rule/rule',
    ],
    [
      'rules see no event',
      { constraints: { Rule: { rule: 'event.id == ""' } } },
      'cel-unknown-name /constraints/Rule/rule',
    ],
    [
      'arguments are of the type of the parameter',
      {
        constraints: { Rule: { parameters: { p: 'string' } } },
        commands: { Do: { checks: [{ constraint: 'Rule', with: { p: '1' } }] } },
      },
      'cel-result-type /commands/Do/checks/0/with/p',
    ],
    [
      'arguments see the fields of the command',
      {
        constraints: { Rule: { parameters: { p: 'string' } } },
        commands: {
          Do: { fields: { name: 'string' }, checks: [{ constraint: 'Rule', with: { p: 'command.nmae' } }] },
        },
      },
      'cel-unknown-field /commands/Do/checks/0/with/p',
    ],
    [
      'each is a list',
      { constraints: { Rule: {} }, commands: { Do: { checks: [{ constraint: 'Rule', each: '1' }] } } },
      'cel-result-type /commands/Do/checks/0/each',
    ],
    [
      'elements have the type of the list',
      {
        constraints: { Rule: { parameters: { p: 'string' } } },
        commands: { Do: { checks: [{ constraint: 'Rule', each: '[1]', with: { p: 'item + "a"' } }] } },
      },
      'cel-type /commands/Do/checks/0/with/p',
    ],
    [
      'when gives a bool',
      { commands: { Do: { emits: [{ event: 'Cleared', when: '1' }] } } },
      'cel-result-type /commands/Do/emits/0/when',
    ],
    [
      'data is of the type of the field',
      { commands: { Do: { emits: [{ event: 'Priced', data: { count: '1.5' } }] } } },
      'cel-result-type /commands/Do/emits/0/data/count',
    ],
    [
      'data sees only checked constraints',
      {
        constraints: { Rule: { projections: { p: {} } } },
        commands: { Do: { emits: [{ event: 'Priced', data: { count: 'Rule.p' } }] } },
      },
      'cel-unknown-name /commands/Do/emits/0/data/count',
    ],
    [
      'data sees the projections that a constraint has',
      {
        constraints: { Rule: { projections: { p: {} } } },
        commands: { Do: { checks: ['Rule'], emits: [{ event: 'Priced', data: { count: 'Rule.q' } }] } },
      },
      'cel-unknown-field /commands/Do/emits/0/data/count',
    ],
    [
      'policies react to a bool',
      { policies: { P: { on: ['Priced'], when: 'event.count' } } },
      'cel-result-type /policies/P/when',
    ],
    [
      'policies see the fields of their one event',
      { policies: { P: { on: ['Priced'], when: 'event.no == 1' } } },
      'cel-unknown-field /policies/P/when',
    ],
    [
      'policies fill fields by their type',
      {
        commands: { Do: { fields: { name: 'string' } } },
        policies: { P: { on: ['Priced'], issues: 'Do', with: { name: 'event.count' } } },
      },
      'cel-result-type /policies/P/with/name',
    ],
    [
      'read models see the fields of their events',
      { readModels: { R: { on: { Priced: 'event.no' } } } },
      'cel-unknown-field /readModels/R/on/Priced',
    ],
    [
      'read models have a key over their event',
      { readModels: { R: { key: 'now', on: { Priced: '1' } } } },
      'cel-unknown-name /readModels/R/key',
    ],
    [
      'a place with a slash in a name is a JSON pointer',
      { constraints: { 'a/b': { rule: '1' } } },
      'cel-result-type /constraints/a~1b/rule',
    ],
  ])('is checked: %s', (_, sections, fault) => {
    expect(faultsOf(sections)).toEqual([fault]);
  });

  it.each<[what: string, sections: Partial<Model>]>([
    ['a fold that gives another type than it starts from', withProjection(0, { Priced: 'event.id' })],
    ['a fold that starts from null', withProjection(null, { Priced: 'state + 1' })],
    [
      'an optional field, which may be missing',
      { events: { A: { fields: { id: 'string?' }, tags: { a: 'event.id + 1' } } } },
    ],
    ['an event without declared fields', withProjection(0, { Cleared: 'event.anything' })],
    ['an event that is not in the model', withProjection(0, { Unheard: 'event.anything' })],
    [
      'a policy on several events',
      { policies: { P: { on: ['Priced', 'Cleared'], when: 'event.anything == 1' } } },
    ],
    [
      'an int for a double, which is the same in JSON',
      { commands: { Do: { emits: [{ event: 'Priced', data: { price: '1' } }] } } },
    ],
    [
      'a text for a time',
      {
        events: { A: { fields: { at: 'timestamp' } } },
        commands: { Do: { emits: [{ event: 'A', data: { at: '"2000-01-01T00:00:00Z"' } }] } },
      },
    ],
    [
      'this or nothing, where a tag is left out',
      { events: { A: { fields: { id: 'string' }, tags: { a: 'event.id == "" ? null : event.id' } } } },
    ],
    ['the command in a rule, whatever it has', { constraints: { Rule: { rule: 'command.anything' } } }],
    [
      'a list of texts where the list’s type is not known',
      {
        commands: {
          Do: {
            fields: { all: 'dyn' },
            checks: [{ constraint: 'Rule', each: 'command.all', with: { p: 'item' } }],
          },
        },
        constraints: { Rule: { parameters: { p: 'string' } } },
      },
    ],
  ])('claims nothing where it cannot know: %s', (_, sections) => {
    expect(faultsOf(sections)).toEqual([]);
  });

  it('says which type there is and which is needed', () => {
    const [diagnostic] = compileSections({
      ...BASE,
      ...withProjection(0, {}),
      commands: { Do: { emits: [{ event: 'Priced', data: { count: 'now' } }] } },
    }).diagnostics;
    expect(diagnostic?.message).toBe('"now" gives timestamp, but int is needed here.');
  });

  it('finds all that is wrong, in the order of the document', () => {
    expect(
      faultsOf({
        events: { A: { tags: { a: 'no' } } },
        constraints: { One: { rule: '1' }, Two: { rule: '2' } },
        commands: { Do: { emits: [{ event: 'A', when: '3' }] } },
      }),
    ).toEqual([
      'cel-unknown-name /events/A/tags/a',
      'cel-result-type /constraints/One/rule',
      'cel-result-type /constraints/Two/rule',
      'cel-result-type /commands/Do/emits/0/when',
    ]);
  });
});

describe('names that are types of CEL', () => {
  it.each<[what: string, sections: Partial<Model>]>([
    ['a parameter', { constraints: { Rule: { parameters: { type: 'string' }, rule: 'true' } } }],
    ['a projection', { constraints: { Rule: { projections: { list: {} }, rule: 'true' } } }],
    [
      'a constraint',
      {
        constraints: { map: {} },
        commands: { Do: { checks: ['map'], emits: [{ event: 'Cleared', when: 'true' }] } },
      },
    ],
    [
      'an element',
      {
        constraints: { Rule: { parameters: { p: 'string' } } },
        commands: {
          Do: { checks: [{ constraint: 'Rule', each: '["a"]', as: 'optional', with: { p: '"a"' } }] },
        },
      },
    ],
  ])('do not keep the model from being compiled: %s', (_, sections) => {
    expect(() => compileSections({ ...BASE, ...sections })).not.toThrow();
  });
});

describe('a model without anything', () => {
  it('compiles', () => {
    expect(compileSections({})).toMatchObject({ aggregates: [], diagnostics: [] });
  });

  it('leaves out an aggregate without an id, which has no streams', () => {
    expect(compileSections({ aggregates: { A: { events: ['X'] }, B: { id: 'b' } } }).aggregates).toEqual([
      { name: 'B', id: 'b', events: new Set() },
    ]);
  });
});

describe('declared types', () => {
  const { given } = specify({
    events: {
      Priced: { fields: { price: 'double' } },
      Added: { fields: { sum: 'double', half: 'double' } },
    },
    constraints: {
      Sum: { projections: { sum: { initial: 0.5, on: { Priced: 'state + event.price' } } } },
      Half: {
        parameters: { of: 'double' },
        projections: { half: { initial: 0.5, on: { Priced: 'state + of' } } },
      },
    },
    commands: {
      Add: {
        fields: { of: 'double' },
        checks: ['Sum', 'Half'],
        emits: [{ event: 'Added', data: { sum: 'Sum.sum', half: 'Half.half' } }],
      },
    },
  });

  it('D3 take a whole number in a double field for a double', () => {
    expect(given(event('Priced', { price: 3 })).when(command('Add', { of: 2 }))).toEqual(
      accepted(fact('Added', { sum: 3.5, half: 2.5 })),
    );
  });
});
