import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileModel } from '../../../src/decision/compile.ts';
import { MemoryStore } from '../../../src/event-store/memory-store.ts';
import type { EventStore } from '../../../src/event-store/port.ts';
import { seededRandom } from '../../../src/lib/seeded-random.ts';
import { InProcessLocks } from '../../../src/runs/in-process-locks.ts';
import type { LockService } from '../../../src/runs/lock-service.ts';
import { type FreeOptions, runFree } from '../../../src/runs/run-free.ts';
import { SimulatedClock } from '../../../src/runs/simulated-clock.ts';
import { WebLocks } from '../../../src/runs/web-locks.ts';
import { STRATEGY_IDS, type StrategyId } from '../../../src/strategies/program.ts';
import { FakeLockManager } from '../../helpers/fake-lock-manager.ts';
import { type RandomRace, randomRaces, SEED } from '../../helpers/random-model.ts';
import { racesWithPolicies } from '../../helpers/random-policies.ts';
import { slowDown } from '../../helpers/slow-store.ts';
import { essenceOfRun, replaySchedule } from './replayed-run.ts';
import { STORES } from './stores.ts';

const attempts = fc.constantFrom<1 | 2 | 'unlimited'>(1, 2, 'unlimited');

type Setting = Pick<FreeOptions, 'store' | 'locks' | 'sleep' | 'now'> & {
  run<T>(work: Promise<T>): Promise<T>;
};

/** A store that is slow now and then, on a clock that takes no time. */
function simulate(inner: EventStore, locks: LockService, seed: number): Setting {
  const clock = new SimulatedClock();
  const random = seededRandom(seed);
  const wait = () => (random() < 0.5 ? Promise.resolve() : clock.sleep(random() * 6));
  const store = slowDown(inner, wait);
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  const run = <T>(work: Promise<T>) => clock.run(work, settle).finally(() => inner.close());
  return { store, locks, sleep: clock.sleep, now: clock.now, run };
}

/** Runs a race freely and holds it to the schedule that it says it was; what it showed, null where it cannot be run. */
async function compare(
  { model, race }: RandomRace,
  strategy: StrategyId,
  { run, ...setting }: Setting,
  seed: number,
): Promise<readonly string[] | null> {
  const compiled = compileModel(model);
  const options = { ...setting, runId: 'run', random: seededRandom(seed) };
  const result = await run(runFree(compiled, race, strategy, options));
  if ('unavailable' in result) return null;
  const schedule = result.steps.map(({ command }) => command);
  expect(essenceOfRun(result)).toEqual(replaySchedule(compiled, race, strategy, schedule));
  expect(result.outcomes.slice(0, race.commands?.length)).not.toContain(null);
  const turns = schedule.filter((command, index) => command !== schedule[index - 1]);
  const isMixed = turns.length > new Set(turns).size;
  return [...result.steps.map(({ verdict }) => verdict ?? ''), ...(isMixed ? ['mixed'] : [])];
}

/** Runs random races freely, each on a setting of its own; in how many of them commands really got between each other's steps. */
async function tryRaces(
  strategy: StrategyId,
  wanted: number,
  open: (seed: number) => Setting,
  races = randomRaces,
): Promise<{ readonly cases: number; readonly mixed: number }> {
  let cases = 0;
  const shown = new Map<string, number>();
  const property = fc.asyncProperty(races, attempts, fc.nat(), async (random, tries, seed) => {
    const race = { ...random.race, attempts: tries };
    const found = await compare({ ...random, race }, strategy, open(seed), seed);
    fc.pre(found !== null);
    cases += 1;
    for (const key of found ?? []) shown.set(key, (shown.get(key) ?? 0) + 1);
  });
  await fc.assert(property, { seed: SEED, numRuns: wanted });
  if (process.env['AMBIT_STATISTICS'] !== undefined) console.log(strategy, cases, Object.fromEntries(shown));
  return { cases, mixed: shown.get('mixed') ?? 0 };
}

describe.each(STORES)('a race that runs freely on $name', ({ cases: wanted, open }) => {
  for (const strategy of STRATEGY_IDS)
    it(`R3 is one of the explored schedules under ${strategy}`, async () => {
      const openHere = (seed: number) => simulate(open(), new InProcessLocks(), seed);
      const { cases, mixed } = await tryRaces(strategy, wanted, openHere);
      expect(cases).toBeGreaterThanOrEqual(wanted);
      expect(mixed).toBeGreaterThan(wanted / 3);
    });
});

describe('a race with policies that runs freely', () => {
  for (const strategy of STRATEGY_IDS)
    it(`R3 P3 is one of the explored schedules under ${strategy}`, async () => {
      const openHere = (seed: number) => simulate(new MemoryStore('run'), new InProcessLocks(), seed);
      const { cases, mixed } = await tryRaces(strategy, 60, openHere, racesWithPolicies);
      expect(cases).toBeGreaterThanOrEqual(60);
      expect(mixed).toBeGreaterThan(15);
    });
});

describe('a race that runs freely with Web Locks', () => {
  for (const strategy of ['log-lock', 'tag-lock'] as const)
    it(`R3 is one of the explored schedules under ${strategy}`, async () => {
      const openLocks = () => new WebLocks(new FakeLockManager(), 'ambit');
      const openHere = (seed: number) => simulate(new MemoryStore('run'), openLocks(), seed);
      const { cases, mixed } = await tryRaces(strategy, 200, openHere);
      expect(cases).toBeGreaterThanOrEqual(200);
      expect(mixed).toBeGreaterThan(60);
    });
});
