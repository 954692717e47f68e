import { describe, expect, it } from 'vitest';
import {
  guessFieldType,
  judgeFieldName,
  readTypedFields,
  toFieldName,
} from '../../../../../src/panels/inspector/fields/typed-field.ts';

const NONE = new Set<string>();

describe('a typed field', () => {
  it('is a name and a type', () => {
    expect(readTypedFields('price: int', NONE)).toEqual({ fields: [{ name: 'price', type: 'int' }] });
  });

  it('may be several at once, also with a map between them', () => {
    expect(readTypedFields('courseId, seats: map<string, int>, is open: bool?', NONE)).toEqual({
      fields: [
        { name: 'courseId', type: 'string' },
        { name: 'seats', type: 'map<string, int>' },
        { name: 'isOpen', type: 'bool?' },
      ],
    });
  });

  it('can be a choice of texts', () => {
    expect(readTypedFields('state: open | locked', NONE)).toEqual({
      fields: [{ name: 'state', type: ['open', 'locked'] }],
    });
  });

  it('takes the other names people have for types', () => {
    expect(readTypedFields('title: text, at: datetime', NONE)).toEqual({
      fields: [
        { name: 'title', type: 'string' },
        { name: 'at', type: 'timestamp' },
      ],
    });
  });

  it.each([
    ['', 'Type a name first.'],
    ['price, price', 'There is a field “price” already.'],
    ['1st: int', 'Letters, digits and _ only, beginning with a letter.'],
    ['price: colour', '“colour” is no type. Try string, int, double, bool or timestamp.'],
    [': int', 'A field needs a name.'],
  ])('refuses "%s" and says why', (text, refused) => {
    expect(readTypedFields(text, NONE)).toEqual({ refused });
  });

  it('refuses a name that is taken', () => {
    expect(judgeFieldName('toString', new Set(['toString']))).toBe('There is a field “toString” already.');
  });

  it('puts several words together', () => {
    expect(toFieldName(' Course id ')).toBe('courseId');
    expect(toFieldName('CourseId')).toBe('CourseId');
  });

  it.each([
    ['isOpen', 'bool'],
    ['paidAt', 'timestamp'],
    ['capacity', 'int'],
    ['seatCount', 'int'],
    ['name', 'string'],
    ['island', 'string'],
  ])('%s is most likely a %s', (name, type) => {
    expect(guessFieldType(name)).toBe(type);
  });
});
