import { describe, expect, it } from 'vitest';
import { findIdle } from '../../../../src/panels/timeline/find-idle.ts';
import { shippedRace, tellWhole } from '../../../helpers/told-races.ts';

describe('what does not matter', () => {
  const three = shippedRace('course-subscriptions', 'Three students, one seat');
  const idle = (strategy: 'unguarded' | 'log-lock', order: readonly number[]) => [
    ...findIdle(tellWhole(three.model, three.race, strategy, order)),
  ];

  it('is a command that only reads, and is rejected', () => {
    expect(idle('unguarded', [0, 1, 1, 0, 2])).toEqual([2]);
  });

  it('is not one whose events others read, or that others wait for', () => {
    expect(idle('unguarded', [0, 0, 1, 2])).not.toContain(0);
    expect(idle('log-lock', [0, 1, 0, 0, 1])).not.toContain(0);
    expect(idle('log-lock', [0, 1, 0, 0, 1])).not.toContain(1);
  });

  it('is never everything', () => {
    const { model, race } = shippedRace('course-subscriptions', 'Two students, two courses');
    expect([...findIdle(tellWhole(model, race, 'tag-condition', []))]).toEqual([]);
  });
});
