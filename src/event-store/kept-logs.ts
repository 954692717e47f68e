import { Dexie, type Table } from 'dexie';
import type { Json } from '../lib/json.ts';
import { browserStorage, type Storage } from './store-database.ts';

/** A log from outside that this browser keeps: its original is a file beside it. */
export interface KeptLogRow {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly addedAt: number;
  /** How it is read, as the reader writes it. */
  readonly mapping: Json;
  readonly events: number;
}

class KeptLogDatabase extends Dexie {
  declare readonly logs: Table<KeptLogRow, string>;
  declare readonly files: Table<{ readonly id: string; readonly bytes: ArrayBuffer }, string>;

  constructor(storage: Storage) {
    super('ambit-logs', { ...storage, cache: 'disabled' });
    this.version(1).stores({ logs: 'id', files: 'id' });
  }
}

/** Logs from outside with their originals. Everything rejects where the browser keeps nothing. */
export class KeptLogs {
  readonly #open: () => KeptLogDatabase;
  #database: KeptLogDatabase | undefined;

  constructor(storage: () => Storage = browserStorage) {
    this.#open = () => {
      this.#database ??= new KeptLogDatabase(storage());
      return this.#database;
    };
  }

  /** The newest first. */
  async list(): Promise<readonly KeptLogRow[]> {
    const rows = await this.#open().logs.toArray();
    return rows.sort((one, other) => other.addedAt - one.addedAt);
  }

  /** The original, byte by byte; null where it is not kept. */
  async readFile(id: string): Promise<Blob | null> {
    const row = await this.#open().files.get(id);
    return row ? new Blob([row.bytes]) : null;
  }

  /** Keeps a log; one of the same id is replaced. The bytes are left out when they are kept already. */
  async keep(log: KeptLogRow, file: Blob | null): Promise<void> {
    const bytes = await file?.arrayBuffer();
    const database = this.#open();
    await database.transaction('rw', database.logs, database.files, async () => {
      await database.logs.put(log);
      if (bytes) await database.files.put({ id: log.id, bytes });
    });
  }

  async remove(id: string): Promise<void> {
    const database = this.#open();
    await database.transaction('rw', database.logs, database.files, async () => {
      await database.logs.delete(id);
      await database.files.delete(id);
    });
  }
}
