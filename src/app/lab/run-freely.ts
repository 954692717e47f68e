import type { CompiledModel } from '../../decision/compiled-model.ts';
import { prepareRace } from '../../exploration/prepare-race.ts';
import type { FreeOrder } from '../../lab/live-runs.ts';
import { followReplay } from '../../runs/follow-replay.ts';
import type { FreeRun, LiveStep } from '../../runs/live-result.ts';
import { DEFAULT_PACE } from '../../runs/pauses.ts';
import { runFree } from '../../runs/run-free.ts';
import type { RunTally } from '../../runs/tally.ts';
import { Tally } from '../../runs/tally.ts';
import { WebLocks } from '../../runs/web-locks.ts';
import type { RunGround } from './run-ground.ts';
import { sleep } from './sleep.ts';

/** Told of runs as they go on; runs count from 1. */
export interface FreeWatcher {
  readonly onStep: (run: number, step: LiveStep) => void;
  /** `difference` says what is not as in any explored schedule; null when nothing is (R3). */
  readonly onEnd: (run: number, result: FreeRun, tally: RunTally, difference: string | null) => void;
}

/** Runs a race many times, one run after the other, each on an emptied store. Rejects with a message for people. */
export async function runFreely(
  model: CompiledModel,
  { race, strategy, times, thinkMs }: FreeOrder,
  ground: RunGround,
  watcher: FreeWatcher,
  signal: AbortSignal,
): Promise<void> {
  const prepared = prepareRace(model, race, strategy);
  if ('unavailable' in prepared) throw new Error(prepared.unavailable);
  const tally = new Tally();
  for (let run = 1; run <= times && !signal.aborted; run++) {
    const id = ground.makeId();
    const result = await runFree(model, race, strategy, {
      store: await ground.emptied(),
      runId: id,
      locks: new WebLocks(ground.locks, `ambit-run:${id}`),
      pace: { ...DEFAULT_PACE, think: thinkMs },
      random: ground.random,
      now: ground.now,
      sleep: (ms) => sleep(ms, signal),
      onStep: (step) => watcher.onStep(run, step),
    });
    if ('unavailable' in result) throw new Error(result.unavailable);
    tally.add(result);
    watcher.onEnd(run, result, tally.result, followReplay(prepared, result));
  }
}
