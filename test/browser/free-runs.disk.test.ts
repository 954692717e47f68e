import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileModel } from '../../src/decision/compile.ts';
import { type PreparedRace, prepareRace } from '../../src/exploration/prepare-race.ts';
import { VERDICTS } from '../../src/exploration/result.ts';
import { parseModel } from '../../src/model/parse.ts';
import type { Model, Race } from '../../src/model/schema.ts';
import { assembleRun } from '../../src/runs/assemble-run.ts';
import { followReplay } from '../../src/runs/follow-replay.ts';
import type { FreeRun, LiveStep } from '../../src/runs/live-result.ts';
import { appendGiven, readLog } from '../../src/runs/open-race.ts';
import { Tally } from '../../src/runs/tally.ts';
import { STRATEGY_IDS, type StrategyId } from '../../src/strategies/program.ts';
import { shareContexts } from './contexts.ts';
import { RemoteStore } from './remote-store.ts';

const RACES = [
  'The last seat',
  'The last course a student may take',
  'The last seat, tried again',
  'Three students, one seat',
];
const RUNS = 5;
/** Think times apart enough that orders differ, and long enough that commands overlap, also when a message takes its time. */
const PACE = { startWithin: 12, think: [8, 12, 10], travel: 2, jitter: 1, backOff: 5 };
/** What guards everything that the commands of these races decide on (T1; tag locks do, for each command takes the other's). */
const NEVER_MISSING: readonly StrategyId[] = ['log-version', 'log-lock', 'tag-condition', 'tag-lock'];

const model = readModel('course-subscriptions');
const compiled = compileModel(model);

describe('Races whose commands each run in a worker of their own', () => {
  const contexts = shareContexts({ tabs: 3 });
  const steps: LiveStep[] = [];
  let runs = 0;
  let schedules = 0;
  let started = 0;
  beforeAll(() => {
    started = performance.now();
  });
  afterAll(() => {
    const seconds = (performance.now() - started) / 1000;
    const counts = VERDICTS.map(
      (known) => `${known} ${steps.filter(({ verdict }) => verdict === known).length}`,
    );
    console.log(
      `Free runs in workers: ${runs} runs, ${schedules} schedules, ${steps.length} steps in ${seconds.toFixed(1)} s: ${counts.join(', ')}`,
    );
  });

  describe.each(RACES)('“%s”', (name) => {
    it.each(STRATEGY_IDS)('R3 is one of the explored schedules each time under %s', async (strategy) => {
      const race = findRace(name);
      const prepared = prepareRace(compiled, race, strategy);
      if ('unavailable' in prepared) throw new Error(prepared.unavailable);
      const tally = new Tally();
      for (let run = 0; run < RUNS; run++) {
        const result = await runInWorkers(race, prepared, strategy);
        expect(followReplay(prepared, result), JSON.stringify(result.steps)).toBeNull();
        expect(result.outcomes).not.toContain(null);
        tally.add(result);
        steps.push(...result.steps);
      }
      const { verdicts, schedules: different } = tally.result;
      schedules += different;
      const mayMiss = NEVER_MISSING.includes(strategy) ? 0 : RUNS;
      expect(verdicts.missedConflict?.runs ?? 0).toBeLessThanOrEqual(mayMiss);
    });
  });

  it('R3 was put to the test: commands met, were stopped, and waited', () => {
    const seen = new Set(steps.map(({ verdict }) => verdict));
    for (const verdict of ['safe', 'missedConflict', 'conflict', 'neededWait'] as const)
      expect(seen, verdict).toContain(verdict);
  });

  /** One run, on a store of its own that is deleted in the end. */
  async function runInWorkers(race: Race, prepared: PreparedRace, strategy: StrategyId): Promise<FreeRun> {
    const { tabs, workers } = contexts();
    const runId = `run-${runs++}`;
    const store = await RemoteStore.open(tabs[0], runId);
    try {
      expect(store.durable).toBe(true);
      expect(await appendGiven(store, prepared, runId)).toBeNull();
      const racing = workers.slice(0, prepared.runs.length);
      expect(racing).toHaveLength(prepared.runs.length);
      await Promise.all(racing.map((worker) => worker.call('open', runId)));
      const start = performance.now();
      const traces = await Promise.all(
        racing.map((worker, command) => {
          const seed = runs * 10 + command;
          return worker.call('race', {
            store: runId,
            runId,
            model,
            race,
            strategy,
            command,
            pace: PACE,
            seed,
          });
        }),
      );
      return assembleRun(traces, await readLog(store, runId), performance.now() - start);
    } finally {
      await Promise.all(workers.map((worker) => worker.call('close', runId)));
      await tabs[0].call('remove', runId);
    }
  }
});

function findRace(name: string): Race {
  const race = model.races?.find((known) => known.name === name);
  if (race === undefined) throw new Error(`The model has no race “${name}”`);
  return race;
}

function readModel(name: string): Model {
  const file = new URL(`../../public/models/${name}.ambit.json`, import.meta.url);
  const { model: found } = parseModel(readFileSync(file));
  if (found === null) throw new Error(`${name} is no model`);
  return found;
}
