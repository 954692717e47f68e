import type { QueryItem } from '../decision/query.ts';
import { matchesItem } from '../decision/query.ts';
import type { Position, StoredEvent, StoreQuery } from './port.ts';

/** The events of a store in memory, by position, type and tag. */
export class EventIndex {
  readonly #events: StoredEvent[] = [];
  readonly #byType = new Map<string, Position[]>();
  readonly #byTag = new Map<string, Position[]>();

  /** The last position that was ever given to an appended event; the event may be gone. */
  #given = 0;

  get head(): Position {
    return this.#events.at(-1)?.position ?? 0;
  }

  /** Where the next event goes. */
  get next(): Position {
    return this.#given + 1;
  }

  add(event: StoredEvent): void {
    this.#events.push(event);
    this.#given = event.position;
    push(this.#byType, event.type, event.position);
    for (const tag of event.tags) push(this.#byTag, tag, event.position);
  }

  at(position: Position): StoredEvent | undefined {
    // Without gaps it stands in its place.
    const direct = this.#events[position - 1];
    if (direct?.position === position) return direct;
    const found = this.#events[this.#countUpTo(position) - 1];
    return found?.position === position ? found : undefined;
  }

  /** Puts an event at its position, in place of what stands there, or takes away what does (null). */
  replace(event: StoredEvent | null, position: Position): void {
    const end = this.#countUpTo(position);
    const old = this.at(position);
    const from = old === undefined ? end : end - 1;
    this.#events.splice(from, end - from, ...(event === null ? [] : [event]));
    if (old !== undefined && old.type !== event?.type) remove(this.#byType, old.type, position);
    for (const tag of old?.tags ?? []) if (!event?.tags.includes(tag)) remove(this.#byTag, tag, position);
    if (event === null) return;
    if (event.type !== old?.type) insert(this.#byType, event.type, position);
    for (const tag of event.tags) if (!old?.tags.includes(tag)) insert(this.#byTag, tag, position);
  }

  /** All matching events behind a position, in order. */
  listAfter(query: StoreQuery, after: Position): readonly StoredEvent[] {
    if (query === 'all') return this.#events.slice(this.#countUpTo(after));
    const found = query.items.map((item) => this.#listItem(item, after));
    const [only] = found;
    if (only !== undefined && found.length === 1) return only;
    const unique = new Map(found.flat().map((event) => [event.position, event]));
    return [...unique.values()].sort((a, b) => a.position - b.position);
  }

  /** The position of the last matching event, 0 when there is none. */
  lastPosition(query: StoreQuery): Position {
    if (query === 'all') return this.head;
    return Math.max(0, ...query.items.map((item) => this.#lastOfItem(item)));
  }

  /** Whether any matching event lies behind a position. */
  hasAfter(query: StoreQuery, after: Position): boolean {
    if (after >= this.head) return false;
    if (query === 'all') return true;
    return query.items.some((item) => this.#lastOfItem(item, after) > after);
  }

  #listItem(item: QueryItem, after: Position): StoredEvent[] {
    return this.#candidates(item)
      .flatMap((positions) => {
        const events: StoredEvent[] = [];
        for (let i = firstAfter(positions, after); i < positions.length; i++) {
          const event = this.at(positions[i] as number);
          if (event && matchesItem(item, event)) events.push(event);
        }
        return events;
      })
      .sort((a, b) => a.position - b.position);
  }

  #lastOfItem(item: QueryItem, after = 0): Position {
    let last = 0;
    for (const positions of this.#candidates(item)) {
      for (let i = positions.length - 1; i >= 0; i--) {
        const position = positions[i] as number;
        if (position <= Math.max(after, last)) break;
        const event = this.at(position);
        if (event && matchesItem(item, event)) last = position;
      }
    }
    return last;
  }

  /** How many events stand up to a position. */
  #countUpTo(position: Position): number {
    let [low, high] = [0, this.#events.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#events[middle]?.position ?? 0) > position) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Lists that together hold every match, each position in at most one of them: the rarest tag, or the types. */
  #candidates({ types, tags }: QueryItem): readonly (readonly Position[])[] {
    if (tags.length === 0) return [...new Set(types)].map((type) => this.#byType.get(type) ?? []);
    const lists = tags.map((tag) => this.#byTag.get(tag) ?? []);
    return [lists.reduce((rarest, list) => (list.length < rarest.length ? list : rarest))];
  }
}

function push(index: Map<string, Position[]>, key: string, position: Position): void {
  const positions = index.get(key);
  if (positions) positions.push(position);
  else index.set(key, [position]);
}

function insert(index: Map<string, Position[]>, key: string, position: Position): void {
  const positions = index.get(key) ?? [];
  positions.splice(firstAfter(positions, position), 0, position);
  index.set(key, positions);
}

function remove(index: Map<string, Position[]>, key: string, position: Position): void {
  const positions = index.get(key) ?? [];
  index.set(
    key,
    positions.filter((one) => one !== position),
  );
}

/** The place of the first position behind another, in a sorted list. */
function firstAfter(positions: readonly Position[], after: Position): number {
  let [low, high] = [0, positions.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((positions[middle] as number) > after) high = middle;
    else low = middle + 1;
  }
  return low;
}
