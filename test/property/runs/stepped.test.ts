import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileModel } from '../../../src/decision/compile.ts';
import { MemoryStore } from '../../../src/event-store/memory-store.ts';
import { runStepped } from '../../../src/runs/run-stepped.ts';
import { STRATEGY_IDS } from '../../../src/strategies/program.ts';
import { randomRaces, SEED } from '../../helpers/random-model.ts';
import { racesWithPolicies } from '../../helpers/random-policies.ts';
import { essenceOfRun, picks, replayPicks } from './replayed-run.ts';
import { STORES } from './stores.ts';

describe('a race with policies stepped along a schedule', () => {
  for (const strategy of STRATEGY_IDS)
    it(`R2 P3 gives what exploration gives for it under ${strategy}`, async () => {
      let joined = 0;
      const property = fc.asyncProperty(racesWithPolicies, picks, async ({ model, race }, choices) => {
        const compiled = compileModel(model);
        const expected = replayPicks(compiled, race, strategy, choices);
        fc.pre(expected !== null);
        if (expected === null) return;
        const store = new MemoryStore('run');
        const run = await runStepped(compiled, race, strategy, expected.schedule, { store, runId: 'run' });
        if ('unavailable' in run) throw new Error(run.unavailable);
        expect(essenceOfRun(run)).toEqual(expected.essence);
        if (run.steps.some(({ command }) => command >= (race.commands ?? []).length)) joined += 1;
      });
      await fc.assert(property, { seed: SEED, numRuns: 100 });
      expect(joined).toBeGreaterThan(20);
    });
});

describe.each(STORES)('a race stepped along a schedule on $name', ({ cases: wanted, open }) => {
  for (const strategy of STRATEGY_IDS)
    it(`R2 S1 gives what exploration gives for it under ${strategy}`, async () => {
      let cases = 0;
      const shown = new Set<string>();
      const property = fc.asyncProperty(randomRaces, picks, async ({ model, race }, choices) => {
        const compiled = compileModel(model);
        const expected = replayPicks(compiled, race, strategy, choices);
        fc.pre(expected !== null);
        if (expected === null) return;
        const store = open();
        cases += 1;
        const run = await runStepped(compiled, race, strategy, expected.schedule, { store, runId: 'run' });
        store.close();
        if ('unavailable' in run) throw new Error(run.unavailable);
        expect(essenceOfRun(run)).toEqual(expected.essence);
        for (const { verdict, outcome } of run.steps) shown.add(verdict ?? '').add(`→ ${outcome ?? ''}`);
      });
      await fc.assert(property, { seed: SEED, numRuns: wanted });
      expect(cases).toBeGreaterThanOrEqual(wanted);
      if (process.env['AMBIT_STATISTICS'] !== undefined) console.log(strategy, cases, [...shown].sort());
    });
});
