import { describe, expect, it } from 'vitest';
import { assembleRun } from '../../../src/runs/assemble-run.ts';
import type { LiveStep } from '../../../src/runs/live-result.ts';
import type { Trace } from '../../../src/runs/race-freely.ts';

const trace = (ms: number, ...steps: readonly LiveStep[]): Trace => ({
  steps,
  timing: { ms, waitedMs: 0, retries: 0 },
});

describe('a run put together from the traces of its commands', () => {
  it('R3 has the steps in the order in which they took effect, and outcomes and times in that of the race', () => {
    const at = { attempt: 1, head: 0, ms: 0 };
    const first = trace(
      5,
      { ...at, command: 0, step: 'read', moment: 3 },
      { ...at, command: 0, step: 'append', moment: 4, wrote: [1], outcome: 'accepted' },
    );
    const second = trace(7, { ...at, command: 1, step: 'read', moment: 1 });
    const run = assembleRun([first, second], [], 9);
    expect(run.steps.map(({ command, step }) => `${command} ${step}`)).toEqual([
      '1 read',
      '0 read',
      '0 append',
    ]);
    expect(run).toMatchObject({ outcomes: ['accepted', null], log: [], ms: 9 });
    expect(run.timings.map(({ ms }) => ms)).toEqual([5, 7]);
  });
});
