import type { Position, StoredEvent } from './port.ts';
import type { KeyRun } from './query-plan.ts';
import { settle, walk } from './requests.ts';
import { type EventRow, INDEXES } from './schema.ts';

/** Positions from `low` to `high`, both included. */
export interface Window {
  readonly low: Position;
  readonly high: Position;
}

/** Reads runs of the log inside one transaction. */
export class LogReader {
  readonly #events: IDBObjectStore;
  readonly #ranges: typeof IDBKeyRange;

  constructor(transaction: IDBTransaction, ranges: typeof IDBKeyRange) {
    this.#events = transaction.objectStore('events');
    this.#ranges = ranges;
  }

  /** The last position of the log, 0 when it is empty. */
  async head(): Promise<Position> {
    const [head] = await walk(this.#events.openKeyCursor(null, 'prev'), 1, positionOf);
    return head ?? 0;
  }

  async eventAt(position: Position): Promise<StoredEvent | undefined> {
    const row: EventRow | undefined = await settle(this.#events.get(position));
    return row?.event;
  }

  /** The events of a stream in order: of equal keys an index keeps the order of the positions. */
  async streamEvents(stream: string): Promise<StoredEvent[]> {
    const rows: EventRow[] = await settle(
      this.#events.index(INDEXES.stream).getAll(this.#ranges.only(stream)),
    );
    return rows.map(eventOf);
  }

  /** Whether the run has anything in the window: one look at one key. */
  async hasAny(run: KeyRun, window: Window): Promise<boolean> {
    if (isEmpty(window)) return false;
    return (await settle(this.#source(run).getKey(this.#range(run, window)))) !== undefined;
  }

  /** The first positions of a run in a window, or, backwards, the last ones, the last first. */
  async positions(run: KeyRun, window: Window, count: number, backwards: boolean): Promise<Position[]> {
    if (isEmpty(window)) return [];
    const [source, range] = [this.#source(run), this.#range(run, window)];
    if (backwards) return walk(source.openKeyCursor(range, 'prev'), count, positionOf);
    return (await settle(source.getAllKeys(range, limitOf(count)))).map(Number);
  }

  /** The events at the positions that `positions` would give. */
  async events(run: KeyRun, window: Window, count: number, backwards: boolean): Promise<StoredEvent[]> {
    if (isEmpty(window)) return [];
    const [source, range] = [this.#source(run), this.#range(run, window)];
    if (backwards) return walk(source.openCursor(range, 'prev'), count, ({ value }) => eventOf(value));
    const rows: EventRow[] = await settle(source.getAll(range, limitOf(count)));
    return rows.map(eventOf);
  }

  #source({ index }: KeyRun): IDBObjectStore | IDBIndex {
    return index === null ? this.#events : this.#events.index(INDEXES[index]);
  }

  #range({ index, prefix }: KeyRun, { low, high }: Window): IDBKeyRange {
    if (index === null) return this.#ranges.bound(low, high);
    return this.#ranges.bound([...prefix, low], [...prefix, high]);
  }
}

function eventOf(row: EventRow): StoredEvent {
  return row.event;
}

function positionOf(cursor: IDBCursor): Position {
  return Number(cursor.primaryKey);
}

function isEmpty({ low, high }: Window): boolean {
  return low > high;
}

/** As IndexedDB takes it: without a number it gives everything. */
function limitOf(count: number): number | undefined {
  return Number.isFinite(count) ? count : undefined;
}
