import { describe, expect, it } from 'vitest';
import { alignSteps, findFork, pairSteps } from '../../../src/lab/align-steps.ts';
import { shippedRace, tellWhole } from '../../helpers/told-races.ts';

const { model, race } = shippedRace('course-subscriptions', 'The last course a student may take');
const streams = tellWhole(model, race, 'stream-version', [0, 1, 1, 0]).steps;
const tags = tellWhole(model, race, 'tag-condition', [0, 1, 1, 0]).steps;
/** #1 asks, #1 reads, #2 asks and waits, #1 appends, #2 reads and is rejected. */
const locks = tellWhole(model, race, 'tag-lock', [0, 0, 1, 0, 1]).steps;

describe('the same schedule under two strategies', () => {
  const taken = (others: typeof streams, steps: typeof streams) =>
    Array.from({ length: steps.length + 1 }, (_, count) => alignSteps(count, pairSteps(others, steps)));

  it('goes step by step where both do the same', () => {
    expect(pairSteps(tags, streams).map(({ partner }) => partner)).toEqual([0, 1, 2, 3]);
    expect(taken(tags, streams)).toEqual([0, 1, 2, 3, 4]);
  });

  it('asks for a lock when the read has its turn, and makes up for the rest when it is granted', () => {
    expect(pairSteps(locks, streams).map(({ partner }) => partner)).toEqual([null, 0, null, 3, 1]);
    expect(taken(locks, streams)).toEqual([0, 2, 3, 3, 5]);
  });

  it('is at its end when the one that it follows is', () => {
    expect(taken(streams, locks)).toEqual([0, 0, 1, 1, 1, 4]);
  });

  it('differs from the first step that is judged otherwise, or ends otherwise', () => {
    expect(findFork(tags, streams, pairSteps(tags, streams))).toBe(3);
    expect(findFork(streams, streams, pairSteps(streams, streams))).toBeNull();
  });

  it('differs from where a command has to wait, not from where it has its lock at once', () => {
    expect(findFork(locks, streams, pairSteps(locks, streams))).toBe(2);
  });
});
