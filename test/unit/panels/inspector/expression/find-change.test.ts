import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findChange } from '../../../../../src/panels/inspector/expression/find-change.ts';

it('replaces no more than what differs', () => {
  expect(findChange('taken < 3', 'taken < 30')).toEqual({ from: 9, to: 9, insert: '0' });
  expect(findChange('aaa', 'aa')).toEqual({ from: 2, to: 3, insert: '' });
  expect(findChange('same', 'same')).toBeNull();
});

it('makes the one text the other', () => {
  const texts = fc.stringMatching(/^[ab]{0,8}$/);
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const change = findChange(before, after);
      const made = change && before.slice(0, change.from) + change.insert + before.slice(change.to);
      expect(made ?? before).toBe(after);
    }),
  );
});
