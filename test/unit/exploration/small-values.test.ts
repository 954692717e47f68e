import { describe, expect, it } from 'vitest';
import { collectValues, combineData } from '../../../src/exploration/finder/small-values.ts';
import { type FieldKind, readFieldTypes } from '../../../src/model/field-type.ts';
import { nameInstance } from '../../../src/model/name-instance.ts';
import type { Fields, Model } from '../../../src/model/schema.ts';
import { compileSections } from '../../helpers/given-when-then.ts';

/** The small values of a command whose only constraint has this rule. */
function valuesFor(rule: string, more: Partial<Model> = {}) {
  const model = compileSections({
    events: { Booked: {} },
    constraints: { Limit: { projections: { n: { initial: 0, on: { Booked: 'state' } } }, rule } },
    commands: { Book: { fields: { amount: 'int', name: 'string' }, checks: ['Limit'], emits: ['Booked'] } },
    ...more,
  });
  expect(model.diagnostics).toEqual([]);
  return collectValues([...model.commands.values()]);
}

const NO_KEYS = () => [];
const SMALL = { numbers: [0, 1], constants: [0], strings: ['a', 'b'] };

function combine(fields: Fields, keys: (field: string) => readonly string[] = NO_KEYS) {
  return combineData(readFieldTypes(fields), keys, SMALL);
}

function kindOf(type: Fields[string]): FieldKind {
  const kind = readFieldTypes({ field: type }).get('field');
  if (kind === undefined) throw new Error('no such type');
  return kind;
}

describe('M2 small values', () => {
  it('M2 whole numbers go from one below to two above each constant', () => {
    expect(valuesFor('n < 5').numbers).toEqual([0, 1, 2, 4, 5, 6, 7]);
  });

  it('M2 without constants they are 0, 1 and 2', () => {
    expect(valuesFor('n == command.amount').numbers).toEqual([0, 1, 2]);
  });

  it('M2 negative numbers are tried only where the model mentions such', () => {
    expect(valuesFor('n < 1').numbers.every((number) => number >= 0)).toBe(true);
    const initial = {
      projections: { n: { initial: -2, on: { Booked: 'state' } } },
      rule: 'n == command.amount',
    };
    expect(valuesFor('', { constraints: { Limit: initial } }).numbers).toEqual([-2, -1, 0, 1, 2]);
  });

  it('M2 constants are found in folds, bindings, conditions and data too', () => {
    const numbers = valuesFor('', {
      events: { Booked: { fields: { amount: 'int' } } },
      constraints: {
        Limit: {
          parameters: { most: 'int' },
          projections: { n: { initial: 10, on: { Booked: 'state + 20' } } },
          rule: 'n < most',
        },
      },
      commands: {
        Book: {
          checks: [{ constraint: 'Limit', with: { most: '30' } }],
          emits: [{ event: 'Booked', when: 'Limit.n < 40', data: { amount: '50' } }],
        },
      },
    }).numbers;
    for (const constant of [10, 20, 30]) expect(numbers).toContain(constant);
  });

  it('M2 with many constants the constants and their next neighbours are kept, at most eight', () => {
    const { numbers } = valuesFor('n < 10 || n == 20 || n > 30');
    expect(numbers).toHaveLength(8);
    expect(numbers).toEqual(expect.arrayContaining([0, 1, 2, 10, 11, 20, 21, 30]));
  });

  it('M2 strings are two, and those that the model mentions', () => {
    expect(valuesFor('n < 1').strings).toEqual(['a', 'b']);
    expect(valuesFor('command.name == "Ada"').strings).toEqual(['a', 'b', 'Ada']);
    expect(valuesFor(`command.name == "${'x'.repeat(41)}"`).strings).toEqual(['a', 'b']);
  });
});

describe('M2 data for commands', () => {
  it('M2 is every combination of the key fields and the small values of the others', () => {
    expect(
      combine({ room: 'string', vip: 'bool' }, (field) => (field === 'room' ? ['r1', 'r2'] : [])),
    ).toEqual([
      { room: 'r1', vip: false },
      { room: 'r1', vip: true },
      { room: 'r2', vip: false },
      { room: 'r2', vip: true },
    ]);
  });

  it('M2 is one empty record where there are no fields', () => {
    expect(combine({})).toEqual([{}]);
  });

  it.each([
    ['int', [0, 1]],
    ['double', [0, 1]],
    ['bool', [false, true]],
    ['string', ['a', 'b']],
    ['dyn', ['a', 'b']],
    [
      ['low', 'high'],
      ['low', 'high'],
    ],
    ['list<int>', [[], [0]]],
    ['map<string, int>', [{}]],
    ['timestamp', ['2000-01-01T00:00:00Z', '2000-01-02T00:00:00Z']],
    ['duration', ['0s', '1h']],
  ] as const)('M2 a %s takes %j', (type, values) => {
    expect(combine({ field: type })).toEqual(values.map((field) => ({ field })));
  });

  it('M2 an optional field can also be left out', () => {
    expect(combine({ note: 'string?' })).toEqual([{ note: 'a' }, {}]);
  });

  it('M2 beyond 64 combinations the other fields take their values one at a time, at most 64', () => {
    const flags = Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`f${i}`, 'bool'] as const));
    const data = combine(flags);
    expect(data).toHaveLength(8);
    expect(data.every((one) => Object.values(one).filter(Boolean).length <= 1)).toBe(true);
    const keyed = combine({ room: 'string', ...flags }, (field) => (field === 'room' ? ['r1', 'r2'] : []));
    expect(keyed).toHaveLength(16);
    const many = Array.from({ length: 100 }, (_, i) => `r${i}`);
    expect(combine({ room: 'string', vip: 'bool' }, (field) => (field === 'room' ? many : []))).toHaveLength(
      64,
    );
  });
});

describe('M2 the instances of a concept', () => {
  it.each([
    ['string', ['room1', 'room2']],
    ['int', [1, 2]],
    ['bool', [false, true]],
    [
      ['low', 'high'],
      ['low', 'high'],
    ],
    ['list<string>', [['room1'], ['room2']]],
  ] as const)('M2 as a %s are %j', (type, names) => {
    expect([1, 2].map((number) => nameInstance(kindOf(type), 'room', number))).toEqual(names);
  });
});
