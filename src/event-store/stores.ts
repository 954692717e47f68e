import { DexieStore } from './dexie-store.ts';
import { MemoryStore } from './memory-store.ts';
import type { EventStore, StoreTrouble } from './port.ts';
import {
  browserStorage,
  type Durability,
  listenBlocked,
  type Storage,
  StoreDatabase,
  storeName,
} from './store-database.ts';

export interface OpenOptions {
  /** Where the database is; the browser's own IndexedDB unless said. */
  readonly storage?: Storage;
  /** `strict` unless said: what was acknowledged survives a power cut too. */
  readonly durability?: Durability;
  /** Told from the start, also while the opening waits for another tab. */
  readonly onTrouble?: (trouble: StoreTrouble) => void;
}

/**
 * Opens a named store, making it if need be. Where nothing can be stored it opens one in memory instead, which is not
 * `durable` and in trouble from the start (`unavailable`), for the page to say that nothing is saved.
 */
export async function openEventStore(name: string, options: OpenOptions = {}): Promise<EventStore> {
  const { onTrouble = () => {}, durability = 'strict' } = options;
  let store: DexieStore | undefined;
  try {
    store = new DexieStore(name, options.storage ?? browserStorage(), durability);
    const forget = store.onTrouble((trouble) => {
      if (trouble.code === 'blocked') onTrouble(trouble);
    });
    await store.open();
    forget();
    store.onTrouble(onTrouble);
    return store;
  } catch (error) {
    store?.close();
    return openInMemory(name, error, onTrouble);
  }
}

/** The names of all stores, in order; none where nothing can be stored. */
export async function listStores(storage?: Storage): Promise<readonly string[]> {
  try {
    const databases = await (storage ?? browserStorage()).indexedDB.databases();
    return databases.flatMap(({ name = '' }) => storeName(name) ?? []).sort();
  } catch {
    return [];
  }
}

export type DeleteResult = 'deleted' | 'other-name-typed' | 'unknown-store';

export interface DeleteOptions {
  readonly storage?: Storage;
  /** Told when another tab does not let go of the store; the deletion waits for it. */
  readonly onBlocked?: () => void;
}

/** Deletes a store for good, if the name that a person typed is its name. Whoever has it open is told `deleted`. */
export async function deleteStore(
  name: string,
  typedName: string,
  options: DeleteOptions = {},
): Promise<DeleteResult> {
  if (typedName !== name) return 'other-name-typed';
  if (!(await listStores(options.storage)).includes(name)) return 'unknown-store';
  const database = new StoreDatabase(name, options.storage ?? browserStorage(), 'strict');
  listenBlocked(database, options.onBlocked ?? (() => {}));
  await database.delete();
  return 'deleted';
}

function openInMemory(
  name: string,
  reason: unknown,
  onTrouble: (trouble: StoreTrouble) => void,
): MemoryStore {
  const why = reason instanceof Error ? reason.message : String(reason);
  const store = new MemoryStore(name, {
    code: 'unavailable',
    message: `Nothing is saved: the store "${name}" lives in this page only, until it is closed. ${why}`,
  });
  store.onTrouble(onTrouble);
  return store;
}
