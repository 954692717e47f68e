import { conceptOf } from '../measure/measured-log.ts';
import type { PastEvent } from '../past-event.ts';

/** A log, sorted by what its insights are found from. */
export interface SeenLog {
  readonly events: readonly PastEvent[];
  /** By concept and tag, the places of the events that carry the tag, in order. */
  readonly instances: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;
  readonly byActor: ReadonlyMap<string, readonly number[]>;
  /** Concepts whose tags only say once more who did it. */
  readonly actorConcepts: ReadonlySet<string>;
  /** How many events there are of each type. */
  readonly types: ReadonlyMap<string, number>;
}

/** Sorts the events of a log by tag, actor and type. */
export function seeLog(events: readonly PastEvent[]): SeenLog {
  const instances = new Map<string, Map<string, number[]>>();
  const byActor = new Map<string, number[]>();
  const types = new Map<string, number>();
  for (const [place, { type, tags, actor }] of events.entries()) {
    types.set(type, (types.get(type) ?? 0) + 1);
    if (actor !== null) pushTo(byActor, actor, place);
    for (const tag of tags) {
      const concept = conceptOf(tag);
      const own = instances.get(concept) ?? new Map<string, number[]>();
      instances.set(concept, own);
      pushTo(own, tag, place);
    }
  }
  return { events, instances, byActor, actorConcepts: findActorConcepts(events, instances), types };
}

function findActorConcepts(
  events: readonly PastEvent[],
  instances: SeenLog['instances'],
): ReadonlySet<string> {
  const found = [...instances].filter(([concept, tags]) =>
    [...tags].every(([tag, places]) =>
      places.every((place) => events[place]?.actor === tag.slice(concept.length + 1)),
    ),
  );
  return new Set(found.map(([concept]) => concept));
}

/** The instances of the concepts that are more than who did it. */
export function listStreams({ instances, actorConcepts }: SeenLog): SeenLog['instances'] {
  return new Map([...instances].filter(([concept]) => !actorConcepts.has(concept)));
}

/** Adds a value to the list under a key. */
export function pushTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** Adds one to the count under a key. */
export function countUp<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The key with the highest count, the first of equals; undefined where there is none. */
export function topOf<K>(counts: ReadonlyMap<K, number>): readonly [K, number] | undefined {
  let top: readonly [K, number] | undefined;
  for (const entry of counts) if (top === undefined || entry[1] > top[1]) top = entry;
  return top;
}

/** The types of the events at some places, in order. */
export function typesAt({ events }: SeenLog, places: readonly number[]): readonly string[] {
  return places.map((place) => events[place]?.type ?? '');
}

/** The ids of the events at some places. */
export function idsAt({ events }: SeenLog, places: readonly number[]): readonly string[] {
  return places.map((place) => events[place]?.id ?? '');
}
