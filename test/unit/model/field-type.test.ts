import { expect, it } from 'vitest';
import { parseFieldType, readFieldTypes, suggestFieldType } from '../../../src/model/field-type.ts';
import { fitsType } from '../../../src/model/fits-type.ts';
import type { FieldType } from '../../../src/model/schema.ts';

const string = { kind: 'string' };
const int = { kind: 'int' };

it.each<[FieldType, object]>([
  ['string', string],
  [' int ', int],
  ['int?', { kind: 'int', optional: true }],
  ['list<int>', { kind: 'list', element: int }],
  ['list<string>?', { kind: 'list', element: string, optional: true }],
  ['map<string, int>', { kind: 'map', key: string, value: int }],
  [
    'map<int,list<map<string,int>>>',
    { kind: 'map', key: int, value: { kind: 'list', element: { kind: 'map', key: string, value: int } } },
  ],
  [['open', 'locked'], { kind: 'enum', values: ['open', 'locked'] }],
])('%j is a type', (written, type) => {
  expect(parseFieldType(written)).toEqual(type);
});

it.each<[FieldType]>([
  [''],
  ['?'],
  ['int??'],
  ['Int'],
  ['list'],
  ['list<>'],
  ['list<int'],
  ['list<int?>'],
  ['map<int>'],
  ['map<double, int>'],
  ['map<list<int>, int>'],
  ['list<'.repeat(100_000)],
  [`${'list<'.repeat(100_000)}int${'>'.repeat(100_000)}`],
  [[]],
])('%j is no type', (written) => {
  expect(parseFieldType(written)).toBeUndefined();
});

it('a field of no type counts as dyn', () => {
  expect(readFieldTypes({ id: 'nothing' }).get('id')).toEqual({ kind: 'dyn' });
});

it.each([
  ['strng', 'string'],
  ['INT', 'int'],
  ['integer?', 'int?'],
  ['number', 'double'],
  ['datetime', 'timestamp'],
  ['duraton ?', 'duration?'],
  ['nothing', undefined],
  ['list<nothing>', undefined],
])('who writes %s means %s', (wrong, meant) => {
  expect(suggestFieldType(wrong)).toBe(meant);
});

it.each([
  ['string', 'a', 1],
  ['int', 3, 3.5],
  ['int', -0, '3'],
  ['double', 3, '3'],
  ['bool', true, 'true'],
  ['timestamp', '2000-02-29T23:59:59.5+01:00', '2001-02-29T00:00:00Z'],
  ['timestamp', '2000-01-01T00:00:00Z', '2000-01-01'],
  ['duration', '1h30m', '90'],
  ['duration', '-1.5s', 90],
  ['int?', null, 'null'],
  ['string', '', null],
  ['list<int>', [1, 2], [1, '2']],
  ['map<string, int>', { a: 1 }, { a: 'b' }],
  ['map<int, int>', { 1: 1 }, { a: 1 }],
  ['map<bool, int>', { true: 1 }, { yes: 1 }],
  ['map<string, int>', {}, []],
])('a field of type %s takes %j, but not %j', (written, right, wrong) => {
  const type = parseFieldType(written) ?? { kind: 'string' };
  expect(fitsType(right, type)).toBe(true);
  expect(fitsType(wrong, type)).toBe(false);
});

it('a field with a list of texts takes these only', () => {
  const type = parseFieldType(['open', 'locked']) ?? { kind: 'dyn' };
  expect(fitsType('open', type)).toBe(true);
  expect(fitsType('shut', type)).toBe(false);
});
