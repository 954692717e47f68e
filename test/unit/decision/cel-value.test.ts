import { describe, expect, it } from 'vitest';
import {
  keyOfCel,
  keyOfJson,
  toCel,
  toInstant,
  toJson,
  toTagValue,
} from '../../../src/decision/cel-value.ts';
import type { Json } from '../../../src/lib/json.ts';
import { parseFieldType } from '../../../src/model/field-type.ts';

/** A JSON value as CEL sees it, by a declared type as it is written. */
const asCel = (value: Json, type: string) => toCel(value, parseFieldType(type));

describe('a JSON value as CEL sees it', () => {
  it.each<[json: Json, cel: unknown]>([
    [3, 3n],
    [-3, -3n],
    [0, 0n],
    [2.5, 2.5],
    ['a', 'a'],
    [true, true],
    [null, null],
    [
      [1, 2.5],
      [1n, 2.5],
    ],
    [{ a: 1 }, new Map([['a', 1n]])],
    [JSON.parse('{"__proto__": 1}') as Json, new Map([['__proto__', 1n]])],
    ['2000-01-01T00:00:00Z', '2000-01-01T00:00:00Z'],
    ['10m', '10m'],
  ])('is a value of its own kind without a declared type: %j', (json, cel) => {
    expect(toCel(json)).toEqual(cel);
  });

  it.each<[json: Json, type: string, cel: unknown]>([
    [3, 'double', 3],
    [3, 'double?', 3],
    [3, 'int', 3n],
    [[1, 2], 'list<double>', [1, 2]],
    [{ a: 1 }, 'map<string, double>', new Map([['a', 1]])],
    ['2000-01-01T02:00:00+02:00', 'timestamp', new Date('2000-01-01T00:00:00Z')],
    [['2000-01-01T00:00:00Z'], 'list<timestamp>', [new Date('2000-01-01T00:00:00Z')]],
    [null, 'timestamp?', null],
    ['a', 'int', 'a'],
  ])('is what its declared type says: %j as %s', (json, type, cel) => {
    expect(asCel(json, type)).toEqual(cel);
  });

  it('is the exact int beyond 2^53 too', () => {
    expect(toCel(2 ** 60)).toBe(1152921504606846976n);
  });

  it.each(['', 'long', '10', '1d'])('is no duration when it is not written as one: %j', (text) => {
    expect(() => asCel(text, 'duration')).toThrow(`"${text}" is not a duration such as "10m"`);
  });

  it.each(['', 'noon', '2000-01-01', '2000-13-01T00:00:00Z', '2000-01-01T25:00:00Z', '1'])(
    'is no time when it is not written as one: %j',
    (text) => {
      expect(() => toInstant(text)).toThrow(`"${text}" is not a time such as "2000-01-01T00:00:00Z"`);
    },
  );
});

describe('a time', () => {
  it.each(['2000-01-01T00:00:00', '2000-02-30T00:00:00Z'])(
    'is none without a time zone, which would be the one of the machine, or on a day that is none: %s',
    (text) => {
      expect(() => toInstant(text)).toThrow(RangeError);
    },
  );
});

describe('a CEL value as JSON', () => {
  it.each<[json: Json]>([
    [null],
    [true],
    ['a'],
    [3],
    [-2.5],
    [[]],
    [[1, ['a', null]]],
    [{}],
    [{ b: 1, a: { c: [2.5] } }],
  ])('is what it was made from: %j', (json) => {
    expect(toJson(toCel(json))).toEqual(json);
  });

  it.each([
    ['2000-01-01T00:00:00Z', 'timestamp'],
    ['2000-01-01T00:00:00.250Z', 'timestamp'],
    ['90s', 'duration'],
    ['-1.5s', 'duration'],
    ['-0.5s', 'duration'],
    ['1.000000001s', 'duration'],
    ['0s', 'duration'],
    [3, 'double'],
  ])('is what it was made from: %j as %s', (json, type) => {
    expect(toJson(asCel(json, type))).toBe(json);
  });

  it.each([
    ['1h30m', '5400s'],
    ['100ms', '0.1s'],
  ])('is a duration in seconds: %s', (written, json) => {
    expect(toJson(asCel(written, 'duration'))).toBe(json);
  });

  it('holds ints up to 2^53 - 1', () => {
    expect(toJson(9007199254740991n)).toBe(9007199254740991);
    expect(toJson(-9007199254740991n)).toBe(-9007199254740991);
  });

  it('holds a key called __proto__ as data', () => {
    const json = toJson(new Map([['__proto__', 1n]]));
    expect(Object.getPrototypeOf(json)).toBe(Object.prototype);
    expect(JSON.stringify(json)).toBe('{"__proto__":1}');
  });

  it.each<[what: string, value: unknown, why: string]>([
    ['an int beyond 2^53', 9007199254740992n, 'the int 9007199254740992 is too big for JSON'],
    ['one below -2^53', -9007199254740992n, 'the int -9007199254740992 is too big for JSON'],
    ['one inside a list', [9007199254740992n], 'the int 9007199254740992 is too big for JSON'],
    ['no number', Number.NaN, 'NaN cannot be written in JSON'],
    ['infinity', Number.POSITIVE_INFINITY, 'Infinity cannot be written in JSON'],
    ['bytes', new Uint8Array([1]), 'a value of this type cannot be written in JSON'],
    ['nothing at all', undefined, 'a value of this type cannot be written in JSON'],
  ])('cannot be had: %s', (_, value, why) => {
    expect(() => toJson(value)).toThrow(new RangeError(why));
  });
});

describe('keys of values', () => {
  it('are equal for maps with their keys in another order', () => {
    expect(keyOfCel(toCel({ a: 1, b: 2 }))).toBe(keyOfCel(toCel({ b: 2, a: 1 })));
    expect(keyOfJson({ a: 1, b: [{ c: 1, d: 2 }] })).toBe(keyOfJson({ b: [{ d: 2, c: 1 }], a: 1 }));
  });

  it('are all different for values that are', () => {
    const values = [
      1n,
      1,
      '1',
      true,
      null,
      'null',
      [1n],
      [[1n]],
      [],
      '',
      'i1',
      '[]',
      0,
      -0,
      2.5,
      [1n, 2n],
      ['1,2'],
    ];
    const more = [
      toCel({}),
      toCel({ a: 1 }),
      toCel({ a: '1' }),
      asCel('1s', 'duration'),
      asCel('2s', 'duration'),
    ];
    const times = ['2000-01-01T00:00:00Z', '2000-01-01T00:00:01Z'].map((time) => asCel(time, 'timestamp'));
    const all = [...values, ...more, ...times];
    expect(new Set(all.map(keyOfCel)).size).toBe(all.length);
  });
});

describe('a tag value', () => {
  it.each<[value: unknown, text: string | null]>([
    ['a', 'a'],
    ['', ''],
    [1n, '1'],
    [1.5, '1.5'],
    [2, '2'],
    [false, 'false'],
    [null, null],
    [['a'], null],
    [new Map(), null],
    [new Date(0), null],
  ])('D2 is the text of a scalar, and of nothing else: %s is %j', (value, text) => {
    expect(toTagValue(value)).toBe(text);
  });
});
