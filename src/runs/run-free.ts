import type { CompiledModel } from '../decision/compiled-model.ts';
import { prepareRace } from '../exploration/prepare-race.ts';
import type { Unavailable } from '../exploration/result.ts';
import { HomelessEvent } from '../exploration/take-step.ts';
import type { Race } from '../model/schema.ts';
import type { StrategyId } from '../strategies/program.ts';
import { sayHomeless } from '../strategies/say-homeless.ts';
import { assembleRun } from './assemble-run.ts';
import type { FreeRun, LiveStep } from './live-result.ts';
import type { LockService } from './lock-service.ts';
import { appendGiven, type RunStore, readLog } from './open-race.ts';
import { DEFAULT_PACE, type Pace, Pauses } from './pauses.ts';
import { raceFreely } from './race-freely.ts';
import { Racer } from './racer.ts';

export interface FreeOptions {
  /** An empty store. */
  readonly store: RunStore;
  readonly runId: string;
  readonly locks: LockService;
  readonly sleep: (ms: number) => Promise<void>;
  /** From 0 to below 1: equal numbers give equal pauses. */
  readonly random: () => number;
  /** Milliseconds, for timings. */
  readonly now: () => number;
  readonly pace?: Pace;
  /** Told of every step when it is done; the order in which they took effect is told by the result. */
  readonly onStep?: (step: LiveStep) => void;
}

/**
 * Runs all commands of a race on a store at the same time, each with its think times, retries and locks (R1, R3).
 * Returns a sentence when the race cannot be run; rejects with what the store throws, once every command has ended.
 */
export async function runFree(
  model: CompiledModel,
  race: Race,
  strategy: StrategyId,
  options: FreeOptions,
): Promise<FreeRun | Unavailable> {
  const { store, runId, locks, sleep, random, now, pace = DEFAULT_PACE, onStep } = options;
  const prepared = prepareRace(model, race, strategy);
  if ('unavailable' in prepared) return prepared;
  const refused = await appendGiven(store, prepared, runId);
  if (refused) return refused;
  let ticks = 0;
  const ground = { store, runId, now, tick: () => ticks++ };
  const start = now();
  const ended = await Promise.allSettled(
    prepared.runs.map((_, command) => {
      const pauses = new Pauses(pace, command, sleep, random() * 2 ** 32);
      return raceFreely(new Racer(prepared, command, ground), { locks, pauses, now, onStep });
    }),
  );
  const ms = now() - start;
  for (const end of ended) {
    if (end.status === 'fulfilled') continue;
    if (end.reason instanceof HomelessEvent) return { unavailable: sayHomeless(end.reason.event) };
    throw end.reason;
  }
  const traces = ended.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
  return assembleRun(traces, await readLog(store, runId), ms);
}
