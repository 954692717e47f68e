import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { ConstraintDefinition, Model } from '../../model/schema.ts';
import { findElement } from '../element-key.ts';
import { addArguments, addFilter, findObject } from './filters.ts';
import { getAt, setAt } from './set-at.ts';

/** Which of the events of a type a constraint reads: those with the same value of some tags. */
export interface ReadSubset {
  /** The tags that all projections filter by that read the event; none means all events of the type are read. */
  readonly tags: readonly string[];
  /** The tags to choose from: those the event carries. */
  readonly offered: readonly string[];
}

/** The subset of an event's instances that a constraint needs. */
export function readSubset(model: Model, constraint: string, event: string): ReadSubset {
  const filters = listFilters(getOwn(model.constraints, constraint), event);
  const [first = [], ...others] = filters;
  const carried = Object.keys(getOwn(model.events, event)?.tags ?? {});
  const tags = first.filter((tag) => others.every((filter) => filter.includes(tag)));
  return { tags, offered: [...new Set([...carried, ...filters.flat()])] };
}

/** The tags by which each projection filters that reads the event. */
function listFilters(constraint: ConstraintDefinition | undefined, event: string): readonly string[][] {
  return Object.values(constraint?.projections ?? {})
    .filter(({ on }) => on !== undefined && Object.hasOwn(on, event))
    .map(({ tags }) => Object.keys(tags ?? {}));
}

/** The subset in words: "same course and student", "same course or same student", "all". */
export function saySubset(filters: readonly (readonly string[])[]): string {
  const widest = filters.filter(
    (filter, index) =>
      !filters.some(
        (other, at) => at !== index && isWider(other, filter) && (at < index || !isWider(filter, other)),
      ),
  );
  if (widest.length === 0 || widest.some((filter) => filter.length === 0)) return 'all';
  return widest.map((filter) => `same ${filter.join(' and ')}`).join(' or ');
}

/** Whether fewer tags, and so more events, are asked for; the same counts too. */
function isWider(filter: readonly string[], other: readonly string[]): boolean {
  return filter.every((tag) => other.includes(tag));
}

/**
 * Lets a constraint read just the events with the same value of these tags, in all projections that read the event;
 * other events of such a projection follow. A parameter is added where none gives the value, and a field for it to the
 * commands that check the constraint.
 */
export function setSubset(
  document: JsonObject,
  constraint: string,
  event: string,
  tags: readonly string[],
): JsonObject {
  const before = findElement(document, `constraint:${constraint}`);
  if (before === undefined || !isJsonObject(getOwn(before, 'parameters') ?? {})) return document;
  const definition = findElement(document, `event:${event}`);
  let changed = before;
  for (const [name, projection] of Object.entries(findObject(before, 'projections'))) {
    if (!isJsonObject(projection) || !Object.hasOwn(findObject(projection, 'on'), event)) continue;
    changed = filterProjection(changed, name, tags, definition);
  }
  const set = setAt(document, ['constraints', constraint], changed);
  return set === document ? document : addArguments(set, constraint);
}

function filterProjection(
  constraint: JsonObject,
  projection: string,
  tags: readonly string[],
  event: JsonObject | undefined,
): JsonObject {
  const path = ['projections', projection, 'tags'];
  const before = getAt(constraint, path) ?? {};
  if (!isJsonObject(before)) return constraint;
  let changed = constraint;
  for (const tag of tags) {
    if (!Object.hasOwn(before, tag)) changed = addFilter(changed, projection, tag, event);
  }
  const kept = Object.entries(getObject(changed, path)).filter(([tag]) => tags.includes(tag));
  const isSame =
    kept.length === Object.keys(before).length && tags.every((tag) => Object.hasOwn(before, tag));
  if (isSame) return constraint;
  return setAt(changed, path, kept.length > 0 ? Object.fromEntries(kept) : undefined);
}

function getObject(value: JsonObject, path: readonly string[]): JsonObject {
  const found = getAt(value, path);
  return isJsonObject(found) ? found : {};
}
