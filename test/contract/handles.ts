import type { EventStore, Subscription } from '../../src/event-store/port.ts';

/** Several ways to the one log of a store. */
export type Handles = readonly [EventStore, ...EventStore[]];

/**
 * One fresh, empty store with one or several handles on its log, as several tabs would have. The steps of a vector go
 * through the handles in turn, and so do the writers of a race.
 */
export interface StoreUnderTest {
  readonly handles: Handles;
  /** Closes all handles and leaves nothing behind. */
  readonly remove: () => Promise<void>;
}

export type MakeStore = () => Promise<StoreUnderTest>;

/** A subscription to a store in another process: whether it was accepted is known later. */
export interface StartingSubscription extends Subscription {
  readonly started: Promise<void>;
}
