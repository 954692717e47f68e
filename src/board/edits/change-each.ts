import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';

/** What becomes of a part found at the names or indexes that the stars stand for; undefined takes it out. */
export type PartChange = (part: Json, stars: readonly string[]) => Json | undefined;

/**
 * Changes every part of a document at a path such as `events` / `*` / `tags`, where a star is every name or index. What is
 * missing or of another shape on the way is left alone, and everything is shared with the original where it can be.
 */
export function changeEach(document: JsonObject, path: string, change: PartChange): JsonObject {
  const changed = changeWithin(document, path.split('/'), change, []);
  return isJsonObject(changed) ? changed : document;
}

function changeWithin(
  value: Json,
  path: readonly string[],
  change: PartChange,
  stars: readonly string[],
): Json | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return change(value, stars);
  if (key === '*') {
    return changeParts(value, (part, name) => changeWithin(part, rest, change, [...stars, name]));
  }
  const part = isJsonObject(value) ? getOwn(value, key) : undefined;
  if (!isJsonObject(value) || part === undefined) return value;
  return replaceEntry(value, key, changeWithin(part, rest, change, stars));
}

/** An object or array with each of its parts changed, and without those that came out undefined; others as they are. */
export function changeParts(value: Json, change: (part: Json, name: string) => Json | undefined): Json {
  if (isJsonObject(value)) return changeObject(value, change);
  if (!isArray(value)) return value;
  const parts = value.map((part, index) => change(part, String(index)));
  return parts.every((part, index) => part === value[index])
    ? value
    : parts.filter((part) => part !== undefined);
}

function changeObject(value: JsonObject, change: (part: Json, name: string) => Json | undefined): JsonObject {
  let isChanged = false;
  const entries: [string, Json][] = [];
  for (const [name, part] of Object.entries(value)) {
    const changed = change(part, name);
    isChanged ||= changed !== part;
    if (changed !== undefined) entries.push([name, changed]);
  }
  return isChanged ? Object.fromEntries(entries) : value;
}

/** The object with one entry set, at its place where it has one; undefined takes it out. */
export function replaceEntry(object: JsonObject, key: string, value: Json | undefined): JsonObject {
  if (getOwn(object, key) === value) return object;
  if (value === undefined) return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
  return { ...object, [key]: value };
}

/**
 * The object with its keys renamed, in the same order; null takes an entry out. Where two keys become the same one,
 * the renamed entry stays.
 */
export function renameKeys(object: JsonObject, rename: (key: string) => string | null): JsonObject {
  const entries = Object.entries(object).map(([key, value]) => ({ key, value, name: rename(key) }));
  const moved = new Set(entries.flatMap(({ key, name }) => (name !== null && name !== key ? [name] : [])));
  if (entries.every(({ key, name }) => key === name)) return object;
  return Object.fromEntries(
    entries.flatMap(({ key, value, name }): [string, Json][] =>
      name === null || (name === key && moved.has(key)) ? [] : [[name, value]],
    ),
  );
}

/** Undefined for an object or array that a removal left empty, so that no empty shell stays behind. */
export function dropEmpty(before: Json, after: Json): Json | undefined {
  if (after === before || typeof after !== 'object' || after === null) return after;
  return Object.keys(after).length === 0 ? undefined : after;
}

/** Whether a JSON value is an array: `Array.isArray` does not tell TypeScript about readonly ones. */
export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
