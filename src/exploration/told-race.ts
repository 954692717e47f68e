import type { ToldSchedule } from './result.ts';

/** What it means to let two neighbouring steps of a schedule change places. */
export type Swap =
  /** They belong to one command, whose steps have an order. */
  | { readonly kind: 'same-command' }
  /** The second cannot be taken before the first: it waits for a lock. */
  | { readonly kind: 'waits' }
  /** Nothing can tell the two orders apart. */
  | { readonly kind: 'independent'; readonly order: readonly number[] }
  /** Another schedule, with another story. */
  | { readonly kind: 'dependent'; readonly order: readonly number[] };

/** A schedule told, with the ways that lead off it. */
export interface ToldRace extends ToldSchedule {
  /** Who takes each step. */
  readonly order: readonly number[];
  /** The commands that can take the next step: before each step, and after the last. */
  readonly enabled: readonly (readonly number[])[];
  /** For each step but the last: what comes of letting it and the next change places. */
  readonly swaps: readonly Swap[];
}
