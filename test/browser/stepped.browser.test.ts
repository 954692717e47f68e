import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileModel } from '../../src/decision/compile.ts';
import { deleteStore, openEventStore } from '../../src/event-store/stores.ts';
import { runStepped } from '../../src/runs/run-stepped.ts';
import { STRATEGY_IDS } from '../../src/strategies/program.ts';
import { randomRaces, SEED } from '../helpers/random-model.ts';
import { essenceOfRun, picks, replayPicks } from '../property/runs/replayed-run.ts';

const CASES = 25;

describe('a race stepped along a schedule on IndexedDB in Chromium', () => {
  it.each(STRATEGY_IDS)('R2 S1 gives what exploration gives for it under %s', async (strategy) => {
    let cases = 0;
    const property = fc.asyncProperty(randomRaces, picks, async ({ model, race }, choices) => {
      const compiled = compileModel(model);
      const expected = replayPicks(compiled, race, strategy, choices);
      fc.pre(expected !== null);
      if (expected === null) return;
      const name = crypto.randomUUID();
      const store = await openEventStore(name);
      const run = await runStepped(compiled, race, strategy, expected.schedule, { store, runId: 'run' });
      store.close();
      await deleteStore(name, name);
      if ('unavailable' in run) throw new Error(run.unavailable);
      expect(store.durable).toBe(true);
      expect(essenceOfRun(run)).toEqual(expected.essence);
      cases += 1;
    });
    await fc.assert(property, { seed: SEED, numRuns: CASES });
    expect(cases).toBeGreaterThanOrEqual(CASES);
  });
});
