import type { JsonObject } from '../../src/lib/json.ts';
import type { Model, Race } from '../../src/model/schema.ts';
import { evaluate, objectToCel, tagText } from './brute-force-cel.ts';

/** When nothing else says when something happens (D9). */
export const DEFAULT_TIME = '2000-01-01T00:00:00Z';

/** An event as a decision states it. */
export interface PlainFact {
  readonly type: string;
  readonly data: JsonObject;
  readonly tags: readonly string[];
}

/** One entry of the log. `streams` are the streams it lies in, `first` marks the first copy of a fact (S6), `by` is null when given. */
export interface Entry extends PlainFact {
  readonly time: string;
  readonly by: number | null;
  readonly streams: readonly string[];
  readonly first: boolean;
}

/** An event's type and data with the tags that its definition gives it. */
export function makeFact(model: Model, type: string, data: JsonObject): PlainFact {
  const definition = model.events?.[type];
  const scope = { event: objectToCel(data, definition?.fields ?? {}) };
  const tags = new Set<string>();
  for (const [concept, expression] of Object.entries(definition?.tags ?? {}))
    for (const value of tagValues(evaluate(expression, scope))) tags.add(`${concept}:${value}`);
  return { type, data, tags: [...tags] };
}

/** The log that a race starts from; each given event lies in all its home streams. */
export function givenLog(model: Model, race: Race): readonly Entry[] {
  return (race.given ?? []).map((given) => {
    const fact = makeFact(model, given.event, given.data ?? {});
    const streams = homeStreams(model, fact);
    return { ...fact, time: given.time ?? DEFAULT_TIME, by: null, streams, first: true };
  });
}

/** The streams an event lies in (S4), by name. */
export function homeStreams(model: Model, fact: PlainFact): readonly string[] {
  const streams = new Set<string>();
  for (const [name, aggregate] of Object.entries(model.aggregates ?? {})) {
    if (aggregate.id === undefined || !aggregate.events?.includes(fact.type)) continue;
    for (const tag of fact.tags)
      if (tag.startsWith(`${aggregate.id}:`)) streams.add(`${name}-${tag.slice(aggregate.id.length + 1)}`);
  }
  return [...streams].sort(byCodePoint);
}

/** The stream that serves a query: its aggregate owns all types and the query filters by its tag; of several, the first by name (S6). */
export function servingStream(
  model: Model,
  query: { readonly types: readonly string[]; readonly tags: readonly string[] },
): string | undefined {
  const streams: string[] = [];
  for (const [name, aggregate] of Object.entries(model.aggregates ?? {})) {
    const owned = aggregate.events ?? [];
    if (aggregate.id === undefined || !query.types.every((type) => owned.includes(type))) continue;
    for (const tag of query.tags)
      if (tag.startsWith(`${aggregate.id}:`)) streams.push(`${name}-${tag.slice(aggregate.id.length + 1)}`);
  }
  return streams.sort(byCodePoint)[0];
}

/** The order of names by code point (S6). */
export function byCodePoint(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function tagValues(value: unknown): readonly string[] {
  if (value === null) return [];
  return Array.isArray(value) ? value.map((element: unknown) => tagText(element)) : [tagText(value)];
}
