import { describe, expect, it } from 'vitest';
import { compileModel } from '../../../../src/decision/compile.ts';
import { explore } from '../../../../src/exploration/explore.ts';
import type { Exploration } from '../../../../src/exploration/result.ts';
import type { SteppedSession } from '../../../../src/lab/live-runs.ts';
import { sayComparison, sayFreeRuns, worstOf } from '../../../../src/panels/live/say-runs.ts';
import { listTotals } from '../../../../src/panels/live/totals.ts';
import type { RunComparison } from '../../../../src/runs/compare-told.ts';
import type { RunTally } from '../../../../src/runs/tally.ts';
import { enrolment, enrolmentRace } from '../../../helpers/enrolment.ts';

const TALLY: RunTally = {
  runs: 100,
  schedules: 3,
  verdicts: { safe: { occurrences: 126, runs: 100 }, missedConflict: { occurrences: 74, runs: 74 } },
  violations: 0,
  outcomes: { accepted: 200 },
  retries: { total: 0, most: 0 },
  commandMs: { median: 1, most: 2 },
  waitedMs: { median: 0, most: 0 },
};
const explored: Exploration = {
  schedules: '6',
  verdicts: {
    safe: { occurrences: '8', schedules: '6', probability: 1 },
    missedConflict: { occurrences: '4', schedules: '4', probability: 0.5 },
  },
  violations: '0',
  violationProbability: 0,
  outcomes: { accepted: '12' },
  witnesses: {},
  precision: null,
  recall: 0,
  states: 12,
};

describe('what is told of free runs', () => {
  it('X5 is what occurred beside the exact share and the chance, and that each was explored', () => {
    expect(sayFreeRuns({ tally: TALLY, exploration: explored, agreeing: 100 })).toBe(
      '100 runs: 74 miss a conflict (74 %; of all schedules 67 %; by chance 50 %). Every run was one of the explored schedules.',
    );
  });

  it('R3 is how many were none of the explored schedules', () => {
    expect(sayFreeRuns({ tally: TALLY, exploration: null, agreeing: 97 })).toBe(
      '100 runs: 74 miss a conflict (74 %). 3 runs were none of the explored schedules.',
    );
  });

  it('is nothing before the first has ended', () => {
    expect(sayFreeRuns({ tally: null, exploration: explored, agreeing: 0 })).toBe('');
  });

  it('lists also what some schedule shows and no run did', () => {
    const real = explore(compileModel(enrolment), enrolmentRace(2), 'log-version') as Exploration;
    const rows = listTotals({ ...TALLY, verdicts: { safe: { occurrences: 200, runs: 100 } } }, real);
    expect(rows.map(({ finding, count, exact }) => [finding, count, (exact ?? 0) > 0])).toEqual([
      ['falseConflict', 0, true],
    ]);
    expect(rows[0]?.chance).toBeCloseTo(real.verdicts.falseConflict?.probability ?? 0);
  });
});

function session(comparison: RunComparison): SteppedSession {
  const told = { steps: Array(4).fill({}), log: Array(6).fill({}) };
  return { comparison, order: { told }, steps: [] } as unknown as SteppedSession;
}

describe('what is told of a stepped run', () => {
  const equal: RunComparison = {
    isEqual: true,
    steps: [[], [], [], []],
    counts: { live: 4, told: 4 },
    logDiffersAt: null,
  };

  it('R2 is that all of it came out as explored', () => {
    expect(sayComparison(session(equal))).toBe(
      'On the real store all 4 steps, every verdict and outcome, and the log of 6 events came out as explored.',
    );
  });

  it('R2 is everything that did not', () => {
    const comparison: RunComparison = {
      isEqual: false,
      steps: [[], ['verdict', 'wrote'], []],
      counts: { live: 3, told: 4 },
      logDiffersAt: 5,
    };
    expect(sayComparison(session(comparison))).toBe(
      'The real store did something else: 1 step is not as explored, and 3 steps were taken instead of 4, and the log differs from position 5 on.',
    );
  });

  it('leads with the worst that was seen', () => {
    const step = { command: 0, step: 'append', attempt: 1, head: 0, moment: 0, ms: 0 } as const;
    expect(worstOf({ steps: [] })).toBeNull();
    expect(
      worstOf({
        steps: [
          { ...step, verdict: 'safe' },
          { ...step, verdict: 'missedConflict', violation: true },
        ],
      }),
    ).toBe('missedConflict');
  });
});
