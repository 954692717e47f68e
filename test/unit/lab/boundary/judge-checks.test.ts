import { describe, expect, it } from 'vitest';
import { judgeChecks, sayCheckGuard } from '../../../../src/lab/boundary/judge-checks.ts';
import type { BoundaryPart, BoundaryReport } from '../../../../src/strategies/report-boundary.ts';

const part = (constraints: readonly string[], more: Partial<BoundaryPart>): BoundaryPart => ({
  event: 'Subscribed',
  concepts: [],
  tags: [],
  constraints,
  needed: true,
  guarded: true,
  relaxed: false,
  ...more,
});
const OPEN = { guarded: false };

describe('the guard of a check', () => {
  it('is what becomes of all that the constraint needs', () => {
    const report: BoundaryReport = {
      command: 'Subscribe',
      strategy: 'stream-version',
      parts: [
        part(['Exists', 'FreeSeat'], {}),
        part(['FreeSeat'], OPEN),
        part(['FreeSlot'], OPEN),
        part(['Unlocked'], { ...OPEN, relaxed: true }),
        part([], { needed: false }),
      ],
      guard: { kind: 'streams', streams: [] },
      sentence: '',
    };
    expect(Object.fromEntries(judgeChecks(report))).toEqual({
      Exists: 'kept',
      FreeSeat: 'partly',
      FreeSlot: 'open',
      Unlocked: 'relaxed',
    });
    expect(sayCheckGuard('partly', report)).toBe('partly guarded');
    expect(sayCheckGuard('open', { guard: { kind: 'locks', keys: [] } })).toBe('not locked');
  });
});
