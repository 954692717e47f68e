import type { ToldSchedule } from './result.ts';

/**
 * What it means to let two neighbouring steps of a schedule change places. Both orders are taken from the same state;
 * they are independent when they lead to the same merged state (X4), each command's step shows the same verdict and
 * outcome in both, and the log is the same: then nothing can tell them apart, now or later. Two appends never are,
 * for their events change places in the log: `onlyLog` says that nothing else differs, so that no decision of the race
 * can notice. Rejections count as the same by whatever constraint (D8).
 */
export type Swap =
  /** They belong to one command, whose steps have an order. */
  | { readonly kind: 'same-command' }
  /** The second cannot be taken before the first: it waits for a lock. */
  | { readonly kind: 'waits' }
  /** The second belongs to a command that joins only because of the first (P3). */
  | { readonly kind: 'joins' }
  | { readonly kind: 'independent'; readonly order: readonly number[] }
  /** Another schedule, with another story; the steps after the two are followed as far as they go. */
  | {
      readonly kind: 'dependent';
      readonly order: readonly number[];
      readonly onlyLog: boolean;
    };

/** A schedule told, with the ways that lead off it. */
export interface ToldRace extends ToldSchedule {
  /** Who takes each step. */
  readonly order: readonly number[];
  /** The commands that can take the next step: before each step, and after the last. */
  readonly enabled: readonly (readonly number[])[];
  /** For each step but the last: what comes of letting it and the next change places. */
  readonly swaps: readonly Swap[];
}
