import { describe, expect, it } from 'vitest';
import { matchText, rank } from '../../../../src/panels/palette/match.ts';

describe('What was typed', () => {
  it.each([
    ['Align left', 'align'],
    ['Align left', 'left al'],
    ['Align left', 'al'],
    ['StudentSubscribed', 'subscribed'],
    ['StudentSubscribed', 'ss'],
    ['StudentSubscribed', 'student sub'],
    ['CourseCapacityChanged', 'ccc'],
    ['CourseCapacityChanged', 'capch'],
    ['Überweisung gebucht', 'uberw'],
    ['Toggle theme', ''],
  ])('finds %s by “%s”', (text, typed) => {
    expect(matchText(text, typed)).not.toBeNull();
  });

  it.each([
    ['Align left', 'right'],
    ['Align left', 'left zz'],
    ['Undo', 'un redo'],
  ])('does not find %s by “%s”', (text, typed) => {
    expect(matchText(text, typed)).toBeNull();
  });

  it('finds by other words too, after the ones in sight', () => {
    const items = [
      { text: 'Theme: dark', words: ['night'] },
      { text: 'Night shift', words: [] },
    ];
    expect(rank(items, 'night', (item) => item).map(({ text }) => text)).toEqual([
      'Night shift',
      'Theme: dark',
    ]);
  });

  it('puts a beginning before a word, a word before initials, initials before letters in between', () => {
    const texts = ['s-c-o-u-r-s-e', 'My course', 'Course list', 'C o u r s e'];
    expect(rank(texts, 'course', (text) => ({ text }))[0]).toBe('C o u r s e');
    expect(rank(['A sum', 'SumOver', 'Small Unit Meter'], 'sum', (text) => ({ text }))).toEqual([
      'SumOver',
      'A sum',
      'Small Unit Meter',
    ]);
  });

  it('keeps the order of what is as good', () => {
    expect(rank(['one a', 'two a'], '', (text) => ({ text }))).toEqual(['one a', 'two a']);
  });

  it('treats signs in it as text', () => {
    expect(matchText('a', '.*')).toBe(0);
    expect(matchText('(a|b)', 'b')).not.toBeNull();
  });
});
