import type { GivenEvent, IssuedCommand, Race } from '../model/schema.ts';
import type { StrategyId } from '../strategies/program.ts';
import type { ScheduleStep, Unavailable, Verdict } from './result.ts';

/** One step of a past: a command that was run and accepted, or an event that no command of the model emits. */
export type PastStep = IssuedCommand | GivenEvent;

/** A race that shows a verdict: a shortest past, then a shortest schedule prefix (M3). */
export interface Hit {
  readonly past: readonly PastStep[];
  /** The past's events as `given`, and the two commands: can be kept in a model as it is (M5). */
  readonly race: Race;
  readonly schedule: readonly ScheduleStep[];
}

/** Every verdict that was found for a strategy, each with its hit; or why the strategy cannot be used. */
export type VerdictHits = { readonly [V in Verdict]?: Hit } | Unavailable;

/** Why a search went no deeper: nothing was left to find at any depth with these values, one step more found nothing new, the asked depth was reached, or the budget was spent. */
export type SearchEnd = 'complete' | 'nothing-new' | 'depth' | 'budget';

/** What a search is exhaustive within (M2, M3). */
export interface Bounds {
  /** Every past of at most this many steps was looked at; -1 when the budget did not even last for the empty past. */
  readonly past: number;
  readonly ended: SearchEnd;
  /** The whole numbers that were tried. */
  readonly numbers: readonly number[];
  /** How many pasts, told apart by what the two commands read, and how many races from them. */
  readonly pasts: number;
  readonly races: number;
}

/** What the races of a pattern did to the model's constraints, and what stopped them, under one strategy. Names are in order. */
export interface Effects {
  /** Constraints whose rules no longer held when an append was let through all the same: a race breaks them. */
  readonly broken: readonly string[];
  /** Constraints that by then gave other values, from which other events would have followed. */
  readonly stale: readonly string[];
  /** Event types for which a guard stopped an append that by then would have been decided otherwise. */
  readonly stopped: readonly string[];
  /** Event types for which a guard stopped an append although its decision still held. */
  readonly stoppedForNothing: readonly string[];
}

/** Which key fields of the two commands hold the same instance (M1). */
export interface PatternResult {
  /** In words: "same course, other student"; "any" when the commands share no concept. */
  readonly name: string;
  /** Whether some past lets both commands go through; where none does, they cannot get in each other's way. */
  readonly possible: boolean;
  /** Whether the decision of one can be changed by what the other appends, in some past. */
  readonly collides: boolean;
  readonly strategies: { readonly [S in StrategyId]?: VerdictHits };
  /** For each strategy that can be used, and for no guard in any case. */
  readonly effects: { readonly [S in StrategyId]?: Effects };
  /** A race in which both write the same fact one after the other, and it counts twice: maybe a constraint is missing. */
  readonly repeats: Hit | null;
  readonly bounds: Bounds;
}

/** Two commands, and all that can happen between them (M3). */
export interface MatrixCell {
  readonly commands: readonly [string, string];
  /** When they collide, in words: "never", "same course or same student", "always" (M4). */
  readonly summary: string;
  readonly patterns: readonly PatternResult[];
}

/** How far a search is. */
export interface SearchProgress {
  readonly commands: readonly [string, string];
  readonly pattern: string;
  readonly past: number;
  readonly races: number;
  /** Pairs of commands that are finished, of how many. */
  readonly done: number;
  readonly pairs: number;
}
