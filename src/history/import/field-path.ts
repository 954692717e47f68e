import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import type { FieldPath } from './log-row.ts';

/** The value at a path, or undefined where the row has none. */
export function readField(fields: JsonObject, path: FieldPath): Json | undefined {
  let value: Json | undefined = fields;
  for (const key of path) {
    if (!isJsonObject(value)) return undefined;
    value = getOwn(value, key);
  }
  return value;
}

/** A value as one short text, or null for what is none: nothing, an empty text, an object. Of a list, its first. */
export function readText(value: Json | undefined): string | null {
  if (Array.isArray(value)) return readText(value[0]);
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** The texts of a value: of a list, those of its elements. */
export function readTexts(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return readText(value) === null ? [] : [value.trim()];
  const list: readonly (Json | undefined)[] = Array.isArray(value) ? value : [value];
  return list.flatMap((one) => (Array.isArray(one) ? [] : (readText(one) ?? [])));
}

/** A path as people read it, such as `payload.issue.number`. */
export function sayField(path: FieldPath): string {
  return path.join('.');
}

export function samePath(one: FieldPath, other: FieldPath): boolean {
  return one.length === other.length && one.every((key, at) => key === other[at]);
}
