/** What a store can check at an append, by what a log alone can tell of it. */
export const BOUNDARIES = ['log-version', 'stream-version', 'tag-condition', 'any-tag'] as const;
/**
 * `tag-condition` guards the query of the command's decision with a model mapped on; without one, events that carry all
 * tags of the transaction. `any-tag` is the other end of what tags can mean without a model: events that carry one of them.
 */
export type BoundaryId = (typeof BOUNDARIES)[number];

/** What a log says about the contention of its appends (H1–H3). All times and lengths are milliseconds. */
export interface Measure {
  /** Events that were measured, and those of actors that were left out. */
  readonly events: number;
  readonly eventsLeftOut: number;
  readonly transactions: number;
  /** Of the first and the last event; null of a log without events. */
  readonly from: number | null;
  readonly until: number | null;
  /** Whose values are taken for streams; null when no event has a tag. */
  readonly concept: string | null;
  /** The boundaries that are measured, widest first; `any-tag` only without a model. */
  readonly boundaries: readonly BoundaryId[];
  /** Transactions that a boundary does not apply to: without a stream, a tag, or a command of the model. */
  readonly outside: Counts;
  readonly concepts: readonly ConceptCount[];
  /** The busiest, at most 50 of them. */
  readonly actors: readonly ActorCount[];
  readonly windows: readonly WindowMeasure[];
  /** Collisions at windows from the shortest to the longest that make sense, for a curve. */
  readonly curve: readonly CurvePoint[];
  readonly model: ModelUse | null;
}

/** A number for each boundary that is measured. */
export type Counts = { readonly [B in BoundaryId]?: number };

export interface ConceptCount {
  readonly concept: string;
  /** Events with a tag of it. */
  readonly events: number;
  readonly instances: number;
  /** A tag that most events carry; null where there is none. */
  readonly hub: string | null;
  readonly isLeftOut: boolean;
}

export interface ActorCount {
  readonly actor: string;
  readonly events: number;
  /** Whether the name reads like that of a machine. */
  readonly looksLikeBot: boolean;
  readonly isLeftOut: boolean;
}

export interface CurvePoint {
  readonly window: number;
  readonly collisions: Counts;
}

export interface WindowMeasure {
  readonly window: number;
  readonly boundaries: { readonly [B in BoundaryId]?: BoundaryMeasure };
  readonly time: TimeMeasure;
}

export interface BoundaryMeasure {
  readonly collisions: number;
  /** Of all transactions, from 0 to 1. */
  readonly rate: number;
  /** The most frequent first, each collision in one of them; at most 400. */
  readonly pairs: readonly PairCount[];
  /** The hottest first, at most 50: a collision counts for every tag that both sides carry. */
  readonly instances: readonly InstanceCount[];
  /** With a model mapped on: what re-deciding says. */
  readonly judged?: Judged;
}

/** A transaction whose first event is a `type` was stopped by a `by`. */
export interface PairCount {
  readonly type: string;
  readonly by: string;
  readonly collisions: number;
}

export interface InstanceCount {
  readonly tag: string;
  /** Transactions that carry the tag. */
  readonly transactions: number;
  readonly collisions: number;
}

/** Collisions by whether the decision at the append differs from the one at the read. */
export interface Judged {
  /** The decision differs: stopped rightly. */
  readonly trueCollisions: number;
  /** The decision is the same: stopped for nothing. */
  readonly falseCollisions: number;
  /** No command of the model could be found for the transaction. */
  readonly unknown: number;
  /** The decision differs, and the boundary lets the append through. */
  readonly missed: number;
}

/** Collisions in stretches of equal length, the first of which begins at `start`. */
export interface TimeMeasure {
  readonly start: number;
  readonly size: number;
  readonly transactions: readonly number[];
  readonly collisions: { readonly [B in BoundaryId]?: readonly number[] };
}

/** How far a model could be mapped on. */
export interface ModelUse {
  readonly name: string;
  /** Transactions that a command of the model could be found for. */
  readonly mapped: number;
  /** Of those, the ones that two commands fit equally well: the first of the model was taken. */
  readonly ambiguous: number;
}
