import type { BoardEntry } from '../board.ts';

/** A part of a board's history as Yjs writes it. */
export interface StoredUpdate {
  readonly number: number;
  readonly update: Uint8Array;
}

/** Where boards are kept: a list of entries, and for each board updates that together are its document. */
export interface BoardStorage {
  /** Why nothing is kept for good, in words; null when it is. */
  readonly notice: string | null;
  /** Tells the entries now, and whenever any tab changes one. */
  readonly watchEntries: (tell: (entries: readonly BoardEntry[]) => void) => () => void;
  readonly findEntry: (id: string) => Promise<BoardEntry | undefined>;
  /** Adds a board. */
  readonly add: (entry: BoardEntry, update: Uint8Array) => Promise<void>;
  readonly changeEntry: (id: string, changes: Partial<Omit<BoardEntry, 'id'>>) => Promise<void>;
  /** Removes the boards that were deleted before a time, for good. */
  readonly purge: (deletedBefore: number) => Promise<void>;
  readonly readUpdates: (id: string) => Promise<readonly StoredUpdate[]>;
  /** Resolves when it is kept. */
  readonly addUpdate: (id: string, update: Uint8Array) => Promise<void>;
  /** Puts one update in the place of all those after a number, and gives its own; what is added later stays. */
  readonly replaceUpdates: (
    id: string,
    after: number,
    merge: (updates: readonly StoredUpdate[]) => Uint8Array,
  ) => Promise<number>;
}
