import { describe, expect, it } from 'vitest';
import { readTypeChoice, writeTypeChoice } from '../../../../../src/panels/inspector/fields/type-choice.ts';

describe('the choice behind a type', () => {
  it.each(['string', 'int?', 'list<int>', 'list<list<string>>?', 'map<string, list<int>>', 'dyn'])(
    '%s comes back as it was',
    (type) => {
      const choice = readTypeChoice(type);
      expect(choice && writeTypeChoice(choice)).toBe(type);
    },
  );

  it('keeps the texts of a choice', () => {
    const choice = readTypeChoice(['open', 'locked']);
    expect(choice?.name).toBe('choice');
    expect(choice && writeTypeChoice(choice)).toEqual(['open', 'locked']);
  });

  it.each([undefined, null, 7, 'strnig', [], ['a', 7], {}])('%j is no type', (type) => {
    expect(readTypeChoice(type as never)).toBeNull();
  });

  it('starts a choice with something to change', () => {
    const choice = readTypeChoice('string');
    expect(choice && writeTypeChoice({ ...choice, name: 'choice' })).toEqual(['one', 'other']);
  });
});
