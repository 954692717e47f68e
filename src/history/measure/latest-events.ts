import type { NumberedLog } from './measured-log.ts';

/** What is looked for: an event of one of the types (any type when null) that carries all of the tags. */
export interface Wanted {
  /** Equal for equal wishes. */
  readonly key: string;
  readonly types: ReadonlySet<string> | null;
  /** Lowest first. */
  readonly tags: readonly number[];
}

interface Search {
  /** Where its events are found: those with its rarest tag, or of its types. */
  readonly places: readonly number[];
  /** How many of these were looked at, and the last one that fits; -1 for none. */
  seen: number;
  found: number;
}

/**
 * The latest event of each kind, while a log is gone through from its beginning. A wish is searched for backwards from
 * the end and never twice in the same place, and no further back than the horizon: what is older is too old for every window.
 */
export class LatestEvents {
  readonly #log: Pick<NumberedLog, 'events' | 'tags'>;
  readonly #horizon: number;
  readonly #byTag: (number[] | undefined)[] = [];
  readonly #byType = new Map<string, number[]>();
  readonly #all: number[] = [];
  readonly #searches = new Map<string, Search>();

  /** `horizon` is the longest window, in milliseconds. */
  constructor(log: Pick<NumberedLog, 'events' | 'tags'>, horizon: number) {
    this.#log = log;
    this.#horizon = horizon;
  }

  /** Adds the event at a place of the log. Places come in order. */
  add(place: number): void {
    this.#all.push(place);
    for (const tag of this.#log.tags[place] ?? []) {
      const places = this.#byTag[tag];
      if (places === undefined) this.#byTag[tag] = [place];
      else places.push(place);
    }
    const type = this.#log.events[place]?.type ?? '';
    const places = this.#byType.get(type);
    if (places === undefined) this.#byType.set(type, [place]);
    else places.push(place);
  }

  /** The place of the latest event; -1 for none. */
  latest(): number {
    return this.#all.at(-1) ?? -1;
  }

  /** The place of the latest event with a tag; -1 for none. */
  latestWith(tag: number): number {
    return this.#byTag[tag]?.at(-1) ?? -1;
  }

  /** The place of the latest event that fits, -1 for none since the horizon before `time`. */
  latestOf(wanted: Wanted, time: number): number {
    const { tags, types, key } = wanted;
    const [only] = tags;
    if (types === null && tags.length === 1 && only !== undefined) return this.latestWith(only);
    if (tags.length === 0 && types !== null) return this.#latestOfTypes(types);
    const search = this.#searches.get(key) ?? { places: this.#placesFor(tags), seen: 0, found: -1 };
    this.#searches.set(key, search);
    this.#searchOn(search, wanted, time);
    return search.found;
  }

  /** Every place, before a given one and lowest first, at which an event may fit. */
  placesOf({ tags, types }: Omit<Wanted, 'key'>): readonly number[] {
    if (tags.length > 0) return this.#placesFor(tags);
    const [type, ...others] = types ?? [];
    if (type === undefined || others.length > 0) return this.#all;
    const places = this.#byType.get(type) ?? [];
    // Kept, so that it grows with the log.
    this.#byType.set(type, places);
    return places;
  }

  #latestOfTypes(types: ReadonlySet<string>): number {
    let latest = -1;
    for (const type of types) latest = Math.max(latest, this.#byType.get(type)?.at(-1) ?? -1);
    return latest;
  }

  /** The events with the rarest of some tags so far. */
  #placesFor(tags: readonly number[]): readonly number[] {
    let rarest: number[] | undefined;
    for (const tag of tags) {
      const places = this.#byTag[tag] ?? [];
      this.#byTag[tag] = places;
      if (rarest === undefined || places.length < rarest.length) rarest = places;
    }
    return rarest ?? this.#all;
  }

  #searchOn(search: Search, { types, tags }: Wanted, time: number): void {
    const { events, tags: carried } = this.#log;
    for (let at = search.places.length - 1; at >= search.seen; at--) {
      const place = search.places[at] ?? 0;
      const event = events[place];
      if (event === undefined || time - event.time >= this.#horizon) break;
      if (types !== null && !types.has(event.type)) continue;
      if (!hasAll(carried[place] ?? [], tags)) continue;
      search.found = place;
      break;
    }
    search.seen = search.places.length;
  }
}

/** Whether sorted numbers contain all of some others, also sorted. */
export function hasAll(numbers: readonly number[], wanted: readonly number[]): boolean {
  let at = 0;
  for (const number of wanted) {
    while (at < numbers.length && (numbers[at] ?? 0) < number) at++;
    if (numbers[at] !== number) return false;
    at++;
  }
  return true;
}
