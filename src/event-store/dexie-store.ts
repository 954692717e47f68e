import type { Json } from '../lib/json.ts';
import { appendInTransaction } from './append-transaction.ts';
import {
  checkCondition,
  checkContents,
  checkEvents,
  checkMigration,
  checkPosition,
  checkQuery,
  checkRead,
} from './check-arguments.ts';
import { Connection } from './connection.ts';
import { migrateInDatabase, undoMigrationInDatabase } from './dexie-migrations.ts';
import { retagInDatabase, undoInDatabase } from './dexie-retaggings.ts';
import { isTaken, isTakenInBulk } from './failures.ts';
import type { Want } from './intersect-runs.ts';
import { LogReader } from './log-reader.ts';
import { findLast } from './match-legs.ts';
import {
  type AppendCondition,
  type AppendResult,
  type Attachment,
  type EventStore,
  FINEST_STEP,
  type Migration,
  type NewEvent,
  type Position,
  type ReadOptions,
  type RecordedMigration,
  type RecordedRetagging,
  type Retagging,
  type Row,
  type RowChange,
  type RowRef,
  type StoreContents,
  type StoredEvent,
  type StoreQuery,
  type StoreTrouble,
  type Subscription,
} from './port.ts';
import { type Leg, planQuery } from './query-plan.ts';
import { type Page, readPage } from './read-page.ts';
import type { WritePlace } from './requests.ts';
import { restoreInDatabase } from './restore-database.ts';
import { changeRowsInTransaction, countRows, getRows, listRows } from './row-requests.ts';
import { type Durability, databaseName, type Storage, type StoreDatabase } from './store-database.ts';
import { StoreError } from './store-error.ts';
import { Subscribers } from './subscribers.ts';
import { Troubles } from './troubles.ts';
import { WakeUp } from './wake-up.ts';

const FIRST_PAGE = 256;
const LARGEST_PAGE = 2048;

/**
 * An event store in IndexedDB. Each append is one readwrite transaction, and the browser runs those of all tabs one after
 * the other, so positions and conditions need no other guard. Reading goes page by page: no transaction stays open while
 * the reader is busy elsewhere.
 */
export class DexieStore implements EventStore {
  readonly name: string;
  readonly durable = true;
  readonly #ranges: typeof IDBKeyRange;
  readonly #durability: Durability;
  readonly #troubles = new Troubles();
  readonly #connection: Connection;
  readonly #wakeUp: WakeUp;
  readonly #subscribers = new Subscribers((query, options) => this.read(query, options));

  constructor(name: string, storage: Storage, durability: Durability) {
    this.name = name;
    this.#ranges = storage.IDBKeyRange;
    this.#durability = durability;
    this.#connection = new Connection(name, storage, durability, this.#troubles);
    this.#wakeUp = new WakeUp(databaseName(name), () => this.#subscribers.notify());
    this.#troubles.listen(() => this.#subscribers.notify());
  }

  /** Opens the database now, and not with the first use. */
  async open(): Promise<void> {
    await this.#connection.use(async () => {});
  }

  async append(
    events: readonly NewEvent[],
    condition?: AppendCondition,
    attachment?: Attachment,
  ): Promise<AppendResult> {
    this.#connection.requireOpen();
    const checked = checkEvents(events);
    checkCondition(condition);
    const result = await this.#connection.use(async (database) => {
      const place = this.#placeIn(database);
      const terms = { condition, attachment };
      return appendInTransaction(place, checked, terms).catch((error: unknown) => {
        if (!isTaken(error)) throw error;
        return appendInTransaction(place, checked, { ...terms, thorough: true });
      });
    });
    if (result.kind === 'appended' && !result.replayed) this.#tellGrown();
    return result;
  }

  async *read(query: StoreQuery, options: ReadOptions = {}): AsyncIterable<StoredEvent> {
    this.#connection.requireOpen();
    checkRead(query, options);
    const { after, limit = Number.POSITIVE_INFINITY, backwards = false } = options;
    const legs = planQuery(query);
    let [low, high] = [FINEST_STEP, Number.POSITIVE_INFINITY];
    if (after !== undefined)
      [low, high] = backwards ? [FINEST_STEP, after - FINEST_STEP] : [after + FINEST_STEP, high];
    let size = FIRST_PAGE;
    for (let left = limit; left > 0; size = Math.min(LARGEST_PAGE, size * 2)) {
      const want = { window: { low, high }, count: Math.min(size, left), backwards };
      const { page, head } = await this.#readPage(legs, want);
      yield* page.events;
      const last = page.events.at(-1)?.position;
      if (page.complete || last === undefined) return;
      left -= page.events.length;
      if (backwards) high = last - FINEST_STEP;
      else [low, high] = [last + FINEST_STEP, Math.min(high, head)];
    }
  }

  async lastPosition(query: StoreQuery): Promise<Position> {
    this.#connection.requireOpen();
    checkQuery(query);
    const legs = planQuery(query);
    return this.#connection.use((database) => findLast(this.#startReading(database), legs));
  }

  async readStream(stream: string): Promise<readonly StoredEvent[]> {
    return this.#connection.use((database) => this.#startReading(database).streamEvents(stream));
  }

  subscribe(
    query: StoreQuery,
    after: Position,
    handler: (event: StoredEvent) => void | Promise<void>,
    onError?: (error: unknown) => void,
  ): Subscription {
    this.#connection.requireOpen();
    checkQuery(query);
    checkPosition(after);
    this.#wakeUp.watch();
    return this.#subscribers.subscribe(query, after, handler, onError);
  }

  async retag(retagging: Retagging): Promise<RecordedRetagging> {
    return this.#connection.use((database) => retagInDatabase(database, retagging));
  }

  async undoRetagging(id: string): Promise<RecordedRetagging> {
    return this.#connection.use((database) => undoInDatabase(database, id));
  }

  async listRetaggings(): Promise<readonly RecordedRetagging[]> {
    const rows = await this.#connection.use((database) => database.retaggings.toArray());
    return rows.map(({ record }) => record);
  }

  async migrate(migration: Migration): Promise<RecordedMigration> {
    checkMigration(migration);
    return this.#connection.use((database) => migrateInDatabase(database, migration)).catch(sayTaken);
  }

  async undoMigration(id: string): Promise<RecordedMigration> {
    return this.#connection.use((database) => undoMigrationInDatabase(database, id)).catch(sayTaken);
  }

  async listMigrations(): Promise<readonly RecordedMigration[]> {
    const rows = await this.#connection.use((database) => database.migrations.toArray());
    return rows.map(({ record }) => record);
  }

  async getRows(refs: readonly RowRef[]): Promise<readonly (Json | undefined)[]> {
    return this.#connection.use((database) => getRows(this.#placeIn(database), refs));
  }

  async listRows(
    shelf: string,
    { after, limit = Number.POSITIVE_INFINITY }: { readonly after?: string; readonly limit?: number } = {},
  ): Promise<readonly Row[]> {
    return this.#connection.use((database) => listRows(this.#placeIn(database), shelf, after, limit));
  }

  async countRows(shelf: string): Promise<number> {
    return this.#connection.use((database) => countRows(this.#placeIn(database), shelf));
  }

  async changeRows(change: RowChange): Promise<boolean> {
    return this.#connection.use((database) => changeRowsInTransaction(this.#placeIn(database), change));
  }

  async restore(contents: StoreContents): Promise<boolean> {
    this.#connection.requireOpen();
    const checked = checkContents(contents);
    const restored = await this.#connection.use((database) => restoreInDatabase(database, checked));
    if (restored) this.#tellGrown();
    return restored;
  }

  onTrouble(listener: (trouble: StoreTrouble) => void): () => void {
    return this.#troubles.listen(listener);
  }

  close(): void {
    this.#subscribers.close();
    this.#wakeUp.close();
    this.#connection.close();
  }

  #tellGrown(): void {
    this.#subscribers.notify();
    this.#wakeUp.tell();
  }

  /** A page, and where the log ended when it was read, if there is more. */
  #readPage(legs: readonly Leg[], want: Want): Promise<{ readonly page: Page; readonly head: Position }> {
    return this.#connection.use(async (database) => {
      const reader = this.#startReading(database);
      const page = await readPage(reader, legs, want);
      const head = page.complete ? 0 : await reader.head();
      return { page, head };
    });
  }

  #placeIn(database: StoreDatabase): WritePlace {
    return { database: database.backendDB(), ranges: this.#ranges, durability: this.#durability };
  }

  #startReading(database: StoreDatabase): LogReader {
    return new LogReader(database.backendDB().transaction('events', 'readonly'), this.#ranges);
  }
}

/** Two events with one id: what IndexedDB refuses, in the words of the port. */
function sayTaken(error: unknown): never {
  if (!isTakenInBulk(error)) throw error;
  throw new StoreError('repeated-id', 'Two events would have the same id', error);
}
