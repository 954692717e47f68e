import type { CompiledCommand } from '../decision/compiled-model.ts';
import type { Json } from '../lib/json.ts';
import type { Duration } from './duration.ts';

/** How an instance of a concept is chosen for a command. */
export type Choice =
  | { readonly kind: 'uniform' }
  /** Instance `n` is chosen in proportion to `1 / n^exponent`. */
  | { readonly kind: 'zipf'; readonly exponent: number }
  /** The first few instances get a share of all commands. */
  | { readonly kind: 'hot'; readonly count: number; readonly share: number };

export interface PoolPlan {
  readonly concept: string;
  /** Instances at the start; commands that make one add to them. */
  readonly count: number;
  readonly choice: Choice;
}

/** Where a command's field takes its value from. */
export type FieldPlan =
  /** An instance of a concept; a list takes as many as said, all different. */
  | {
      readonly kind: 'instance';
      readonly concept: string;
      readonly listOf: number | null;
    }
  | { readonly kind: 'values'; readonly values: readonly Json[] };

export interface CommandPlan {
  readonly command: CompiledCommand;
  readonly weight: number;
  readonly fields: ReadonlyMap<string, FieldPlan>;
}

export type Arrivals =
  /** So many a second on average, one after the other by chance (Poisson). */
  | { readonly kind: 'poisson'; readonly rate: number }
  /** So many a second on average, in bursts of so many at once. */
  | { readonly kind: 'bursts'; readonly rate: number; readonly size: number }
  /** So many clients, each of which thinks after an answer and then asks again. */
  | { readonly kind: 'clients'; readonly clients: number; readonly think: Duration };

/** The pause before another attempt. */
export type BackOff =
  | { readonly kind: 'none' }
  | { readonly kind: 'constant'; readonly ms: number }
  /** Doubles with each attempt, up to `most`; with jitter it is anything from nothing to that. */
  | { readonly kind: 'exponential'; readonly ms: number; readonly most: number; readonly jitter: boolean };

export interface StartPlan {
  readonly plan: CommandPlan;
  readonly times: number;
  readonly isForNew: boolean;
}

/** A workload with everything in it decided: what the simulator runs. Times are in milliseconds. */
export interface LoadPlan {
  readonly name: string;
  readonly mix: readonly CommandPlan[];
  /** What makes instances, for when there are none left that a command could name; none where the mix is written down. */
  readonly makers: readonly CommandPlan[];
  readonly pools: ReadonlyMap<string, PoolPlan>;
  /** Whether instances are drawn by chance alone, or so that a command would be accepted at that moment. */
  readonly isBlind: boolean;
  /**
   * Commands run one after the other before the clock starts, as often as said; or only where they are
   * about an instance that no event is about yet.
   */
  readonly start: readonly StartPlan[];
  readonly arrivals: Arrivals;
  /** Between read and append. */
  readonly window: Duration;
  /** Whether a command that tries again takes as long as before, or as long as newly drawn. */
  readonly keepsWindow: boolean;
  /** What each step takes in the store, and how many steps it does at a time (Infinity for any number). */
  readonly step: Duration;
  readonly workers: number;
  /** Tries per leg, Infinity for unlimited. */
  readonly attempts: number;
  readonly backOff: BackOff;
  readonly warmUp: number;
  readonly duration: number;
}
