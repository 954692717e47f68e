import type { CompiledModel } from '../../decision/compiled-model.ts';
import type { EventStore } from '../../event-store/port.ts';
import type { RaceOrder, RaceWatcher } from '../../panels/live/race-bench.ts';
import { DEFAULT_PACE } from '../../runs/pauses.ts';
import { runFree } from '../../runs/run-free.ts';
import { Tally } from '../../runs/tally.ts';
import { WebLocks } from '../../runs/web-locks.ts';
import { STRATEGY_IDS, type StrategyId } from '../../strategies/program.ts';

/** Names that start so belong to the races: their stores are emptied before each run. */
export const RACE_PREFIX = 'Race: ';

/** What runs need of the world outside. */
export interface RunGround {
  /** An empty store of that name; one that was there is deleted. */
  readonly recreate: (name: string) => Promise<EventStore>;
  readonly locks: LockManager | undefined;
  readonly random: () => number;
  readonly now: () => number;
  readonly makeId: () => string;
}

/** Runs a race many times, one run after the other, each on an empty store. Rejects with a message for people. */
export async function runRaces(
  model: CompiledModel,
  order: RaceOrder,
  watcher: RaceWatcher,
  signal: AbortSignal,
  ground: RunGround,
): Promise<void> {
  const { locks } = ground;
  if (locks === undefined) throw new Error('This browser has no Web Locks, which races need.');
  const name = `${RACE_PREFIX}${order.race.name}`;
  await locks.request(`ambit-race:${name}`, { ifAvailable: true }, async (lock) => {
    if (lock === null)
      throw new Error('Another tab is running this race: wait for it, or take another race.');
    watcher.onStore(name);
    const tally = new Tally();
    for (let run = 1; run <= order.times && !signal.aborted; run++) {
      const id = ground.makeId();
      const result = await runFree(model, order.race, findStrategy(order.strategy), {
        store: await ground.recreate(name),
        runId: id,
        locks: new WebLocks(locks, `ambit-run:${id}`),
        pace: { ...DEFAULT_PACE, think: order.thinkMs },
        random: ground.random,
        now: ground.now,
        sleep: (ms) => sleep(ms, signal),
        onStep: (step) => watcher.onStep(run, step),
      });
      if ('unavailable' in result) throw new Error(`This race cannot be run so: ${result.unavailable}.`);
      tally.add(result);
      watcher.onEnd(run, result, tally.result);
    }
  });
}

export function findStrategy(id: string): StrategyId {
  const found = STRATEGY_IDS.find((known) => known === id);
  if (found === undefined) throw new Error(`There is no strategy “${id}”.`);
  return found;
}

/** Rejects when the signal says so: then the run is over in the middle. */
function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}
