import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/lib/json.ts';
import type { CommandDefinition, ConstraintDefinition, Model } from '../../../src/model/schema.ts';
import {
  accepted,
  command,
  compileSections,
  event,
  fact,
  failedAt,
  rejected,
  specify,
} from '../../helpers/given-when-then.ts';

const EVENTS: Model['events'] = {
  Said: {
    fields: { word: 'string', room: 'string', guest: 'string' },
    tags: { room: 'event.room', guest: 'event.guest' },
  },
  Shouted: { fields: { word: 'string', room: 'string' }, tags: { room: 'event.room' } },
  Noted: { fields: { note: 'dyn' } },
};
const HEARD = { Said: 'state + event.word', Shouted: 'state + event.word' };

/** A command that notes the value of a projection, whatever it is. */
function noting(
  heard: NonNullable<ConstraintDefinition['projections']>[string],
  parameters: ConstraintDefinition['parameters'] = {},
) {
  return specify({
    events: EVENTS,
    constraints: { Heard: { parameters, projections: { heard } } },
    commands: {
      Note: {
        fields: parameters,
        checks: ['Heard'],
        emits: [{ event: 'Noted', data: { note: 'Heard.heard' } }],
      },
    },
  });
}

function noted(note: JsonObject[string]) {
  return accepted(fact('Noted', { note }));
}

const said = (word: string, room = 'r1', guest = 'g1') => event('Said', { word, room, guest });
const shouted = (word: string, room = 'r1') => event('Shouted', { word, room });

describe('projections', () => {
  it('D1 reads a log in the order of its positions', () => {
    const { given } = noting({ initial: '', on: HEARD });
    expect(given(said('a'), shouted('b'), said('c')).when(command('Note'))).toEqual(noted('abc'));
  });

  it('D1 takes no notice of the times of events when it orders them', () => {
    const { given } = noting({ initial: '', on: HEARD });
    const late = event('Shouted', { word: 'late', room: 'r1' }, '2001-01-01T00:00:00Z');
    const early = event('Shouted', { word: 'early', room: 'r1' }, '1999-01-01T00:00:00Z');
    expect(given(late, early).when(command('Note'))).toEqual(noted('lateearly'));
  });

  it('D2 reads only events of the types it has an expression for', () => {
    const { given } = noting({ initial: '', on: { Said: 'state + event.word' } });
    expect(given(said('a'), shouted('b')).when(command('Note'))).toEqual(noted('a'));
  });

  it('D2 reads only events that carry all of its tags', () => {
    const { given } = noting(
      { tags: { room: 'room', guest: 'guest' }, initial: '', on: HEARD },
      { room: 'string', guest: 'string' },
    );
    const log = [said('a'), said('b', 'r2'), said('c', 'r1', 'g2'), shouted('d'), said('e')];
    expect(given(...log).when(command('Note', { room: 'r1', guest: 'g1' }))).toEqual(noted('ae'));
  });

  it('D2 reads events that carry more tags than it asks for', () => {
    const { given } = noting({ tags: { room: 'room' }, initial: '', on: HEARD }, { room: 'string' });
    const log = [said('a', 'r1', 'g7'), shouted('b')];
    expect(given(...log).when(command('Note', { room: 'r1' }))).toEqual(noted('ab'));
  });

  it('D2 reads every event of its types when it has no tags', () => {
    const { given } = noting({ initial: '', on: HEARD });
    expect(given(said('a', 'r1'), said('b', 'r2', 'g2')).when(command('Note'))).toEqual(noted('ab'));
  });

  it('D3 has the value of initial before any event', () => {
    expect(noting({ initial: { of: [1, 2.5] }, on: {} }).when(command('Note'))).toEqual(
      noted({ of: [1, 2.5] }),
    );
  });

  it('D3 starts from null without an initial value', () => {
    expect(noting({ on: HEARD }).when(command('Note'))).toEqual(noted(null));
  });

  it('D3 folds with the expression under the type of each event', () => {
    const { given } = noting({
      initial: '',
      on: { Said: 'state + event.word', Shouted: 'state + event.word + "!"' },
    });
    expect(given(said('a'), shouted('b'), said('c')).when(command('Note'))).toEqual(noted('ab!c'));
  });

  it('D3 sees when the event was recorded, when the command runs, and the parameters', () => {
    const { given } = noting({ initial: null, on: { Said: '[time, now, room]' } }, { room: 'string' });
    const past = event('Said', { word: '', room: 'r1', guest: 'g1' }, '2020-02-02T02:02:02Z');
    expect(given(past).when(command('Note', { room: 'r9' }, '2030-03-03T03:03:03Z'))).toEqual(
      noted(['2020-02-02T02:02:02Z', '2030-03-03T03:03:03Z', 'r9']),
    );
  });

  it('D3 counts with whole numbers as ints', () => {
    const { given } = noting({ initial: 0, on: { Said: 'state + 1' } });
    expect(given(said('a'), said('b')).when(command('Note'))).toEqual(noted(2));
  });
});

/** A command `Do` that checks constraints and emits `Done`. */
function checking(constraints: Record<string, ConstraintDefinition>, more: CommandDefinition = {}) {
  return specify({
    events: { ...EVENTS, Done: {} },
    constraints,
    commands: { Do: { checks: Object.keys(constraints), emits: ['Done'], ...more } },
  });
}

const DONE = accepted(fact('Done'));

describe('constraints', () => {
  it('D4 holds when its rule is true', () => {
    expect(checking({ Always: { rule: 'true' } }).when(command('Do'))).toEqual(DONE);
  });

  it.each(['false', 'command.given'])('D4 does not hold when its rule %s is anything but true', (rule) => {
    const { when } = checking({ Rule: { rule } }, { fields: { given: 'dyn' } });
    expect(when(command('Do', { given: 'true' }))).toEqual(rejected('Rule'));
  });

  it('D4 holds without a rule', () => {
    expect(checking({ Values: { projections: { words: { initial: 0 } } } }).when(command('Do'))).toEqual(
      DONE,
    );
  });

  it('D4 sees projections, parameters, the command and now in its rule', () => {
    const { given } = checking(
      {
        Rule: {
          parameters: { room: 'string' },
          projections: { words: { initial: 0, on: { Said: 'state + 1' } } },
          rule: 'words == 1 && room == "r1" && command.guest == "g1" && now == timestamp("2000-01-01T00:00:00Z")',
        },
      },
      { fields: { room: 'string', guest: 'string' } },
    );
    expect(given(said('a')).when(command('Do', { room: 'r1', guest: 'g1' }))).toEqual(DONE);
  });

  it('D5 lists all failed constraints in the listed order', () => {
    const { when } = checking({ Zeta: { rule: 'false' }, Mid: { rule: 'true' }, Alpha: { rule: 'false' } });
    expect(when(command('Do'))).toEqual(rejected('Zeta', 'Alpha'));
  });

  it('D5 checks relaxed constraints as well', () => {
    const { when } = checking({ Loose: { rule: 'false', consistency: 'relaxed' } });
    expect(when(command('Do'))).toEqual(rejected('Loose'));
  });

  it('D5 names a constraint once, however many of its checks fail', () => {
    const { when } = checking({ Rule: { rule: 'false' } }, { checks: ['Rule', 'Rule'] });
    expect(when(command('Do'))).toEqual(rejected('Rule'));
  });
});

describe('checks', () => {
  const constraints = {
    Few: {
      parameters: { room: 'string', most: 'int' },
      projections: { words: { tags: { room: 'room' }, initial: 0, on: { Said: 'state + 1' } } },
      rule: 'words < most',
    },
  };
  const model = (checks: CommandDefinition['checks'], fields: CommandDefinition['fields']) =>
    checking(constraints, { checks, fields });

  it('D5 takes a parameter from the field of the same name', () => {
    const { given } = model(['Few'], { room: 'string', most: 'int' });
    expect(given(said('a')).when(command('Do', { room: 'r1', most: 1 }))).toEqual(rejected('Few'));
    expect(given(said('a')).when(command('Do', { room: 'r2', most: 1 }))).toEqual(DONE);
  });

  it('D5 takes a parameter from its expression under with', () => {
    const { given } = model([{ constraint: 'Few', with: { room: '"r" + command.number', most: '1' } }], {
      number: 'string',
    });
    expect(given(said('a')).when(command('Do', { number: '1' }))).toEqual(rejected('Few'));
  });

  const eachRoom = [
    { constraint: 'Few', each: 'command.rooms', with: { room: 'item', most: 'command.most' } },
  ];
  const eachFields = { rooms: 'list<string>', most: 'int' };

  it('D5 makes one check for each element, which is called item', () => {
    const { given } = model(eachRoom, eachFields);
    expect(given(said('a', 'r2')).when(command('Do', { rooms: ['r1', 'r2'], most: 1 }))).toEqual(
      rejected('Few'),
    );
    expect(given(said('a', 'r3')).when(command('Do', { rooms: ['r1', 'r2'], most: 1 }))).toEqual(DONE);
  });

  it('D5 names a constraint once, whichever elements fail', () => {
    const { given } = model(eachRoom, eachFields);
    const log = [said('a', 'r1'), said('a', 'r2')];
    expect(given(...log).when(command('Do', { rooms: ['r1', 'r2'], most: 1 }))).toEqual(rejected('Few'));
  });

  it('D5 calls the element what as says', () => {
    const { given } = model(
      [{ constraint: 'Few', each: 'command.rooms', as: 'room', with: { room: 'room', most: '1' } }],
      eachFields,
    );
    expect(given(said('a', 'r2')).when(command('Do', { rooms: ['r2'] }))).toEqual(rejected('Few'));
  });

  it('D5 has nothing to check for an empty list', () => {
    expect(model(eachRoom, eachFields).when(command('Do', { rooms: [], most: 0 }))).toEqual(DONE);
  });
});

/** A command `Do` with some fields that emits what is said. */
function emitting(emits: CommandDefinition['emits'], fields: CommandDefinition['fields'] = {}) {
  return specify({
    events: {
      First: { fields: { a: 'int', b: 'string' }, tags: { a: 'event.a' } },
      Second: {},
      Free: { fields: { value: 'dyn' } },
    },
    constraints: {
      Limits: { parameters: {}, projections: { most: { initial: 3 } } },
      PerItem: { parameters: { item: 'string' }, projections: { seen: { initial: 1 } } },
    },
    commands: {
      Do: {
        fields,
        checks: ['Limits', { constraint: 'PerItem', each: '["x"]', with: { item: 'item' } }],
        emits,
      },
    },
  });
}

describe('emitted events', () => {
  it('D6 come in the order of emits, one type several times if need be', () => {
    expect(emitting(['Second', 'Free', 'Second']).when(command('Do'))).toEqual(
      accepted(fact('Second'), fact('Free'), fact('Second')),
    );
  });

  it('D6 are none where the command emits none', () => {
    expect(emitting([]).when(command('Do'))).toEqual(accepted());
  });

  it.each([
    ['true', [fact('First'), fact('Second')]],
    ['false', [fact('Second')]],
    ['command.given', [fact('Second')]],
  ])('D6 leave out one whose when is %s', (when, events) => {
    const { when: decide } = specify({
      events: { First: {}, Second: {} },
      commands: { Do: { fields: { given: 'dyn' }, emits: [{ event: 'First', when }, 'Second'] } },
    });
    expect(decide(command('Do', { given: 1 }))).toEqual(accepted(...events));
  });

  it('D6 see the command, now, and the projections of checked constraints in data and when', () => {
    const { when } = emitting(
      [
        {
          event: 'Free',
          when: 'Limits.most == 3 && command.a == 1',
          data: { value: '[command.a + Limits.most, now.getFullYear()]' },
        },
      ],
      { a: 'int' },
    );
    expect(when(command('Do', { a: 1 }))).toEqual(accepted(fact('Free', { value: [4, 2000] })));
  });

  it('D6 see no projections of an each check', () => {
    const { model, when } = emitting([{ event: 'Free', data: { value: 'PerItem.seen' } }]);
    expect(model.diagnostics.map(({ code, at }) => [code, at])).toEqual([
      ['cel-unknown-name', '/commands/Do/emits/0/data/value'],
    ]);
    expect(when(command('Do'))).toMatchObject(failedAt('/commands/Do/emits/0/data/value'));
  });

  it('D6 see the projections of a plain check of a constraint that is checked for each as well', () => {
    const { given } = specify({
      events: { ...EVENTS, Free: { fields: { value: 'dyn' } } },
      constraints: {
        Words: {
          parameters: { room: 'string' },
          projections: { words: { tags: { room: 'room' }, initial: 0, on: { Said: 'state + 1' } } },
        },
      },
      commands: {
        Do: {
          checks: [
            { constraint: 'Words', with: { room: '"r1"' } },
            { constraint: 'Words', each: '["r2"]', with: { room: 'item' } },
          ],
          emits: [{ event: 'Free', data: { value: 'Words.words' } }],
        },
      },
    });
    expect(given(said('a', 'r1')).when(command('Do'))).toEqual(accepted(fact('Free', { value: 1 })));
  });

  it('D6 take a field without an expression from the field of the same name, and leave it out if there is none', () => {
    expect(emitting(['First'], { a: 'int' }).when(command('Do', { a: 7 }))).toEqual(
      accepted(fact('First', { a: 7 }, ['a:7'])),
    );
  });

  it('D6 keep data that the event does not declare', () => {
    expect(emitting([{ event: 'Second', data: { more: '"x"' } }]).when(command('Do'))).toEqual(
      accepted(fact('Second', { more: 'x' })),
    );
  });
});

describe('errors', () => {
  const room = { room: 'string' };
  const optionalRoom = { room: 'string?' };
  const events: Model['events'] = {
    Said: { fields: { word: 'string', room: 'string' }, tags: { room: 'event.room' } },
    Done: { fields: { value: 'dyn', when: 'dyn' } },
    Odd: { fields: { list: 'dyn' }, tags: { list: 'event.list' } },
  };
  /** `/` between numbers that nothing is known of, so that only the run can find it out. */
  const BAD = '1 / int(command.zero)';
  const at = '/commands/Do';

  it.each<[what: string, sections: Partial<Model>, at: string]>([
    ['a rule', { constraints: { Rule: { rule: `${BAD} == 1` } } }, '/constraints/Rule/rule'],
    [
      'a rule of an unknown field',
      { constraints: { Rule: { rule: 'command.no' } } },
      '/constraints/Rule/rule',
    ],
    [
      'a rule that adds up different types',
      { constraints: { Rule: { rule: 'command.zero + "a" == "0a"' } } },
      '/constraints/Rule/rule',
    ],
    ['a rule that is broken', { constraints: { Rule: { rule: '1 +' } } }, '/constraints/Rule/rule'],
    [
      'a parameter that was not given',
      { constraints: { Rule: { parameters: room, rule: 'room == ""' } } },
      '/commands/Do/checks/0',
    ],
    [
      'a fold',
      { constraints: { Rule: { projections: { p: { initial: 0, on: { Said: '1 / state' } } } } } },
      '/constraints/Rule/projections/p/on/Said',
    ],
    [
      'a filter',
      { constraints: { Rule: { parameters: optionalRoom, projections: { p: { tags: { room: 'room' } } } } } },
      '/constraints/Rule/projections/p/tags/room',
    ],
    [
      'a filter that is a list',
      { constraints: { Rule: { projections: { p: { tags: { room: 'dyn(["a"])' } } } } } },
      '/constraints/Rule/projections/p/tags/room',
    ],
    [
      'an argument',
      {
        constraints: { Rule: { parameters: { p: 'int' } } },
        commands: { Do: { fields: { zero: 'int' }, checks: [{ constraint: 'Rule', with: { p: BAD } }] } },
      },
      `${at}/checks/0/with/p`,
    ],
    [
      'a list to check each of',
      {
        constraints: { Rule: {} },
        commands: { Do: { fields: { zero: 'dyn' }, checks: [{ constraint: 'Rule', each: 'command.zero' }] } },
      },
      `${at}/checks/0/each`,
    ],
    [
      'a when',
      { commands: { Do: { fields: { zero: 'int' }, emits: [{ event: 'Done', when: `${BAD} == 1` }] } } },
      `${at}/emits/0/when`,
    ],
    [
      'a field of an event',
      { commands: { Do: { fields: { zero: 'int' }, emits: [{ event: 'Done', data: { value: BAD } }] } } },
      `${at}/emits/0/data/value`,
    ],
    [
      'a field that JSON cannot hold',
      { commands: { Do: { emits: [{ event: 'Done', data: { value: '9007199254740993' } }] } } },
      `${at}/emits/0/data/value`,
    ],
    [
      'a field that is no number',
      { commands: { Do: { emits: [{ event: 'Done', data: { value: '0.0 / 0.0' } }] } } },
      `${at}/emits/0/data/value`,
    ],
    [
      'a tag',
      { commands: { Do: { emits: [{ event: 'Odd', data: { list: '{"a": 1}' } }] } } },
      '/events/Odd/tags/list',
    ],
    [
      'a tag in a list',
      { commands: { Do: { emits: [{ event: 'Odd', data: { list: '[["a"]]' } }] } } },
      '/events/Odd/tags/list',
    ],
  ])('D7 says where %s failed', (_, sections, place) => {
    const constraints = sections.constraints ?? {};
    const commands = { Do: { fields: { zero: 'int' }, checks: Object.keys(constraints), emits: ['Done'] } };
    const { given } = specify({ events, commands, ...sections });
    const log = [event('Said', { word: 'a', room: 'r1' })];
    expect(given(...log).when(command('Do', { zero: 0 }))).toMatchObject(failedAt(place));
  });

  it('D7 names the expression and what was wrong with it', () => {
    const { when } = checking({ Rule: { rule: '1 / 0 == 1' } });
    expect(when(command('Do'))).toEqual({
      kind: 'error',
      failure: { at: '/constraints/Rule/rule', expression: '1 / 0 == 1', message: 'Division by zero' },
    });
  });

  it.each([
    ['before', ['No', 'Bad']],
    ['after', ['Bad', 'No']],
  ])('D7 is an error also when a check %s it fails', (_, checks) => {
    const { when } = checking({ No: { rule: 'false' }, Bad: { rule: '1 / 0 == 1' } }, { checks });
    expect(when(command('Do'))).toMatchObject(failedAt('/constraints/Bad/rule'));
  });

  it('D7 is an error when a projection fails whose value no rule asks for', () => {
    const { given } = checking({
      No: { rule: 'false' },
      Bad: { projections: { p: { initial: 0, on: { Said: '1 / state' } } } },
    });
    expect(given(said('a')).when(command('Do'))).toMatchObject(
      failedAt('/constraints/Bad/projections/p/on/Said'),
    );
  });

  it('D7 stays an error when a later event would have been folded well', () => {
    const { given } = checking({
      Bad: { projections: { p: { initial: 0, on: { Said: '1 / state', Shouted: '1' } } } },
    });
    expect(given(said('a'), shouted('b')).when(command('Do'))).toMatchObject(
      failedAt('/constraints/Bad/projections/p/on/Said'),
    );
  });

  it('D7 is no error when the fold that would fail is never reached', () => {
    const { given } = checking({ Bad: { projections: { p: { initial: 0, on: { Said: '1 / state' } } } } });
    expect(given(shouted('a')).when(command('Do'))).toEqual(DONE);
  });

  it('D7 does not look at what a rejected command would emit', () => {
    const { when } = checking(
      { No: { rule: 'false' } },
      { emits: [{ event: 'Noted', data: { note: '1 / 0' } }] },
    );
    expect(when(command('Do'))).toEqual(rejected('No'));
  });

  it('D7 takes the left side that decides for an answer, as CEL does, and is no error then', () => {
    const { when } = checking({ Rule: { rule: 'true || 1 / 0 == 1' } });
    expect(when(command('Do'))).toEqual(DONE);
  });
});

describe('a model with references to nothing', () => {
  it('D5 leaves out checks and events that do not exist', () => {
    const model = compileSections({ commands: { Do: { checks: ['Nowhere'], emits: ['Never'] } } });
    expect(model.commands.get('Do')).toMatchObject({ checks: [], emits: [] });
  });
});
