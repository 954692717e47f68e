import type { Json } from '../lib/json.ts';
import {
  checkCondition,
  checkContents,
  checkEvents,
  checkMigration,
  checkPosition,
  checkQuery,
  checkRead,
} from './check-arguments.ts';
import { CHECKPOINTS, outdate } from './checkpoint.ts';
import { EventIndex } from './event-index.ts';
import { checkMeanwhile, checkNoLaterMigration, checkUndoMigration, reverse } from './migration.ts';
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
  StoreTrouble,
  Subscription,
} from './port.ts';
import { applyTags, checkRetagging, checkUndo } from './retagging.ts';
import { lookAmong, RowTable } from './row-table.ts';
import { StoreError } from './store-error.ts';
import { Subscribers } from './subscribers.ts';
import { Troubles } from './troubles.ts';

/**
 * An event store that lives as long as the page: nothing is saved. It keeps the very objects it is given and hands them
 * out again, so nobody may write to an event's data.
 */
export class MemoryStore implements EventStore {
  readonly name: string;
  readonly durable = false;
  readonly #index = new EventIndex();
  readonly #positionById = new Map<string, Position>();
  readonly #streams = new Map<string, Position[]>();
  readonly #rows = new RowTable();
  readonly #retaggings = new Map<string, RecordedRetagging>();
  readonly #migrations = new Map<string, RecordedMigration>();
  readonly #subscribers = new Subscribers((query, options) => this.read(query, options));
  readonly #troubles = new Troubles();
  #open = true;

  /** `trouble` says why it stands in for a store that would have saved something. */
  constructor(name: string, trouble?: StoreTrouble) {
    this.name = name;
    if (trouble) this.#troubles.tell(trouble);
  }

  async append(
    events: readonly NewEvent[],
    condition?: AppendCondition,
    attachment?: Attachment,
  ): Promise<AppendResult> {
    this.#requireOpen();
    const checked = checkEvents(events);
    checkCondition(condition);
    const known = checked.map(({ id }) => this.#positionById.get(id));
    if (known.every((position) => position !== undefined)) {
      return { kind: 'appended', positions: known, replayed: true };
    }
    if (known.some((position) => position !== undefined)) {
      return {
        kind: 'partly-stored',
        ids: checked.filter(({ id }) => this.#positionById.has(id)).map(({ id }) => id),
      };
    }
    const failure = condition && this.#check(condition);
    if (failure) return failure;
    const refused = attachment && this.#attach(checked, attachment);
    if (refused) return refused;
    const positions = checked.map((event) => this.#add(event));
    this.#subscribers.notify();
    return { kind: 'appended', positions, replayed: false };
  }

  async *read(query: StoreQuery, options: ReadOptions = {}): AsyncIterable<StoredEvent> {
    this.#requireOpen();
    checkRead(query, options);
    const { after, limit, backwards } = options;
    const most = limit ?? Number.POSITIVE_INFINITY;
    const events = backwards
      ? this.#index
          .listAfter(query, 0)
          .filter(({ position }) => after === undefined || position < after)
          .reverse()
      : this.#index.listAfter(query, after ?? 0);
    for (const event of events.slice(0, most)) yield event;
  }

  async lastPosition(query: StoreQuery): Promise<Position> {
    this.#requireOpen();
    checkQuery(query);
    return this.#index.lastPosition(query);
  }

  async readStream(stream: string): Promise<readonly StoredEvent[]> {
    this.#requireOpen();
    return (this.#streams.get(stream) ?? []).flatMap((position) => this.#index.at(position) ?? []);
  }

  subscribe(
    query: StoreQuery,
    after: Position,
    handler: (event: StoredEvent) => void | Promise<void>,
    onError?: (error: unknown) => void,
  ): Subscription {
    this.#requireOpen();
    checkQuery(query);
    checkPosition(after);
    return this.#subscribers.subscribe(query, after, handler, onError);
  }

  async retag(retagging: Retagging): Promise<RecordedRetagging> {
    this.#requireOpen();
    const known = this.#retaggings.get(retagging.id);
    if (known) return known;
    const events = checkRetagging(retagging, (position) => this.#index.at(position));
    const before = events.map(({ position, tags }) => ({ position, tags }));
    for (const change of retagging.changes) {
      const event = this.#index.at(change.position);
      if (event) this.#index.replace(applyTags(event, change), event.position);
    }
    const recorded = { ...retagging, before, undone: false };
    this.#retaggings.set(retagging.id, recorded);
    return recorded;
  }

  async undoRetagging(id: string): Promise<RecordedRetagging> {
    this.#requireOpen();
    const all = [...this.#retaggings.values()];
    const known = checkUndo(id, all);
    checkNoLaterMigration(known, all.indexOf(known), [...this.#migrations.values()]);
    for (const { position, tags } of known.before) {
      const event = this.#index.at(position);
      if (event) this.#index.replace({ ...event, tags }, position);
    }
    const recorded = { ...known, undone: true };
    this.#retaggings.set(id, recorded);
    return recorded;
  }

  async listRetaggings(): Promise<readonly RecordedRetagging[]> {
    this.#requireOpen();
    return [...this.#retaggings.values()];
  }

  async migrate(migration: Migration): Promise<RecordedMigration> {
    this.#requireOpen();
    checkMigration(migration);
    const known = this.#migrations.get(migration.id);
    if (known) return known;
    checkMeanwhile(migration, this.#index.head, (position) => this.#index.at(position));
    this.#change(migration.changes);
    const recorded = { ...migration, retaggings: this.#retaggings.size, undone: false };
    this.#migrations.set(migration.id, recorded);
    return recorded;
  }

  async undoMigration(id: string): Promise<RecordedMigration> {
    this.#requireOpen();
    const retaggings = [...this.#retaggings.values()];
    const known = checkUndoMigration(id, [...this.#migrations.values()], retaggings, (position) =>
      this.#index.at(position),
    );
    this.#change(reverse(known));
    const recorded = { ...known, undone: true };
    this.#migrations.set(id, recorded);
    return recorded;
  }

  async listMigrations(): Promise<readonly RecordedMigration[]> {
    this.#requireOpen();
    return [...this.#migrations.values()];
  }

  async getRows(refs: readonly RowRef[]): Promise<readonly (Json | undefined)[]> {
    this.#requireOpen();
    return refs.map((ref) => this.#rows.get(ref));
  }

  async listRows(
    shelf: string,
    { after, limit = Number.POSITIVE_INFINITY }: { readonly after?: string; readonly limit?: number } = {},
  ): Promise<readonly Row[]> {
    this.#requireOpen();
    return this.#rows.list(shelf, after, limit);
  }

  async countRows(shelf: string): Promise<number> {
    this.#requireOpen();
    return this.#rows.count(shelf);
  }

  async changeRows(change: RowChange): Promise<boolean> {
    this.#requireOpen();
    return this.#rows.change(change);
  }

  async restore(contents: StoreContents): Promise<boolean> {
    this.#requireOpen();
    const { events, retaggings } = checkContents(contents);
    if (this.#index.head > 0 || this.#retaggings.size > 0) return false;
    for (const event of events) this.#add(event);
    for (const retagging of retaggings) this.#retaggings.set(retagging.id, retagging);
    this.#subscribers.notify();
    return true;
  }

  onTrouble(listener: (trouble: StoreTrouble) => void): () => void {
    return this.#troubles.listen(listener);
  }

  close(): void {
    this.#open = false;
    this.#subscribers.close();
  }

  #add(event: NewEvent): Position {
    const position = this.#index.next;
    this.#index.add({ ...event, position });
    this.#positionById.set(event.id, position);
    for (const stream of event.streams ?? []) {
      const positions = this.#streams.get(stream);
      if (positions) positions.push(position);
      else this.#streams.set(stream, [position]);
    }
    return position;
  }

  #change(changes: Migration['changes']): void {
    const ids = new Set(changes.flatMap(({ after }) => after?.id ?? []));
    const isTaken = changes.some(({ after }) => {
      const taken = after && this.#positionById.get(after.id);
      return typeof taken === 'number' && !changes.some(({ position }) => position === taken);
    });
    if (isTaken || ids.size < changes.filter(({ after }) => after !== null).length) {
      throw new StoreError('repeated-id', 'Two events would have the same id');
    }
    this.#rows.write({ put: outdate(this.#rows.list(CHECKPOINTS, undefined, Number.POSITIVE_INFINITY)) });
    for (const { before } of changes) if (before) this.#positionById.delete(before.id);
    for (const { position, before, after } of changes) {
      this.#index.replace(after, position);
      if (after) this.#positionById.set(after.id, position);
      for (const stream of before?.streams ?? []) this.#leaveStream(stream, position);
      for (const stream of after?.streams ?? []) this.#joinStream(stream, position);
    }
  }

  #leaveStream(stream: string, position: Position): void {
    const positions = this.#streams.get(stream) ?? [];
    this.#streams.set(
      stream,
      positions.filter((one) => one !== position),
    );
  }

  #joinStream(stream: string, position: Position): void {
    const positions = [...(this.#streams.get(stream) ?? []), position];
    this.#streams.set(
      stream,
      positions.sort((a, b) => a - b),
    );
  }

  /** Writes what goes with events; answers where that cannot be. */
  #attach(events: readonly NewEvent[], attachment: Attachment): AppendResult | null {
    const { head } = this.#index;
    const { next } = this.#index;
    const stored = events.map((event, i) => ({ ...event, position: next + i }));
    const needs = attachment.needs(events);
    const look = lookAmong(
      needs,
      needs.map((ref) => this.#rows.get(ref)),
    );
    const decided = attachment.decide(stored, look, head);
    if ('refusal' in decided) return { kind: 'refused', refusal: decided.refusal, head };
    this.#rows.write(decided);
    return null;
  }

  #check(condition: AppendCondition): AppendResult | null {
    if ('query' in condition) {
      const { query, after } = condition;
      if (!this.#index.hasAfter(query, after)) return null;
      return {
        kind: 'conflict',
        query,
        after,
        matching: this.#index.listAfter(query, after),
        head: this.#index.head,
      };
    }
    for (const expected of condition.streams) {
      const actual = this.#streams.get(expected.stream)?.length ?? 0;
      const wanted = expected.version === 'none' ? 0 : expected.version;
      if (wanted !== 'any' && wanted !== actual) {
        return { kind: 'wrong-version', expected, actual, head: this.#index.head };
      }
    }
    return null;
  }

  #requireOpen(): void {
    if (!this.#open) throw new StoreError('closed', `The store "${this.name}" is closed`);
  }
}
