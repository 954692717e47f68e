import type { CompiledModel } from '../decision/compiled-model.ts';
import { MemoryStore } from '../event-store/memory-store.ts';
import type { Unavailable } from '../exploration/result.ts';
import { seededRandom } from '../lib/seeded-random.ts';
import type { Race } from '../model/schema.ts';
import type { StrategyId } from '../strategies/program.ts';
import { InProcessLocks } from './in-process-locks.ts';
import type { FreeRun } from './live-result.ts';
import { runFree } from './run-free.ts';
import { SimulatedClock } from './simulated-clock.ts';

/**
 * Runs a race freely on a memory store of its own, with pauses that take no time: equal seeds give equal runs (R3).
 * `settle` is called when all have to go on until they sleep again: it lets everything that is due be done.
 */
export function runSimulated(
  model: CompiledModel,
  race: Race,
  strategy: StrategyId,
  seed: number,
  settle: () => Promise<void>,
): Promise<FreeRun | Unavailable> {
  const clock = new SimulatedClock();
  const { now, sleep } = clock;
  const run = runFree(model, race, strategy, {
    store: new MemoryStore(race.name),
    runId: 'run',
    locks: new InProcessLocks(),
    random: seededRandom(seed),
    sleep,
    now,
  });
  return clock.run(run, settle);
}
