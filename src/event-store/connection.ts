import { describeTrouble, explainFailure, isLost } from './failures.ts';
import { type Durability, openDatabase, type Storage, StoreDatabase } from './store-database.ts';
import { StoreError } from './store-error.ts';
import type { Troubles } from './troubles.ts';

/**
 * Keeps the connection to a store's database. When it is lost, it opens the database again and tries once more. When the
 * database was deleted, or a newer page needs it, it lets go at once and for good, and says so.
 */
export class Connection {
  readonly #name: string;
  readonly #storage: Storage;
  readonly #durability: Durability;
  readonly #troubles: Troubles;
  #database: Promise<StoreDatabase> | undefined;
  #identity: string | undefined;
  #end: StoreError | undefined;

  constructor(name: string, storage: Storage, durability: Durability, troubles: Troubles) {
    this.#name = name;
    this.#storage = storage;
    this.#durability = durability;
    this.#troubles = troubles;
  }

  /** Runs work on the open database; work that was cut off is run again, once, so it has to bear that. */
  async use<T>(work: (database: StoreDatabase) => Promise<T>): Promise<T> {
    this.requireOpen();
    try {
      return await this.#try(work).catch(async (error: unknown) => {
        if (this.#end || !isLost(error)) throw error;
        await this.#forget();
        return this.#try(work);
      });
    } catch (error) {
      throw this.#end ?? this.#explain(error);
    }
  }

  /** Throws the `StoreError` that ended the connection. */
  requireOpen(): void {
    if (this.#end) throw this.#end;
  }

  close(): void {
    this.#finish(new StoreError('closed', `The store "${this.#name}" is closed`));
  }

  async #try<T>(work: (database: StoreDatabase) => Promise<T>): Promise<T> {
    this.#database ??= this.#open().catch((error: unknown) => {
      this.#database = undefined;
      throw error;
    });
    const database = await this.#database;
    this.requireOpen();
    return work(database);
  }

  async #open(): Promise<StoreDatabase> {
    const database = new StoreDatabase(this.#name, this.#storage, this.#durability);
    const events = {
      onBlocked: () => this.#troubles.tell(describeTrouble('blocked', this.#name)),
      onVersionChange: (newVersion: number | null) => {
        database.close();
        this.#lose(newVersion === null ? 'deleted' : 'outdated');
      },
      onClose: () => void this.#forget(),
    };
    const opened = await openDatabase(database, events, this.#identity !== undefined);
    if (opened !== 'open') throw this.#lose(opened);
    this.#identity ??= database.identity;
    if (this.#identity !== database.identity) {
      database.close();
      throw this.#lose('deleted');
    }
    this.#troubles.clear();
    return database;
  }

  /** Lets the next work open the database again. */
  async #forget(): Promise<void> {
    const database = this.#database;
    this.#database = undefined;
    (await database?.catch(() => undefined))?.close();
  }

  #explain(error: unknown): unknown {
    const explained = explainFailure(error, this.#name);
    if (!(explained instanceof StoreError)) return explained;
    const { code, message } = explained;
    if (code === 'quota' || code === 'closed') this.#troubles.tell({ code, message });
    return explained;
  }

  /** Ends the connection for a reason from outside, and says so. */
  #lose(code: 'deleted' | 'outdated'): StoreError {
    const trouble = describeTrouble(code, this.#name);
    const end = new StoreError(code, trouble.message);
    if (!this.#end) this.#troubles.tell(trouble);
    this.#finish(end);
    return end;
  }

  #finish(end: StoreError): void {
    this.#end ??= end;
    void this.#forget();
  }
}
