import type { BoardEntry } from '../board.ts';
import { BoardDatabase, type IndexedDb, NATIVE_VERSIONS, type UpdateRow, VERSION } from './board-database.ts';
import type { BoardStorage, StoredUpdate } from './board-storage.ts';
import { explainFailure, isLost, StorageFailure } from './storage-failure.ts';

/** Boards in IndexedDB. Its promises reject with a `StorageFailure`. */
export class DexieStorage implements BoardStorage {
  readonly notice = null;
  readonly #database: BoardDatabase;
  readonly #watching = new Set<() => void>();
  readonly #otherTabs = globalThis.BroadcastChannel && new BroadcastChannel('ambit-boards');
  #end: StorageFailure | undefined;

  private constructor(database: BoardDatabase) {
    this.#database = database;
    if (this.#otherTabs) this.#otherTabs.onmessage = () => this.#look();
    database.on('versionchange', ({ newVersion }) => {
      this.#end = new StorageFailure(newVersion === null ? 'deleted' : 'outdated');
      database.close();
      return false;
    });
  }

  /** Opens the database, making it if need be; `onBlocked` is told while another tab is in the way. */
  static async open(
    indexedDb: IndexedDb,
    onBlocked: (failure: StorageFailure) => void,
  ): Promise<DexieStorage> {
    const database = new BoardDatabase(indexedDb);
    database.on('blocked', () => {
      onBlocked(new StorageFailure('blocked'));
      return false;
    });
    await database.open();
    if (database.backendDB().version > VERSION * NATIVE_VERSIONS) {
      database.close();
      throw new StorageFailure('outdated');
    }
    return new DexieStorage(database);
  }

  readonly watchEntries = (tell: (entries: readonly BoardEntry[]) => void): (() => void) => {
    // A database that fails leaves the last list: what is wrong is said where something is to be kept.
    const look = () => void this.#use(({ boards }) => boards.toArray()).then(tell, () => {});
    this.#watching.add(look);
    look();
    return () => this.#watching.delete(look);
  };

  readonly findEntry = (id: string): Promise<BoardEntry | undefined> =>
    this.#use(({ boards }) => boards.get(id));

  readonly add = (entry: BoardEntry, update: Uint8Array): Promise<void> =>
    this.#changeEntries((database) =>
      database.transaction('rw', database.boards, database.updates, async () => {
        await database.boards.put(entry);
        await database.updates.add({ board: entry.id, update });
      }),
    );

  readonly changeEntry = (id: string, changes: Partial<Omit<BoardEntry, 'id'>>): Promise<void> =>
    this.#changeEntries(async ({ boards }) => {
      await boards.update(id, changes);
    });

  readonly purge = (deletedBefore: number): Promise<void> =>
    this.#changeEntries((database) =>
      database.transaction('rw', database.boards, database.updates, async () => {
        const entries = await database.boards.toArray();
        const old = entries.filter(({ deletedAt }) => deletedAt !== null && deletedAt < deletedBefore);
        const ids = old.map(({ id }) => id);
        await database.updates.where('board').anyOf(ids).delete();
        await database.boards.bulkDelete(ids);
      }),
    );

  readonly readUpdates = (id: string): Promise<readonly StoredUpdate[]> =>
    this.#use(async (database) => (await readRows(database, id)).map(toStored));

  readonly addUpdate = (id: string, update: Uint8Array): Promise<void> =>
    this.#use(async ({ updates }) => {
      await updates.add({ board: id, update });
    });

  readonly replaceUpdates = (
    id: string,
    after: number,
    merge: (updates: readonly StoredUpdate[]) => Uint8Array,
  ): Promise<number> =>
    this.#use((database) =>
      database.transaction('rw', database.updates, async () => {
        const rows = (await readRows(database, id)).map(toStored).filter(({ number }) => number > after);
        await database.updates.bulkDelete(rows.map(({ number }) => number));
        return database.updates.add({ board: id, update: merge(rows) });
      }),
    );

  async #changeEntries(work: (database: BoardDatabase) => PromiseLike<void>): Promise<void> {
    await this.#use(work);
    this.#look();
    this.#otherTabs?.postMessage('changed');
  }

  #look(): void {
    for (const look of this.#watching) look();
  }

  /** Does work, and once more on a new connection when the browser closed the old one. */
  async #use<T>(work: (database: BoardDatabase) => PromiseLike<T>): Promise<T> {
    if (this.#end) throw this.#end;
    try {
      return await work(this.#database);
    } catch (error) {
      if (this.#end) throw this.#end;
      if (!isLost(error)) throw explainFailure(error);
    }
    return this.#tryAgain(work);
  }

  async #tryAgain<T>(work: (database: BoardDatabase) => PromiseLike<T>): Promise<T> {
    try {
      if (!this.#database.isOpen()) await this.#reopen();
      return await work(this.#database);
    } catch (error) {
      throw this.#end ?? explainFailure(error);
    }
  }

  async #reopen(): Promise<void> {
    let isNew = false;
    const refuse = () => {
      isNew = true;
      throw new Error('The database was deleted: it is not made again');
    };
    this.#database.on('populate', refuse);
    try {
      await this.#database.open();
    } catch (error) {
      if (isNew) this.#end = new StorageFailure('deleted');
      throw error;
    } finally {
      this.#database.on('populate').unsubscribe(refuse);
    }
  }
}

function readRows({ updates }: BoardDatabase, board: string): PromiseLike<UpdateRow[]> {
  return updates.where('board').equals(board).toArray();
}

function toStored({ number = 0, update }: UpdateRow): StoredUpdate {
  return { number, update };
}
