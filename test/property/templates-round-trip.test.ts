import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readAtMost, writeAtMost } from '../../src/board/templates/at-most.ts';
import { readExists, writeExists } from '../../src/board/templates/exists.ts';
import { readIsUnique, writeIsUnique } from '../../src/board/templates/is-unique.ts';
import { readNextNumber, writeNextNumber } from '../../src/board/templates/next-number.ts';
import { readConstraint } from '../../src/board/templates/registry.ts';
import { readStateIs, writeStateIs } from '../../src/board/templates/state-is.ts';
import { readSumAtLeast, writeSumAtLeast } from '../../src/board/templates/sum-at-least.ts';
import type { Amount, EventField, EventState, Key } from '../../src/board/templates/template.ts';
import { compileModel } from '../../src/decision/compile.ts';
import type { ConstraintDefinition, FieldType, Model } from '../../src/model/schema.ts';

const FIELDS = ['amount', 'capacity', 'size', 'a b', 'in', 'toString', 'x"y'];
const EVENTS = ['Opened', 'Closed', 'constructor', 'Event 5', 'Grüße', 'a/b', 'toString', 'Last'];

const types: fc.Arbitrary<FieldType> = fc.constantFrom<FieldType[]>('string', 'int', 'bool', ['a', 'b']);
const keys = fc
  .uniqueArray(
    fc.record<Key>({
      tag: fc.constantFrom('course', 'student', 'seat row', 'toString'),
      parameter: fc.constantFrom('courseId', 'id', 'valueOf', 'k3'),
      type: types,
    }),
    { selector: ({ tag }) => tag, maxLength: 3 },
  )
  .map((all) =>
    all.map((key) => ({
      ...key,
      type: all.find(({ parameter }) => parameter === key.parameter)?.type ?? key.type,
    })),
  );

/** Different events, each in one of so many groups. */
function groups(count: number) {
  return fc
    .tuple(
      fc.shuffledSubarray(EVENTS),
      fc.array(fc.nat(count - 1), { minLength: EVENTS.length, maxLength: EVENTS.length }),
    )
    .map(([events, places]) =>
      Array.from({ length: count }, (_, group) => events.filter((_event, index) => places[index] === group)),
    );
}
const fieldsOf = (events: readonly string[], seed: number): EventField[] =>
  events.map((event, index) => ({ event, field: FIELDS[(index + seed) % FIELDS.length] ?? 'amount' }));

const amounts: fc.Arbitrary<Amount> = fc.oneof(
  fc.nat().map((number): Amount => ({ kind: 'number', number })),
  fc
    .tuple(fc.shuffledSubarray(EVENTS), fc.nat(6))
    .map(([events, seed]): Amount => ({ kind: 'latest', name: 'limit', fields: fieldsOf(events, seed) })),
  fc.constantFrom<Amount[]>({ kind: 'parameter', parameter: 'wanted', type: 'int' }),
);
const states = fc.string({ maxLength: 8 });

/** A model in which everything that the sentences name is declared. */
function modelWith(definition: ConstraintDefinition): Model {
  const fields = Object.fromEntries(FIELDS.map((field) => [field, 'int']));
  return {
    ambit: '1.0',
    name: 'M',
    events: Object.fromEntries(EVENTS.map((event) => [event, { fields }])),
    constraints: { C: definition },
  };
}

/** What a form reads of what it wrote, which form the registry sees in it, and what is wrong with its CEL. */
function writeAndRead<V>(
  values: V,
  write: (values: V) => ConstraintDefinition,
  read: (definition: ConstraintDefinition) => V | null,
) {
  const definition = write(values);
  const model = modelWith(definition);
  const form = readConstraint(definition, model, 'C')?.template.id;
  return { read: read(definition), form, faults: compileModel(model).diagnostics };
}

const RUNS = { numRuns: 300 };

it('at most: what is written is read again, and is sound CEL', () => {
  const values = fc.record({ events: groups(2), most: amounts, keys }).map(({ events, most, keys: per }) => ({
    count: 'taken',
    counted: events[0] ?? [],
    returned: events[1] ?? [],
    most,
    keys: per,
  }));
  fc.assert(
    fc.property(values, (said) => {
      expect(writeAndRead(said, writeAtMost, readAtMost)).toEqual({
        read: said,
        form: 'at-most',
        faults: [],
      });
    }),
    RUNS,
  );
});

it('exists: what is written is read again, and is sound CEL', () => {
  const values = fc
    .record({ events: groups(2), isWanted: fc.boolean(), keys })
    .map(({ events, isWanted, keys: per }) => ({
      flag: 'there',
      isWanted,
      made: events[0] ?? [],
      ended: events[1] ?? [],
      keys: per,
    }));
  fc.assert(
    fc.property(values, (said) => {
      expect(writeAndRead(said, writeExists, readExists)).toEqual({ read: said, form: 'exists', faults: [] });
    }),
    RUNS,
  );
});

it('is unique: what is written is read again, and is sound CEL', () => {
  const values = fc.record({ events: groups(2), keys }).map(({ events, keys: per }) => ({
    count: 'uses',
    takers: events[0] ?? [],
    freers: events[1] ?? [],
    keys: per,
  }));
  fc.assert(
    fc.property(values, (said) => {
      expect(writeAndRead(said, writeIsUnique, readIsUnique)).toEqual({
        read: said,
        form: 'is-unique',
        faults: [],
      });
    }),
    RUNS,
  );
});

it('next number: what is written is read again, and is sound CEL', () => {
  const values = fc.record({ count: fc.constant('count'), counted: fc.shuffledSubarray(EVENTS), keys });
  fc.assert(
    fc.property(values, (said) => {
      expect(writeAndRead(said, writeNextNumber, readNextNumber)).toEqual({
        read: said,
        form: 'next-number',
        faults: [],
      });
    }),
    RUNS,
  );
});

it('state is one of: what is written is read again, and is sound CEL', () => {
  const values = fc.record({
    status: fc.constant('status'),
    first: states,
    states: fc.uniqueArray(fc.record<EventState>({ event: fc.constantFrom(...EVENTS), state: states }), {
      selector: ({ event }) => event,
    }),
    allowed: fc.uniqueArray(states, { maxLength: 4 }),
    keys,
  });
  fc.assert(
    fc.property(values, (said) => {
      expect(writeAndRead(said, writeStateIs, readStateIs)).toEqual({
        read: said,
        form: 'state-is',
        faults: [],
      });
    }),
    RUNS,
  );
});

it('sum at least: what is written is read again, and is sound CEL', () => {
  const values = fc
    .record({ events: groups(2), seed: fc.nat(6), least: amounts, keys })
    .map(({ events, seed, least, keys: per }) => ({
      sum: 'balance',
      plus: fieldsOf(events[0] ?? [], seed),
      minus: fieldsOf(events[1] ?? [], seed + 1),
      least,
      keys: per,
    }));
  fc.assert(
    fc.property(values, (said) => {
      expect(writeAndRead(said, writeSumAtLeast, readSumAtLeast)).toEqual({
        read: said,
        form: 'sum-at-least',
        faults: [],
      });
    }),
    RUNS,
  );
});

it('a constraint with one thing changed is read as what it now says, or not at all', () => {
  const rules = fc.constantFrom(
    'taken < 3',
    'taken<3',
    'taken <= 3',
    '!taken',
    'taken',
    'taken == 0',
    'taken >= 1',
    'true',
  );
  const steps = fc.constantFrom(
    'state + 1',
    'state - 1',
    'true',
    'false',
    '0',
    '1',
    'state + event.amount',
    'event.amount',
    '"x"',
    'state',
  );
  const initials = fc.constantFrom(0, false, '', 1, null);
  const definitions = fc.record({ rule: rules, step: steps, initial: initials }).map(
    ({ rule, step, initial }): ConstraintDefinition => ({
      projections: { taken: { initial, on: { Opened: step } } },
      rule,
    }),
  );
  const writers = [
    (given: ConstraintDefinition) => again(readAtMost(given), writeAtMost),
    (given: ConstraintDefinition) => again(readExists(given), writeExists),
    (given: ConstraintDefinition) => again(readIsUnique(given), writeIsUnique),
    (given: ConstraintDefinition) => again(readNextNumber(given), writeNextNumber),
    (given: ConstraintDefinition) => again(readStateIs(given), writeStateIs),
    (given: ConstraintDefinition) => again(readSumAtLeast(given), writeSumAtLeast),
  ];
  fc.assert(
    fc.property(definitions, (given) => {
      for (const write of writers) {
        const written = write(given);
        if (written === null) continue;
        expect({ ...written, rule: written.rule?.replace(/\s/g, '') }).toEqual({
          ...given,
          rule: given.rule?.replace(/\s/g, ''),
        });
      }
    }),
    RUNS,
  );
});

function again<V>(said: V | null, write: (said: V) => ConstraintDefinition): ConstraintDefinition | null {
  return said === null ? null : write(said);
}
