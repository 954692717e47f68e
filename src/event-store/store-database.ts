import { Dexie, type Table } from 'dexie';
import type { Position, Row } from './port.ts';
import {
  type EventRow,
  type MetaRow,
  type MigrationRow,
  type RetaggingRow,
  SCHEMA_VERSION,
  type StreamRow,
  VERSIONS,
} from './schema.ts';
import { StoreError } from './store-error.ts';

/** Where the databases are: the browser's, unless a test brings its own. */
export interface Storage {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
}

/**
 * When an append is answered: once it is on the disk (`strict`), or once the operating system has it (`relaxed`), which
 * survives the death of the page and of the browser, but not that of the machine.
 */
export type Durability = 'strict' | 'relaxed';

/** What may happen to an open database from outside. */
export interface DatabaseEvents {
  /** Another connection keeps an older version open. */
  readonly onBlocked: () => void;
  /** Another tab wants to delete the database (`null`) or bring it to a newer version, and waits until it is closed. */
  readonly onVersionChange: (newVersion: number | null) => void;
  /** The browser closed it. */
  readonly onClose: () => void;
}

/** How Dexie counts versions in IndexedDB. */
const NATIVE_VERSIONS = 10;
const PREFIX = 'ambit-events:';

/** The database behind a store's name. */
export function databaseName(store: string): string {
  return `${PREFIX}${store}`;
}

/** The store's name in the name of its database, if it is one. */
export function storeName(database: string): string | undefined {
  return database.startsWith(PREFIX) ? database.slice(PREFIX.length) : undefined;
}

/** The browser's IndexedDB; throws a `StoreError` where there is none. */
export function browserStorage(): Storage {
  const { indexedDB, IDBKeyRange } = globalThis;
  if (indexedDB && IDBKeyRange) return { indexedDB, IDBKeyRange };
  throw new StoreError('unavailable', 'This browser, or this profile, has no IndexedDB');
}

/** The tables of one store; it does not open itself again. */
export class StoreDatabase extends Dexie {
  declare readonly events: Table<EventRow, Position>;
  declare readonly streams: Table<StreamRow, string>;
  declare readonly retaggings: Table<RetaggingRow, number>;
  declare readonly migrations: Table<MigrationRow, number>;
  declare readonly meta: Table<MetaRow, string>;
  declare readonly rows: Table<Row, [string, string]>;
  /** The database behind the tables when it was first made; another one of that name has another. */
  identity = '';

  constructor(name: string, storage: Storage, durability: Durability) {
    super(databaseName(name), { ...storage, autoOpen: false, chromeTransactionDurability: durability });
    for (const [index, tables] of VERSIONS.entries()) this.version(index + 1).stores(tables);
  }
}

/** Opens a store's database, making it if need be, unless it `mustExist`. Rejects with what IndexedDB says when it fails. */
export async function openDatabase(
  database: StoreDatabase,
  { onBlocked, onVersionChange, onClose }: DatabaseEvents,
  mustExist: boolean,
): Promise<'open' | 'deleted' | 'outdated'> {
  let missing = false;
  listenBlocked(database, onBlocked);
  database.on('close', onClose);
  database.on('versionchange', (event) => {
    onVersionChange(event.newVersion);
    return false;
  });
  database.on('populate', () => {
    missing = mustExist;
    if (missing) throw new Error('The database was deleted: it is not made again');
  });
  try {
    await database.open();
  } catch (error) {
    if (missing) return 'deleted';
    throw error;
  }
  if (database.backendDB().version > SCHEMA_VERSION * NATIVE_VERSIONS) {
    database.close();
    return 'outdated';
  }
  database.identity = await identify(database);
  return 'open';
}

/** Listens for another connection being in the way, in place of Dexie's own warning. */
export function listenBlocked(database: StoreDatabase, onBlocked: () => void): void {
  database.on('blocked', () => {
    onBlocked();
    return false;
  });
}

async function identify({ meta }: StoreDatabase): Promise<string> {
  const known = (await meta.get('identity'))?.value;
  if (known !== undefined) return known;
  const numbers = crypto.getRandomValues(new Uint32Array(4));
  await meta.add({ key: 'identity', value: numbers.join('-') }).catch(() => {});
  return (await meta.get('identity'))?.value ?? '';
}
