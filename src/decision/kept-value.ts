import { isJsonObject } from '../lib/is-json-object.ts';
import type { Json, JsonObject } from '../lib/json.ts';
import { type CelValue, toCel, toJson } from './cel-value.ts';

/** The only key of an object that stands for a value whose type JSON would lose. */
const DOUBLE = '#double';
const TIME = '#time';
const DURATION = '#duration';
const MAP = '#map';

/**
 * A CEL value as JSON that can be read back as the same value of the same type: a fold that goes on from it gives what it
 * would have given without the stop between. Throws a `RangeError` like `toJson`.
 */
export function keepValue(value: CelValue): Json {
  if (typeof value === 'number' && Number.isInteger(value)) return { [DOUBLE]: toJson(value) };
  if (value instanceof Date) return { [TIME]: toJson(value) };
  if (Array.isArray(value)) return value.map(keepValue);
  if (value instanceof Map) return keepMap([...value]);
  const plain = toJson(value);
  // Only a duration becomes a text without being one.
  if (typeof plain === 'string' && typeof value !== 'string') return { [DURATION]: plain };
  return isJsonObject(plain) ? keepMap(Object.entries(value as object)) : plain;
}

function keepMap(entries: readonly (readonly [unknown, CelValue])[]): JsonObject {
  const kept = Object.fromEntries(entries.map(([key, item]) => [String(key), keepValue(item)]));
  const [only] = Object.keys(kept);
  return Object.keys(kept).length === 1 && only?.startsWith('#') ? { [MAP]: kept } : kept;
}

/** The CEL value that was kept. Throws a `RangeError` when it was not written by `keepValue`. */
export function recallValue(kept: Json): CelValue {
  if (Array.isArray(kept)) return kept.map(recallValue);
  if (!isJsonObject(kept)) return toCel(kept);
  const entries = Object.entries(kept);
  const [first] = entries;
  if (entries.length === 1 && first !== undefined) {
    const [key, inner] = first;
    if (key === DOUBLE) return Number(inner);
    if (key === TIME) return toCel(inner, { kind: 'timestamp' });
    if (key === DURATION) return toCel(inner, { kind: 'duration' });
    if (key === MAP && isJsonObject(inner)) return recallMap(Object.entries(inner));
  }
  return recallMap(entries);
}

function recallMap(entries: readonly (readonly [string, Json])[]): CelValue {
  return new Map(entries.map(([key, item]) => [key, recallValue(item)]));
}
