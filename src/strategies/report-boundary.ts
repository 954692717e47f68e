import type { CompiledModel } from '../decision/compiled-model.ts';
import type { JsonObject } from '../lib/json.ts';
import type { Guard } from './guard.ts';
import type { StrategyId } from './program.ts';

/** One way in which a command depends on an event type, or is guarded against it. */
export interface BoundaryPart {
  readonly event: string;
  /** The concepts by which the events are filtered, such as `course` for "same course"; none for all events of the type. */
  readonly concepts: readonly string[];
  /** The same with values, such as `course:c1`. */
  readonly tags: readonly string[];
  /** The constraints whose decision needs it; none where it is only guarded. */
  readonly constraints: readonly string[];
  readonly needed: boolean;
  readonly guarded: boolean;
  /** All constraints that need it are relaxed: it is left out of the guard on purpose (B2). */
  readonly relaxed: boolean;
}

/** What a command needs to decide, beside what a strategy guards (B1, S). */
export interface BoundaryReport {
  readonly command: string;
  readonly strategy: StrategyId;
  readonly parts: readonly BoundaryPart[];
  /** What the store checks, or what is locked. */
  readonly guard: Guard | { readonly kind: 'locks'; readonly keys: readonly string[] };
  /** One sentence that says what is guarded, in the model's words. */
  readonly sentence: string;
}

/** What a command needs beside what is guarded; a sentence where that cannot be said. */
export function reportBoundary(
  _model: CompiledModel,
  _command: string,
  _strategy: StrategyId,
  _data?: JsonObject,
): BoundaryReport | { readonly unavailable: string } {
  return { unavailable: 'Boundaries are not worked out yet' };
}
