import { describe, expect, it } from 'vitest';
import { nameConcept } from '../../../../src/history/import/concept-name.ts';
import { readTime } from '../../../../src/history/import/read-time.ts';

const NEW_YEAR = Date.UTC(2020, 0, 2, 10, 30);

describe('a time', () => {
  it.each([
    '2020-01-02T10:30:00Z',
    '2020-01-02T11:30:00+01:00',
    '2020-01-02 10:30',
    '2020/01/02 10:30:00.000',
    '20200102T103000Z',
    '02.01.2020 10:30',
    '02/01/2020, 10:30:00',
    'Thu, 2 Jan 2020 10:30:00 GMT',
    '2 Jan 2020 05:30 -0500',
    NEW_YEAR,
    NEW_YEAR / 1000,
    String(NEW_YEAR / 1000),
    NEW_YEAR * 1000,
  ])('is read: %s', (text) => {
    expect(readTime(text)).toBe(NEW_YEAR);
  });

  it.each(['', 'soon', '2020-02-30', '2020-01-01T25:00', '12', 12, null, true, '99/99/2020', {}])(
    'is none: %s',
    (value) => {
      expect(readTime(value)).toBeNull();
    },
  );

  it('of which either number could be the day is read as the log writes it elsewhere', () => {
    expect(readTime('03/04/2020', 'month-first')).toBe(Date.UTC(2020, 2, 4));
    expect(readTime('03/04/2020', 'day-first')).toBe(Date.UTC(2020, 3, 3));
    expect(readTime('03.04.2020', 'month-first')).toBe(Date.UTC(2020, 3, 3));
  });
});

describe('a concept’s name', () => {
  it.each([
    ['case:concept:name', 'case'],
    ['case:repo', 'repo'],
    ['org:resource', 'resource'],
    ['course_id', 'course'],
    ['courseId', 'course'],
    ['Purchase Order', 'purchaseOrder'],
    ['id', 'id'],
    ['2nd', 'n2nd'],
    ['Straße', 'straE'],
    ['in', 'in_'],
    ['', 'thing'],
  ])('%s is %s', (original, name) => {
    expect(nameConcept(original)).toBe(name);
  });
});
