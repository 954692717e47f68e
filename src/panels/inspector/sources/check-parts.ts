import { getOwn } from '../../../lib/get-own.ts';
import { isJsonObject } from '../../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../../lib/json.ts';

/** The name a check or an emit is about; undefined where the document has neither a text nor an object with one. */
export function readTarget(entry: Json, key: 'constraint' | 'event'): string | undefined {
  if (typeof entry === 'string') return entry;
  const target = isJsonObject(entry) ? getOwn(entry, key) : undefined;
  return typeof target === 'string' ? target : undefined;
}

/** A check or an emit as an object, also where the document has only a name. */
export function openEntry(entry: Json, key: 'constraint' | 'event'): JsonObject {
  return isJsonObject(entry) ? entry : { [key]: entry };
}

/** A check or an emit as short as it can be written: empty parts go, and a lone name is only that. */
export function closeEntry(entry: JsonObject, key: 'constraint' | 'event'): Json {
  const kept = Object.entries(entry).filter(
    ([name, value]) => name === key || !(isJsonObject(value) && Object.keys(value).length === 0),
  );
  const [only] = kept;
  return kept.length === 1 && only?.[0] === key ? only[1] : Object.fromEntries(kept);
}

/** An entry with one of its parts set, or without it. */
export function setPart(entry: JsonObject, name: string, value: Json | undefined): JsonObject {
  if (value === undefined) return Object.fromEntries(Object.entries(entry).filter(([key]) => key !== name));
  return { ...entry, [name]: value };
}
