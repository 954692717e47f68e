import type {
  AppendCondition,
  AppendResult,
  Attachment,
  EventStore,
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
} from '../../src/event-store/port.ts';
import type { Json } from '../../src/lib/json.ts';
import { describeAttachment } from '../contract/attachments.ts';
import type { StartingSubscription } from '../contract/handles.ts';
import type { Context } from './open-browser.ts';

/** A store that is open in a tab or a worker of a browser, as if it were here. */
export class RemoteStore implements EventStore {
  readonly name: string;
  readonly durable: boolean;
  readonly #context: Context;

  private constructor(name: string, durable: boolean, context: Context) {
    this.name = name;
    this.durable = durable;
    this.#context = context;
  }

  static async open(context: Context, name: string): Promise<RemoteStore> {
    const { durable } = await context.call('open', name);
    return new RemoteStore(name, durable, context);
  }

  append(
    events: readonly NewEvent[],
    condition?: AppendCondition,
    attachment?: Attachment,
  ): Promise<AppendResult> {
    const described = attachment && describeAttachment(attachment);
    return this.#context.call('append', this.name, events, condition, described);
  }

  async *read(query: StoreQuery, options?: ReadOptions): AsyncIterable<StoredEvent> {
    yield* await this.#context.call('read', this.name, query, options);
  }

  /** The whole log; page by page, for a message between processes has an end. */
  async readInPages(): Promise<readonly StoredEvent[]> {
    const log: StoredEvent[] = [];
    for (;;) {
      const after = log.at(-1)?.position ?? 0;
      const page = await this.#context.call('read', this.name, 'all', { after, limit: 2_000 });
      if (page.length === 0) return log;
      log.push(...page);
    }
  }

  lastPosition(query: StoreQuery): Promise<Position> {
    return this.#context.call('lastPosition', this.name, query);
  }

  readStream(stream: string): Promise<readonly StoredEvent[]> {
    return this.#context.call('readStream', this.name, stream);
  }

  subscribe(
    query: StoreQuery,
    after: Position,
    handler: (event: StoredEvent) => void | Promise<void>,
  ): StartingSubscription {
    const id = crypto.randomUUID();
    const stopListening = this.#context.listen((notice) => {
      if ('subscription' in notice && notice.subscription === id) void handler(notice.event);
    });
    return {
      started: this.#context.call('subscribe', this.name, id, query, after),
      close: () => {
        stopListening();
        void this.#context.call('unsubscribe', id);
      },
    };
  }

  retag(retagging: Retagging): Promise<RecordedRetagging> {
    return this.#context.call('retag', this.name, retagging);
  }

  undoRetagging(id: string): Promise<RecordedRetagging> {
    return this.#context.call('undoRetagging', this.name, id);
  }

  listRetaggings(): Promise<readonly RecordedRetagging[]> {
    return this.#context.call('listRetaggings', this.name);
  }

  migrate(migration: Migration): Promise<RecordedMigration> {
    return this.#context.call('migrate', this.name, migration);
  }

  undoMigration(id: string): Promise<RecordedMigration> {
    return this.#context.call('undoMigration', this.name, id);
  }

  listMigrations(): Promise<readonly RecordedMigration[]> {
    return this.#context.call('listMigrations', this.name);
  }

  getRows(refs: readonly RowRef[]): Promise<readonly (Json | undefined)[]> {
    return this.#context.call('getRows', this.name, refs);
  }

  listRows(
    shelf: string,
    options?: { readonly after?: string; readonly limit?: number },
  ): Promise<readonly Row[]> {
    return this.#context.call('listRows', this.name, shelf, options);
  }

  countRows(shelf: string): Promise<number> {
    return this.#context.call('countRows', this.name, shelf);
  }

  changeRows(change: RowChange): Promise<boolean> {
    return this.#context.call('changeRows', this.name, change);
  }

  restore(contents: StoreContents): Promise<boolean> {
    return this.#context.call('restore', this.name, contents);
  }

  /** Troubles are not told across the border. */
  onTrouble(): () => void {
    return () => {};
  }

  close(): void {
    void this.closeAndWait();
  }

  async closeAndWait(): Promise<void> {
    await this.#context.call('close', this.name);
  }
}
