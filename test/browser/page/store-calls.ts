import type {
  AppendCondition,
  AppendResult,
  Migration,
  NewEvent,
  Position,
  ReadOptions,
  RecordedMigration,
  RecordedRetagging,
  Retagging,
  Row,
  RowChange,
  RowRef,
  StoreContents,
  StoredEvent,
  StoreQuery,
} from '../../../src/event-store/port.ts';
import type { Json } from '../../../src/lib/json.ts';
import type { Trace } from '../../../src/runs/race-freely.ts';
import type { Beside } from '../../contract/attachments.ts';
import type { RaceOrder } from './race-command.ts';
import type { SoakOrder, SoakReport } from './soak.ts';

/** What a test asks of a tab or a worker: the store's own methods on a store by name, and whole jobs of work. */
export interface StoreCalls {
  open(store: string): Promise<{ readonly durable: boolean }>;
  append(
    store: string,
    events: readonly NewEvent[],
    condition?: AppendCondition,
    beside?: Beside,
  ): Promise<AppendResult>;
  read(store: string, query: StoreQuery, options?: ReadOptions): Promise<readonly StoredEvent[]>;
  lastPosition(store: string, query: StoreQuery): Promise<Position>;
  readStream(store: string, stream: string): Promise<readonly StoredEvent[]>;
  retag(store: string, retagging: Retagging): Promise<RecordedRetagging>;
  undoRetagging(store: string, id: string): Promise<RecordedRetagging>;
  listRetaggings(store: string): Promise<readonly RecordedRetagging[]>;
  migrate(store: string, migration: Migration): Promise<RecordedMigration>;
  undoMigration(store: string, id: string): Promise<RecordedMigration>;
  listMigrations(store: string): Promise<readonly RecordedMigration[]>;
  getRows(store: string, refs: readonly RowRef[]): Promise<readonly (Json | undefined)[]>;
  listRows(
    store: string,
    shelf: string,
    options?: { readonly after?: string; readonly limit?: number },
  ): Promise<readonly Row[]>;
  countRows(store: string, shelf: string): Promise<number>;
  changeRows(store: string, change: RowChange): Promise<boolean>;
  restore(store: string, contents: StoreContents): Promise<boolean>;
  subscribe(store: string, subscription: string, query: StoreQuery, after: Position): Promise<void>;
  unsubscribe(subscription: string): Promise<void>;
  close(store: string): Promise<void>;
  remove(store: string): Promise<void>;
  /** Appends under conditions, again and again, and reports. */
  soak(order: SoakOrder): Promise<SoakReport>;
  /** Runs one command of a race, whose others run in other workers. */
  race(order: RaceOrder): Promise<Trace>;
  /** Starts to append batches without end, telling each as soon as the store acknowledges it. */
  flood(store: string, writer: string): Promise<void>;
  /** Starts to sum up what is appended, without end. */
  followFlood(store: string): Promise<void>;
}

/** One call, as it crosses from the test to the page and from the page to its worker. */
export type StoreCall = {
  readonly [Method in keyof StoreCalls]: {
    readonly method: Method;
    readonly args: Parameters<StoreCalls[Method]>;
  };
}[keyof StoreCalls];

export type Reply = { readonly value: unknown } | { readonly code: string; readonly message: string };

/** What a tab or worker tells without being asked. */
export type Notice =
  | { readonly subscription: string; readonly event: StoredEvent }
  | { readonly acknowledged: readonly { readonly id: string; readonly position: Position }[] }
  | { readonly failed: string };
