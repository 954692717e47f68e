import type { CompiledModel } from '../decision/compiled-model.ts';
import type { QueryItem, Tagged } from '../decision/query.ts';

/** The streams an event stands in: `A-v` for each aggregate `A` that owns its type and each of its tags `id:v`, by code point (S4). */
export function homeStreams(model: CompiledModel, event: Tagged): readonly string[] {
  if (model.aggregates.length === 0) return NONE;
  const streams = model.aggregates
    .filter(({ events }) => events.has(event.type))
    .flatMap(({ name, id }) => tagValues(event.tags, id).map((value) => `${name}-${value}`));
  return sortNames(streams);
}

const NONE: readonly string[] = [];

/** The stream that serves a projection, first by name: its aggregate owns all the types and the projection filters by its tag; null when there is none (S6). */
export function servingStream(model: CompiledModel, item: QueryItem): string | null {
  const streams = model.aggregates
    .filter(({ events }) => item.types.length > 0 && item.types.every((type) => events.has(type)))
    .flatMap(({ name, id }) => tagValues(item.tags, id).map((value) => `${name}-${value}`));
  return sortNames(streams)[0] ?? null;
}

function tagValues(tags: readonly string[], concept: string): string[] {
  return tags.filter((tag) => tag.startsWith(`${concept}:`)).map((tag) => tag.slice(concept.length + 1));
}

/** Names once each, by code point: JavaScript's own order is by UTF-16 unit, which differs beyond U+FFFF. */
export function sortNames(names: readonly string[]): readonly string[] {
  if (names.length < 2) return names;
  return [...new Set(names)].sort(compareCodePoints);
}

function compareCodePoints(a: string, b: string): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    // Where the first halves of two pairs are equal, both are read as whole code points, and again as second halves.
    const difference = (a.codePointAt(i) ?? 0) - (b.codePointAt(i) ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** The first event type the command emits that can have no home stream: no aggregate that owns it has an id among its tags; null when all can (S4). */
export function findHomeless(model: CompiledModel, command: string): string | null {
  for (const { event } of model.commands.get(command)?.emits ?? []) {
    const concepts = event.tags.map(({ concept }) => concept);
    const homes = model.aggregates.filter(
      ({ id, events }) => events.has(event.name) && concepts.includes(id),
    );
    if (homes.length === 0) return event.name;
  }
  return null;
}
