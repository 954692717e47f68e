import * as Y from 'yjs';
import type { JsonObject } from '../../lib/json.ts';
import type { Board, BoardEntry, BoardShelf } from '../board.ts';
import { fillShared } from '../sync/shared-board.ts';
import type { IndexedDb } from './board-database.ts';
import type { BoardStorage } from './board-storage.ts';
import { DexieStorage } from './dexie-storage.ts';
import { MemoryStorage } from './memory-storage.ts';
import { openShelvedBoard } from './shelved-board.ts';
import { StorageFailure } from './storage-failure.ts';
import { summarise } from './summarise.ts';

export interface ShelfOptions {
  /** The time, in milliseconds since 1970. */
  readonly now: () => number;
  readonly makeId: () => string;
  /** Where the boards are: the browser's own IndexedDB unless said; null where there is none. */
  readonly indexedDb?: IndexedDb | null;
}

/** Deleted boards can be had back for so long. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** Opens the boards of this browser; where nothing can be stored they live in this page, and `notice` says so. */
export function openShelf(options: ShelfOptions): BoardShelf {
  return new Shelf(options);
}

class Shelf implements BoardShelf {
  readonly #now: () => number;
  readonly #makeId: () => string;
  readonly #storage: Promise<BoardStorage>;
  readonly #listeners = new Set<() => void>();
  #entries: readonly BoardEntry[] | null = null;
  #notice: string | null = null;

  constructor({ now, makeId, indexedDb = findIndexedDb() }: ShelfOptions) {
    this.#now = now;
    this.#makeId = makeId;
    this.#storage = this.#start(indexedDb);
  }

  readonly entries = (): readonly BoardEntry[] | null => this.#entries;

  readonly notice = (): string | null => this.#notice;

  readonly listen = (listener: () => void): (() => void) => {
    const entry = () => listener();
    this.#listeners.add(entry);
    return () => this.#listeners.delete(entry);
  };

  readonly create = async (document: JsonObject): Promise<string> => {
    const storage = await this.#storage;
    const id = this.#makeId();
    const shared = new Y.Doc();
    fillShared(shared, document);
    const entry = { id, ...summarise(document), changedAt: this.#now(), deletedAt: null };
    await storage.add(entry, Y.encodeStateAsUpdate(shared));
    shared.destroy();
    return id;
  };

  readonly open = async (id: string): Promise<Board> => {
    const storage = await this.#storage;
    const entry = await storage.findEntry(id);
    if (!entry) throw new Error('This board is not in this browser.');
    return openShelvedBoard(storage, entry, this.#now);
  };

  readonly duplicate = async (id: string): Promise<string> => {
    const board = await this.open(id);
    const { document } = board.state();
    board.close();
    const { name } = summarise(document);
    return this.create({ ...document, name: `${name} (copy)` });
  };

  readonly rename = async (id: string, name: string): Promise<void> => {
    const board = await this.open(id);
    board.edit('Rename the board', (document) => ({ ...document, name }));
    await board.flush();
    const { saving } = board.state();
    board.close();
    const { notice } = await this.#storage;
    if (saving.kind === 'failed' && notice === null) throw new Error(saving.message);
  };

  readonly remove = async (id: string): Promise<void> =>
    (await this.#storage).changeEntry(id, { deletedAt: this.#now() });

  readonly restore = async (id: string): Promise<void> =>
    (await this.#storage).changeEntry(id, { deletedAt: null });

  async #start(indexedDb: IndexedDb | null): Promise<BoardStorage> {
    const storage = await this.#openStorage(indexedDb);
    this.#say(storage.notice);
    await storage.purge(this.#now() - KEPT_MS).catch(() => {});
    storage.watchEntries((entries) => {
      this.#entries = [...entries].sort((one, other) => other.changedAt - one.changedAt);
      this.#tell();
    });
    return storage;
  }

  async #openStorage(indexedDb: IndexedDb | null): Promise<BoardStorage> {
    const missing = new StorageFailure('missing');
    if (!indexedDb) return new MemoryStorage(missing.message);
    try {
      return await DexieStorage.open(indexedDb, ({ message }) => this.#say(message));
    } catch (error) {
      return new MemoryStorage(error instanceof StorageFailure ? error.message : missing.message);
    }
  }

  #say(notice: string | null): void {
    if (notice === this.#notice) return;
    this.#notice = notice;
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

function findIndexedDb(): IndexedDb | null {
  const { indexedDB, IDBKeyRange } = globalThis;
  return indexedDB && IDBKeyRange ? { indexedDB, IDBKeyRange } : null;
}
