import type { CompiledModel } from '../decision/compiled-model.ts';
import { countCommands, prepareRace } from '../exploration/prepare-race.ts';
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
import { raceFreely, type Trace } from './race-freely.ts';
import { type Joined, Racer } from './racer.ts';

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
  const traces: Trace[] = [];
  const failures: unknown[] = [];
  const running: Promise<unknown>[] = [];
  const begin = (command: number, racer: Racer): void => {
    const pauses = new Pauses(pace, command, sleep, random() * 2 ** 32);
    const onJoin = (joined: Joined) => begin(joined.command, joined.racer);
    const whole = raceFreely(racer, { locks, pauses, now, onStep, onJoin });
    const keep = (trace: Trace) => {
      traces[command] = trace;
    };
    running.push(whole.then(keep, (error: unknown) => failures.push(error)));
  };
  for (const command of prepared.runs.keys()) begin(command, new Racer(prepared, command, ground));
  // The list grows while commands of policies join.
  for (const one of running) await one;
  const ms = now() - start;
  for (const failure of failures) {
    if (failure instanceof HomelessEvent) return { unavailable: sayHomeless(failure.event) };
    throw failure;
  }
  const all = Array.from({ length: countCommands(prepared) }, (_, command) => traces[command] ?? ABSENT);
  return assembleRun(all, await readLog(store, runId), ms);
}

/** A command that never joined. */
const ABSENT: Trace = { steps: [], timing: { ms: 0, waitedMs: 0, retries: 0 } };
