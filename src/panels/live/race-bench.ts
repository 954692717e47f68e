import type { Exploration, Unavailable } from '../../exploration/result.ts';
import type { Race } from '../../model/schema.ts';
import type { FreeRun, LiveStep } from '../../runs/live-result.ts';
import type { RunTally } from '../../runs/tally.ts';

export interface ModelChoice {
  readonly file: string;
  readonly name: string;
}

export interface StrategyChoice {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
}

/** What a person asks for: a race of a model, run so many times under a strategy. */
export interface RaceOrder {
  readonly file: string;
  readonly race: Race;
  readonly strategy: string;
  readonly times: number;
  /** From the read to the append, in milliseconds, more or less. */
  readonly thinkMs: number;
}

/** Told of runs as they go on; runs count from 1. */
export interface RaceWatcher {
  /** The store that the runs use, one after the other. */
  readonly onStore: (name: string) => void;
  readonly onStep: (run: number, step: LiveStep) => void;
  readonly onEnd: (run: number, result: FreeRun, tally: RunTally) => void;
}

/** Where shipped races are run for real. What fails rejects with a message for people. */
export interface RaceBench {
  readonly models: readonly ModelChoice[];
  readonly strategies: readonly StrategyChoice[];
  readonly loadRaces: (file: string) => Promise<readonly Race[]>;
  readonly explore: (order: RaceOrder) => Promise<Exploration | Unavailable>;
  /** Ends early when the signal says so; runs that have ended stay as they were told. */
  readonly run: (order: RaceOrder, watcher: RaceWatcher, signal: AbortSignal) => Promise<void>;
}
