import { describe, expect, it } from 'vitest';
import type { ExampleReport } from '../../../../../src/board/analysis.ts';
import { acceptOutcome, sayOutcome } from '../../../../../src/panels/inspector/examples/accept-outcome.ts';

const NOTHING: ExampleReport = { verdict: 'red', message: null, events: [], checks: [] };

describe('taking what came out', () => {
  it.each<[string, Partial<ExampleReport>, unknown, string]>([
    [
      'events',
      { events: [{ event: 'CourseDefined', data: { courseId: 'c1' } }] },
      { events: [{ event: 'CourseDefined', data: { courseId: 'c1' } }] },
      'CourseDefined (courseId "c1")',
    ],
    [
      'a rejection',
      {
        checks: ['A', 'B', 'B'].map((constraint) => ({
          constraint,
          holds: constraint === 'A',
          projections: {},
        })),
      },
      { rejected: ['B'] },
      'rejected by B',
    ],
    ['an error', { message: 'Expected no events, but it was an error in "x"' }, { error: true }, 'an error'],
    ['nothing', { message: 'Expected X, but got no events' }, { events: [] }, 'nothing'],
  ])('takes %s', (_, report, outcome, words) => {
    expect(acceptOutcome({ ...NOTHING, ...report })).toEqual(outcome);
    expect(sayOutcome({ ...NOTHING, ...report })).toBe(words);
  });
});
