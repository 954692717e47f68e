import { describe, expect, it } from 'vitest';
import type { ToldCheck } from '../../../../src/exploration/result.ts';
import { findTelling, readComparison, shortenRule } from '../../../../src/panels/timeline/read-rule.ts';

describe('a written rule', () => {
  it.each([
    ['taken 0 < capacity 1', { left: 0, sign: '<', right: 1 }],
    ['courses 2 < 2', { left: 2, sign: '<', right: 2 }],
    ['1000 <= balance 250.5', { left: 1000, sign: '<=', right: 250.5 }],
    ['count 2 != other -1', { left: 2, sign: '!=', right: -1 }],
  ])('%s compares two numbers', (rule, compared) => {
    expect(readComparison(rule)).toEqual(compared);
  });

  it.each([
    'exists (true)',
    'last 0',
    'a 1 < b 2 && c 3 < d 4',
    'count 2 + 1 <= limit 3',
    'name "a" == other "b"',
  ])('%s is no comparison of two numbers', (rule) => {
    expect(readComparison(rule)).toBeNull();
  });

  it.each([
    ['taken 0 < capacity 10', '0 < 10'],
    ['exists (true)', 'exists: yes'],
    ['!closed (false)', 'closed: no'],
    ['last 0', 'last 0'],
  ])('%s is %s in few words', (rule, short) => {
    expect(shortenRule(rule)).toBe(short);
  });
});

describe('the check that says most', () => {
  const check = (constraint: string, atRead: string | null, more: Partial<ToldCheck> = {}): ToldCheck => ({
    constraint,
    relaxed: false,
    message: null,
    atRead,
    now: atRead,
    heldAtRead: true,
    holdsNow: true,
    ...more,
  });
  const exists = check('Exists', 'exists (true)');
  const seat = check('Seat', 'taken 0 < capacity 10');
  const slot = check('Slot', 'courses 1 < limit 2');

  it('is one that failed, whatever else there is', () => {
    const failed = check('Seat', 'exists (false)', { heldAtRead: false });
    expect(findTelling([slot, failed, seat], [])).toBe(failed);
  });

  it('is one that has changed by the append', () => {
    expect(findTelling([exists, seat, slot], [{ ...seat, now: 'taken 1 < capacity 10' }])).toBe(seat);
  });

  it('is the last comparison where nothing changes, or the last of all', () => {
    expect(findTelling([seat, slot, exists], [])).toBe(slot);
    expect(findTelling([exists, check('Named', 'named (true)')], [])?.constraint).toBe('Named');
    expect(findTelling([check('Silent', null)], [])).toBeUndefined();
  });
});
