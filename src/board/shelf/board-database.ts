import { Dexie, type Table } from 'dexie';
import type { BoardEntry } from '../board.ts';

/** The IndexedDB of the browser, or a test's own. */
export interface IndexedDb {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
}

export interface UpdateRow {
  readonly number?: number;
  readonly board: string;
  readonly update: Uint8Array;
}

export const VERSION = 1;
/** How Dexie counts versions in IndexedDB. */
export const NATIVE_VERSIONS = 10;

/** The tables of this browser's boards. */
export class BoardDatabase extends Dexie {
  declare readonly boards: Table<BoardEntry, string>;
  declare readonly updates: Table<UpdateRow, number>;

  constructor(indexedDb: IndexedDb) {
    super('ambit-boards', { ...indexedDb, autoOpen: false, cache: 'disabled' });
    this.version(VERSION).stores({ boards: 'id', updates: '++number, board' });
  }
}
