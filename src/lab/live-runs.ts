import type { Exploration, Unavailable } from '../exploration/result.ts';
import type { ToldRace } from '../exploration/told-race.ts';
import type { Model, Race } from '../model/schema.ts';
import type { RunComparison } from '../runs/compare-told.ts';
import type { LiveStep } from '../runs/live-result.ts';
import type { RunTally } from '../runs/tally.ts';
import type { StrategyId } from '../strategies/program.ts';
import type { LiveLog } from './live-log.ts';

interface RaceOrder {
  readonly model: Model;
  readonly race: Race;
  readonly strategy: StrategyId;
}

/** A race to be run on a real store, one step after the other along a schedule that was told. */
export interface SteppedOrder extends RaceOrder {
  readonly kind: 'stepped';
  readonly told: ToldRace;
  /** How long to pause before each step, in milliseconds. */
  readonly paceMs: number;
  /** Told how many steps are taken, from 0 when it starts. */
  readonly onStep: (taken: number) => void;
}

/** A race to be run so many times, all commands at the same time. */
export interface FreeOrder extends RaceOrder {
  readonly kind: 'free';
  readonly times: number;
  /** From the read to the append, in milliseconds, more or less. */
  readonly thinkMs: number;
}

export type RunOrder = SteppedOrder | FreeOrder;

interface SessionState {
  readonly state: 'running' | 'over' | 'cancelled' | 'failed';
  /** Why it failed, in a sentence. */
  readonly failure: string | null;
}

/** A stepped run, as far as it has come. */
export interface SteppedSession extends SessionState {
  readonly kind: 'stepped';
  readonly order: SteppedOrder;
  readonly steps: readonly LiveStep[];
  /** Null until it has ended. */
  readonly comparison: RunComparison | null;
}

/** One run of many, as far as it has come. */
export interface RunProgress {
  /** From 1. */
  readonly run: number;
  /** In the order in which they were told, and once the run has ended in the order in which they took effect. */
  readonly steps: readonly LiveStep[];
  readonly isOver: boolean;
}

/** Free runs, as far as they have come. */
export interface FreeSession extends SessionState {
  readonly kind: 'free';
  readonly order: FreeOrder;
  /** The newest first. */
  readonly runs: readonly RunProgress[];
  readonly tally: RunTally | null;
  /** Null while all schedules are being explored. */
  readonly exploration: Exploration | Unavailable | null;
  /** How many of the runs that ended were one of the explored schedules, step by step (R3). */
  readonly agreeing: number;
  /** The first run that was none, and what differed. */
  readonly disagreement: { readonly run: number; readonly reason: string } | null;
}

export type RunSession = SteppedSession | FreeSession;

/** Races run for real, one order at a time, on a store of their own that is emptied before each run. */
export interface LiveRuns {
  /** The last order; null before the first. The same object as long as nothing changes. */
  readonly state: () => RunSession | null;
  readonly listen: (listener: () => void) => () => void;
  /** Gives up what is running. */
  readonly start: (order: RunOrder) => void;
  readonly cancel: () => void;
  /** The log that the last run left. */
  readonly log: LiveLog;
}
