import { describe, expect, it } from 'vitest';
import type { FieldKind } from '../../../../../src/model/field-type.ts';
import { readValue, sayValue } from '../../../../../src/panels/forms/values/read-value.ts';

describe('a typed value', () => {
  it.each<[string, FieldKind, unknown]>([
    ['c1', { kind: 'string' }, 'c1'],
    ['', { kind: 'string' }, ''],
    ['', { kind: 'string', optional: true }, undefined],
    [' 7 ', { kind: 'int' }, 7],
    ['', { kind: 'int' }, undefined],
    ['2.5', { kind: 'double' }, 2.5],
    ['2000-01-31', { kind: 'timestamp' }, '2000-01-31T00:00:00Z'],
    ['10m', { kind: 'duration' }, '10m'],
    ['[1, 2]', { kind: 'list', element: { kind: 'int' } }, [1, 2]],
    ['null', { kind: 'dyn' }, null],
  ])('"%s" is read as its type asks', (text, type, value) => {
    expect(readValue(text, type)).toEqual({ value });
  });

  it.each<[string, FieldKind]>([
    ['7.5', { kind: 'int' }],
    ['many', { kind: 'double' }],
    ['Infinity', { kind: 'double' }],
    ['2000-02-30', { kind: 'timestamp' }],
    ['soon', { kind: 'duration' }],
    ['["a"]', { kind: 'list', element: { kind: 'int' } }],
    ['{', { kind: 'dyn' }],
  ])('"%s" is refused with what would do', (text, type) => {
    expect(readValue(text, type)).toEqual({ refused: expect.stringMatching(/\.$/) });
  });

  it('stands in its field as a person writes it, or as JSON where it does not fit', () => {
    expect(sayValue('c1', { kind: 'string' })).toBe('c1');
    expect(sayValue(7, { kind: 'string' })).toBe('7');
    expect(sayValue('many', { kind: 'int' })).toBe('"many"');
    expect(sayValue({ a: ['x\ny'] }, { kind: 'dyn' })).toBe('{ "a": [ "x\\ny" ] }');
    expect(sayValue(undefined, { kind: 'int' })).toBe('');
  });
});
