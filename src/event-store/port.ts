import type { Query } from '../decision/query.ts';
import type { Json, JsonObject } from '../lib/json.ts';

/**
 * A place in a store's one log: events count from 1, 0 is before the first. Positions only grow, and may have gaps. What
 * is appended gets whole numbers; only a migration puts events between, in steps of `FINEST_STEP`.
 */
export type Position = number;

/** No two positions are nearer to each other; a sum of such steps is exact. */
export const FINEST_STEP = 1 / 1024;

/** Every event, or those that match a query of at least one item. */
export type StoreQuery = 'all' | Query;

/** An event to be appended. Its `id` is made by the client and stays the same when the append is tried again. */
export interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly data: JsonObject;
  /** `concept:value`; duplicates fold. */
  readonly tags: readonly string[];
  /** When it happened, RFC 3339. Order is by position, whatever the clocks say. */
  readonly time: string;
  /** The streams it stands in, if any. */
  readonly streams?: readonly string[];
  /** Who did it, and for whom. */
  readonly actor?: string;
  readonly onBehalfOf?: string;
  /** The command that decided it. */
  readonly command?: string;
  readonly correlationId?: string;
  /** The event or command that led to it. */
  readonly causationId?: string;
  /** The id of the event that this is a further copy of, in another stream (S6). */
  readonly copyOf?: string;
}

export interface StoredEvent extends NewEvent {
  readonly position: Position;
}

/** How many events a stream has to have: exactly so many, none yet (0), or any number. */
export interface ExpectedVersion {
  readonly stream: string;
  readonly version: number | 'none' | 'any';
}

/** What must hold for an append: that nothing matching was appended after a position (which may lie beyond the head), or that streams have the expected versions. */
export type AppendCondition =
  | { readonly query: StoreQuery; readonly after: Position }
  | { readonly streams: readonly ExpectedVersion[] };

export type AppendResult =
  /** `replayed`: all ids were stored before; these are their first positions, and nothing was written. */
  | { readonly kind: 'appended'; readonly positions: readonly Position[]; readonly replayed: boolean }
  /** Matching events were appended after the position. */
  | {
      readonly kind: 'conflict';
      readonly query: StoreQuery;
      readonly after: Position;
      readonly matching: readonly StoredEvent[];
      /** The last position when the condition was checked. */
      readonly head: Position;
    }
  /** A stream has another version than expected. */
  | {
      readonly kind: 'wrong-version';
      readonly expected: ExpectedVersion;
      readonly actual: number;
      readonly head: Position;
    }
  /** Some of the ids are stored and others are not: this is no replay of one append. */
  | { readonly kind: 'partly-stored'; readonly ids: readonly string[] }
  /** What was to be written with the events could not be: nothing was. */
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly head: Position };

/** Where a row beside the log lies: a shelf is all rows of one purpose. */
export interface RowRef {
  readonly shelf: string;
  readonly key: string;
}

/** Something that is kept beside the log: a row of a read model, a checkpoint, a task. */
export interface Row extends RowRef {
  readonly value: Json;
}

/** A change of rows: shelves are cleared first, then rows removed, then put. */
export interface RowWrites {
  readonly clear?: readonly string[];
  readonly remove?: readonly RowRef[];
  readonly put?: readonly Row[];
}

/** Rows are changed only where those it rests on are as expected; without a value: where there is none. */
export interface RowChange extends RowWrites {
  readonly expect: readonly (RowRef & { readonly value?: Json | undefined })[];
}

/** Why what belongs to an event could not be written: by whom, about which event, and which expression failed how. */
export interface Refusal {
  readonly by: string;
  readonly eventId: string;
  readonly eventType: string;
  /** JSON pointer of the expression in the model. */
  readonly at: string;
  readonly expression: string;
  readonly message: string;
}

/** The value of a row, as far as it was asked for and is there. */
export type LookUp = (shelf: string, key: string) => Json | undefined;

/** What is written with the events of an append, in its transaction. Both functions are pure: a transaction that was cut off is done again. */
export interface Attachment {
  /** The rows it looks at. */
  readonly needs: (events: readonly NewEvent[]) => readonly RowRef[];
  /** What to write, or why the events may not be; `head` is the last position before them. Not asked when the append is a replay. */
  readonly decide: (
    events: readonly StoredEvent[],
    look: LookUp,
    head: Position,
  ) => RowWrites | { readonly refusal: Refusal };
}

export interface ReadOptions {
  /** Exclusive: only events behind this position; backwards, only those before it. */
  readonly after?: Position;
  /** At most so many events, a whole number from 0. */
  readonly limit?: number;
  readonly backwards?: boolean;
}

/** A change of tags of stored events; the data is never touched. */
export interface Retagging {
  readonly id: string;
  readonly time: string;
  readonly actor?: string;
  readonly reason?: string;
  readonly changes: readonly {
    readonly position: Position;
    readonly add: readonly string[];
    readonly remove: readonly string[];
  }[];
}

/** A retagging as it was done: what each event's tags were before, and whether it was undone. */
export interface RecordedRetagging extends Retagging {
  readonly before: readonly { readonly position: Position; readonly tags: readonly string[] }[];
  readonly undone: boolean;
}

/** A change of what is stored: the type, the data, anything. */
export interface Migration {
  readonly id: string;
  readonly time: string;
  readonly actor?: string;
  readonly reason?: string;
  /** The end of the log that the changes were worked out from. */
  readonly head: Position;
  /** By position: what stands there, null for nothing; and what is to stand there, null for nothing. */
  readonly changes: readonly {
    readonly position: Position;
    readonly before: StoredEvent | null;
    readonly after: StoredEvent | null;
  }[];
}

/** A migration as it was done; `before` of each change is its backup. */
export interface RecordedMigration extends Migration {
  /** How many retaggings there were then. */
  readonly retaggings: number;
  readonly undone: boolean;
}

export interface Subscription {
  /** Ends the subscription; no event is delivered afterwards. */
  close(): void;
}

/** Everything a store holds, to be put into an empty one. */
export interface StoreContents {
  /** In the order of the log; they get the positions 1, 2, 3 … */
  readonly events: readonly NewEvent[];
  /** In the order they were done; positions count the events above. */
  readonly retaggings: readonly RecordedRetagging[];
}

/**
 * Told to whoever listens when a store can no longer keep its promises: `closed` (the connection was lost and could not
 * be had again), `deleted` (the store is gone), `outdated` (a newer version of the page has taken the store over),
 * `blocked` (waiting for another tab to let go of it), `quota` (no room: nothing of that append was written),
 * `unavailable` (the browser stores nothing: events live in memory only).
 */
export type StoreTrouble = {
  readonly code: 'closed' | 'deleted' | 'blocked' | 'quota' | 'unavailable' | 'outdated';
  readonly message: string;
};

/** One named log of events. All of an append happens, or none of it. */
export interface EventStore {
  readonly name: string;
  /** Whether what is appended outlives the page. */
  readonly durable: boolean;
  /** Appends events in order. Fails with a value when the condition does not hold; rejects with a `StoreError`. */
  append(
    events: readonly NewEvent[],
    condition?: AppendCondition,
    attachment?: Attachment,
  ): Promise<AppendResult>;
  /** The events that match, lazily, in order of position: the log as it stood when the first one was asked for. */
  read(query: StoreQuery, options?: ReadOptions): AsyncIterable<StoredEvent>;
  /** The position of the last matching event, 0 when there is none. */
  lastPosition(query: StoreQuery): Promise<Position>;
  /** The events of a stream in order; its version is how many there are. */
  readStream(stream: string): Promise<readonly StoredEvent[]>;
  /**
   * Catches up from a position (exclusive) and then follows the log, also what other tabs append. Handlers run one after
   * the other. A handler that fails, or a store that does, ends the subscription: `onError` is told why, and without one
   * the error stays unhandled, so that it is seen.
   */
  subscribe(
    query: StoreQuery,
    after: Position,
    handler: (event: StoredEvent) => void | Promise<void>,
    onError?: (error: unknown) => void,
  ): Subscription;
  /** Adds and removes tags in one go and records it. Conditions look at positions, so this stops no append. */
  retag(retagging: Retagging): Promise<RecordedRetagging>;
  /** Gives the events of a retagging the tags they had before; a later one on the same events has to be undone first. */
  undoRetagging(id: string): Promise<RecordedRetagging>;
  listRetaggings(): Promise<readonly RecordedRetagging[]>;
  /**
   * Changes stored events in one go, and keeps the originals. Rejects, and changes nothing, when the log is not as the
   * changes expect it. Positions that are free afterwards are not given to others. Conditions look at positions, so this
   * stops no append; what was folded from the log (read models) has to be made anew.
   */
  migrate(migration: Migration): Promise<RecordedMigration>;
  /** Puts the originals back; later changes of the same events have to be undone first. */
  undoMigration(id: string): Promise<RecordedMigration>;
  listMigrations(): Promise<readonly RecordedMigration[]>;
  /** The values of rows, each in its place; undefined where there is none. */
  getRows(refs: readonly RowRef[]): Promise<readonly (Json | undefined)[]>;
  /** The rows of a shelf in the order of their keys (by UTF-16 code unit), behind a key. */
  listRows(
    shelf: string,
    options?: { readonly after?: string; readonly limit?: number },
  ): Promise<readonly Row[]>;
  countRows(shelf: string): Promise<number>;
  /** Changes rows in one transaction, all of it; false, and nothing, where a row is not as expected. */
  changeRows(change: RowChange): Promise<boolean>;
  /** Fills the store in one go, unless anything is in it (`false`). Rejects with a `StoreError` like `append`. */
  restore(contents: StoreContents): Promise<boolean>;
  /** Calls back when the store gets into trouble, and at once if it is in trouble; returns how to stop that. */
  onTrouble(listener: (trouble: StoreTrouble) => void): () => void;
  close(): void;
}
