import {
  type EventStore,
  FINEST_STEP,
  type Position,
  type StoredEvent,
  type StoreQuery,
} from '../../event-store/port.ts';
import type { LogFilter, LogView, LogWindow } from '../../lab/live-log.ts';
import { sayError } from '../../ui/say-error.ts';

/** So many of the last events are read at first, and so many at most with one look. */
const PAGE = 300;
/** So many on either side of what one looks at are brought along. */
const MARGIN = 60;
/** So many are kept at hand. */
const KEPT = 3000;
/** How long new events are gathered before they are told. */
const GATHER_MS = 60;

/**
 * A log as one looks at it. Without a filter an event's place follows from its position, unless a migration has left
 * gaps; otherwise the store is asked for those that match: the last ones first, and where there are more, all others are counted afterwards.
 */
export class LogFollower implements LogWindow {
  readonly #store: Promise<EventStore>;
  readonly #query: StoreQuery;
  readonly #listeners = new Set<() => void>();
  readonly #atHand = new Map<Position, StoredEvent>();
  #view: LogView | null = null;
  /** Positions by place; null where every event matches. */
  #places: Position[] | null;
  #count = 0;
  #prepended = 0;
  #isCounting = false;
  #failure: string | null = null;
  #wanted: readonly [from: number, to: number] | null = null;
  #isLooking = false;
  #isClosed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stop = () => {};

  constructor(store: Promise<EventStore>, filter: LogFilter) {
    this.#store = store;
    this.#query = queryOf(filter);
    this.#places = this.#query === 'all' ? null : [];
    this.#start().catch((error: unknown) => this.#fail(error));
  }

  readonly view = (): LogView | null => this.#view;

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly look = (from: number, to: number): void => {
    this.#wanted = [from, to];
    if (!this.#isLooking) this.#lookOn().catch((error: unknown) => this.#fail(error));
  };

  readonly close = (): void => {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#stop();
  };

  async #start(): Promise<void> {
    const store = await this.#store;
    const head = await store.lastPosition('all');
    if (await hasGaps(store)) this.#places ??= [];
    const end = await readEnd(store, this.#query, head);
    if (this.#isClosed) return;
    for (const event of end) this.#atHand.set(event.position, event);
    this.#places &&= end.map(({ position }) => position);
    this.#count = this.#places?.length ?? head;
    const [first] = end;
    this.#isCounting = this.#places !== null && end.length === PAGE;
    this.#tell();
    const take = (event: StoredEvent) => this.#take(event);
    const subscription = store.subscribe(this.#query, head, take, (error) => this.#fail(error));
    this.#stop = () => subscription.close();
    if (this.#isCounting && first) await this.#countEarlier(store, first.position);
  }

  async #countEarlier(store: EventStore, before: Position): Promise<void> {
    const earlier: Position[] = [];
    for await (const { position } of store.read(this.#query)) {
      if (this.#isClosed || position >= before) break;
      earlier.push(position);
    }
    if (this.#isClosed) return;
    this.#places = earlier.concat(this.#places ?? []);
    this.#count += earlier.length;
    this.#prepended = earlier.length;
    this.#isCounting = false;
    this.#tell();
  }

  #take(event: StoredEvent): void {
    this.#atHand.set(event.position, event);
    this.#places?.push(event.position);
    this.#count = this.#places?.length ?? event.position;
    if (this.#atHand.size > KEPT * 2) this.#forgetFar(this.#count);
    this.#timer ??= setTimeout(() => this.#tell(), GATHER_MS);
  }

  async #lookOn(): Promise<void> {
    this.#isLooking = true;
    const store = await this.#store;
    while (this.#wanted !== null && !this.#isClosed) {
      const [from, to] = this.#wanted;
      this.#wanted = null;
      const missing = this.#findMissing(from - MARGIN, to + MARGIN);
      // The outer half of the margin alone is not worth a read: that way one comes before what is missing is in sight.
      if (missing === null || this.#findMissing(from - MARGIN / 2, to + MARGIN / 2) === null) continue;
      const options = { after: this.#positionAt(missing.first) - FINEST_STEP, limit: missing.count };
      for await (const event of store.read(this.#query, options)) this.#atHand.set(event.position, event);
      if (this.#atHand.size > KEPT) this.#forgetFar((from + to) / 2);
      if (!this.#isClosed) this.#tell();
    }
    this.#isLooking = false;
  }

  /** From the first to the last place that is not at hand, at most a page. */
  #findMissing(from: number, to: number): { readonly first: number; readonly count: number } | null {
    const isMissing = (place: number) => !this.#atHand.has(this.#positionAt(place));
    let first = Math.max(0, Math.floor(from));
    let end = Math.min(this.#count, Math.ceil(to));
    while (first < end && !isMissing(first)) first++;
    while (end > first && !isMissing(end - 1)) end--;
    return first < end ? { first, count: Math.min(PAGE, end - first) } : null;
  }

  #positionAt(place: number): Position {
    return this.#places === null ? place + 1 : (this.#places[place] ?? 0);
  }

  #placeOf(position: Position): number | null {
    const place = this.#places === null ? position - 1 : this.#places.indexOf(position);
    return place >= 0 && place < this.#count ? place : null;
  }

  /** Keeps what lies around a place, and the end, where the new ones come. */
  #forgetFar(around: number): void {
    const low = this.#positionAt(Math.max(0, Math.floor(around) - PAGE));
    const high = this.#positionAt(Math.min(this.#count - 1, Math.ceil(around) + PAGE));
    const end = this.#positionAt(Math.max(0, this.#count - PAGE));
    for (const position of this.#atHand.keys()) {
      if ((position < low || position > high) && position < end) this.#atHand.delete(position);
    }
  }

  #fail(error: unknown): void {
    if (this.#isClosed) return;
    this.#failure = sayError(error);
    this.#isCounting = false;
    this.#tell();
  }

  #tell(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#view = {
      count: this.#count,
      isCounting: this.#isCounting,
      prepended: this.#prepended,
      at: (place) => this.#atHand.get(this.#positionAt(place)),
      placeOf: (position) => this.#placeOf(position),
      failure: this.#failure,
    };
    for (const listener of [...this.#listeners]) listener();
  }
}

/** Whether positions may have gaps: only a migration makes any. */
export async function hasGaps(store: EventStore): Promise<boolean> {
  return (await store.listMigrations()).length > 0;
}

function queryOf({ type, tags }: LogFilter): StoreQuery {
  if (type === null && tags.length === 0) return 'all';
  return { items: [{ types: type === null ? [] : [type], tags }] };
}

/** The last matching events up to a position, in order. */
async function readEnd(store: EventStore, query: StoreQuery, head: Position): Promise<StoredEvent[]> {
  const found: StoredEvent[] = [];
  for await (const event of store.read(query, { after: head + FINEST_STEP, backwards: true, limit: PAGE })) {
    found.push(event);
  }
  return found.reverse();
}
