import { compileModel } from '../../../src/decision/compile.ts';
import type { EventStore } from '../../../src/event-store/port.ts';
import { prepareRace } from '../../../src/exploration/prepare-race.ts';
import type { Model, Race } from '../../../src/model/schema.ts';
import { NumberedLocks } from '../../../src/runs/numbered-locks.ts';
import { type Pace, Pauses } from '../../../src/runs/pauses.ts';
import { raceFreely, type Trace } from '../../../src/runs/race-freely.ts';
import { Racer } from '../../../src/runs/racer.ts';
import type { StrategyId } from '../../../src/strategies/program.ts';

/** One command of a race, to be run in the worker that is told. */
export interface RaceOrder {
  /** Where the race's given events are; nobody else may use the store meanwhile. */
  readonly store: string;
  readonly runId: string;
  readonly model: Model;
  readonly race: Race;
  readonly strategy: StrategyId;
  /** The command's place in the race, from 0. */
  readonly command: number;
  readonly pace: Pace;
  readonly seed: number;
}

/** The locks of this worker's latest command, whose number has to last until its race is over. */
let latest: NumberedLocks | undefined;

/** Runs the command to its end, beside the others of its race in other workers. One race at a time. */
export async function raceCommand(store: EventStore, order: RaceOrder): Promise<Trace> {
  const { runId, model, race, strategy, command, pace, seed } = order;
  const prepared = prepareRace(compileModel(model), race, strategy);
  if ('unavailable' in prepared) throw new Error(prepared.unavailable);
  latest?.end();
  const locks = new NumberedLocks(navigator.locks, `race/${runId}`);
  latest = locks;
  const now = () => performance.now();
  const doesLock = prepared.runs[command]?.program.locks !== null;
  // Without locks nothing hangs on who of several commands came first in the same gap of the log, and a clock that never
  // goes back within a worker will do.
  const tick = doesLock ? () => locks.turn : () => performance.timeOrigin + now();
  const racer = new Racer(prepared, command, { store, runId, now, tick });
  return raceFreely(racer, { locks, pauses: new Pauses(pace, command, sleep, seed), now });
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
