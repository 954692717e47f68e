import { describe, expect, it } from 'vitest';
import type { ToldStep } from '../../../src/exploration/result.ts';
import { countSteps } from '../../../src/lab/count-steps.ts';

const step = (more: Partial<ToldStep>): ToldStep => ({
  command: 0,
  step: 'append',
  head: 0,
  attempt: 1,
  reason: '',
  ...more,
});
const READ = step({ step: 'read' });
const SAFE = step({ verdict: 'safe', outcome: 'accepted' });
const STOPPED = step({ verdict: 'conflict', outcome: 'conflict' });
const MISSED = step({ verdict: 'missedConflict', violation: true, outcome: 'accepted' });

describe('how many steps are taken', () => {
  const asked = (wanted: number | null, isByHand = false) => ({ step: wanted, isByHand });

  it('as many as are asked for, and there are', () => {
    expect(countSteps([READ, SAFE], asked(1))).toBe(1);
    expect(countSteps([READ, SAFE], asked(9))).toBe(2);
    expect(countSteps([READ, SAFE], asked(-1))).toBe(0);
  });

  it('up to the first that shows the worst, where nothing is asked for', () => {
    expect(countSteps([READ, STOPPED, READ, MISSED, SAFE], asked(null))).toBe(4);
    expect(countSteps([READ, STOPPED, STOPPED, SAFE], asked(null))).toBe(2);
  });

  it('all of them where nothing is judged, or the schedule is being made', () => {
    expect(countSteps([READ, READ], asked(null))).toBe(2);
    expect(countSteps([READ, MISSED, READ], asked(null, true))).toBe(3);
  });
});
