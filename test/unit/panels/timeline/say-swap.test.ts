import { describe, expect, it } from 'vitest';
import { sayDifference, saySwap } from '../../../../src/panels/timeline/say-swap.ts';
import { shippedRace, tellWhole } from '../../../helpers/told-races.ts';

const { model, race } = shippedRace('course-subscriptions', 'The last course a student may take');
const crossed = tellWhole(model, race, 'stream-version', [0, 1, 1, 0]);
const inTurn = tellWhole(model, race, 'stream-version', [0, 0, 1]);

describe('two steps that change places', () => {
  it('says why they cannot', () => {
    expect(saySwap(crossed, 1, { kind: 'same-command' })).toBe('Both are steps of #2, and have their order.');
    const locked = tellWhole(model, race, 'tag-lock', [0, 1, 0, 0, 1]);
    expect(saySwap(locked, 3, { kind: 'waits' })).toBe(
      '#2 read cannot come before #1 append: until then #2 waits for a lock.',
    );
  });

  it('says that nothing can tell the two orders apart', () => {
    expect(saySwap(crossed, 0, { kind: 'independent', order: [1, 0, 1, 0] })).toMatch(
      /^Nothing can tell these two orders apart: #2 read before #1 read/,
    );
  });

  it('says that only the log differs, where it does', () => {
    expect(saySwap(crossed, 2, { kind: 'dependent', order: [], onlyLog: true })).toContain('in the log');
  });

  it('says what another schedule shows, and what the one before did', () => {
    expect(sayDifference(crossed, inTurn)).toBe(
      'Another schedule. Before: missed conflict at #1 append. Now: #2 is rejected when it reads.',
    );
    expect(sayDifference(inTurn, inTurn)).toContain('with the same verdicts (#2 is rejected when it reads)');
    const seats = shippedRace('course-subscriptions', 'Two students, two courses');
    const safe = tellWhole(seats.model, seats.race, 'tag-condition', [0, 1]);
    expect(sayDifference(crossed, safe)).toContain('Now: all is safe.');
  });
});
