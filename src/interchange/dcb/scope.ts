import type { Cel } from './cel.ts';
import type { Shape } from './shape.ts';

/** How long one unit of an age such as `minutesAgo` is: in CEL's duration syntax, and in seconds. */
export interface AgeUnit {
  readonly amount: number;
  readonly suffix: 'h' | 'm' | 's';
  readonly seconds: number;
}

/** A translated expression and what is known of its value. */
export interface Typed {
  readonly cel: Cel;
  readonly shape: Shape;
  /** Set on `event.metadata.minutesAgo` and its like, whose comparisons read better as durations. */
  readonly age?: AgeUnit;
}

/** A JavaScript name that is no value in CEL but has members that are, such as `state` in a condition. */
export interface Namespace {
  readonly members: ReadonlyMap<string, Binding>;
  /** What the name is on its own, and where members that are not listed are looked up. */
  readonly self?: Typed;
}

export type Binding = Typed | Namespace;

/** A comparison of an event's age, with the age on its left. */
export interface AgeComparison {
  readonly operator: '<' | '<=' | '>' | '>=';
  readonly seconds: number;
}

/** What an expression can name, and where it notes which ages it compares. */
export interface JavaScriptScope {
  readonly names: ReadonlyMap<string, Binding>;
  readonly ages?: AgeComparison[];
}

export function isNamespace(binding: Binding): binding is Namespace {
  return 'members' in binding;
}
