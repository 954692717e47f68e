import { evaluate } from '@marcbachmann/cel-js';
import type { Json, JsonObject } from '../lib/json.ts';
import { isTimestamp } from '../lib/time-text.ts';
import type { FieldKind } from '../model/field-type.ts';

/** A CEL duration; milliseconds by `valueOf`. */
export interface CelDuration {
  readonly seconds: bigint;
  readonly nanos: number;
}

/** A value as CEL sees it: whole numbers are ints (bigint), other numbers doubles, objects maps. */
export type CelValue =
  | null
  | boolean
  | bigint
  | number
  | string
  | Date
  | CelDuration
  | readonly CelValue[]
  | CelMap;
export type CelMap = ReadonlyMap<string, CelValue>;

// The library keeps its Duration class to itself; its own constructor function gives instances.
const Duration = evaluate('duration("0s")').constructor as { new (): CelDuration };

/** Whether a value is a CEL duration. */
function isDuration(value: unknown): value is CelDuration {
  return value instanceof Duration;
}

/**
 * A JSON value as a CEL value: by its declared type where one is given, otherwise whole numbers become ints, other
 * numbers doubles, objects maps. Throws a `RangeError` with the reason when a declared timestamp or duration is none.
 */
export function toCel(json: Json, type?: FieldKind): CelValue {
  if (json === null || typeof json === 'boolean') return json;
  if (typeof json === 'number') {
    return Number.isInteger(json) && type?.kind !== 'double' ? BigInt(json) : json;
  }
  if (typeof json === 'string') return stringToCel(json, type);
  if (Array.isArray(json)) {
    const element = type?.kind === 'list' ? type.element : undefined;
    return json.map((item: Json) => toCel(item, element));
  }
  const value = type?.kind === 'map' ? type.value : undefined;
  return new Map(Object.entries(json as JsonObject).map(([key, item]) => [key, toCel(item, value)]));
}

/** The fields of a JSON object as a CEL map, each by its declared type. Throws like `toCel`. */
export function fieldsToCel(data: JsonObject, types: ReadonlyMap<string, FieldKind>): CelMap {
  const fields = new Map<string, CelValue>();
  for (const name of Object.keys(data)) fields.set(name, toCel(data[name] ?? null, types.get(name)));
  return fields;
}

function stringToCel(text: string, type?: FieldKind): CelValue {
  if (type?.kind === 'timestamp') return toInstant(text);
  if (type?.kind !== 'duration') return text;
  try {
    return evaluate('duration(text)', { text });
  } catch {
    throw new RangeError(`"${text}" is not a duration such as "10m"`);
  }
}

/** The last text that was read: the events of one log often have one time. */
let lastTime = { text: '', instant: new Date(0) };

/** An RFC 3339 text as an instant, which is not to be changed. Throws a `RangeError` when it is none. */
export function toInstant(text: string): Date {
  if (text === lastTime.text) return lastTime.instant;
  if (!isTimestamp(text)) throw new RangeError(`"${text}" is not a time such as "2000-01-01T00:00:00Z"`);
  lastTime = { text, instant: new Date(text) };
  return lastTime.instant;
}

/** A CEL value as JSON. Throws a `RangeError` for what JSON cannot hold: bytes, types, NaN, ints beyond 2^53. */
export function toJson(value: unknown): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'bigint') return intToJson(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`${value} cannot be written in JSON`);
    return value;
  }
  if (value instanceof Date) return value.toISOString().replace('.000Z', 'Z');
  if (isDuration(value)) return durationToJson(value);
  if (Array.isArray(value)) return value.map(toJson);
  if (value instanceof Map) return entriesToJson([...value]);
  if (typeof value === 'object' && (Object.getPrototypeOf(value) ?? Object.prototype) === Object.prototype) {
    return entriesToJson(Object.entries(value));
  }
  if (typeof value === 'object' && typeof value.valueOf() === 'bigint') {
    return intToJson(value.valueOf() as unknown as bigint);
  }
  throw new RangeError('a value of this type cannot be written in JSON');
}

function intToJson(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`the int ${value} is too big for JSON`);
  return number;
}

function durationToJson({ seconds, nanos }: CelDuration): string {
  const fraction = nanos === 0 ? '' : `.${String(Math.abs(nanos)).padStart(9, '0').replace(/0+$/, '')}`;
  return `${nanos < 0 && seconds === 0n ? '-' : ''}${seconds}${fraction}s`;
}

function entriesToJson(entries: readonly (readonly [unknown, unknown])[]): JsonObject {
  // fromEntries defines own properties, so that a key such as __proto__ stays data.
  return Object.fromEntries(entries.map(([key, value]) => [String(key), toJson(value)]));
}

/** A text that two CEL values share exactly when they are the same value of the same type; map keys in any order. */
export function keyOfCel(value: unknown): string {
  if (typeof value === 'bigint') return `i${value}`;
  if (typeof value === 'number') return Object.is(value, -0) ? 'd-0' : `d${value}`;
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return `t${value.getTime()}`;
  if (isDuration(value)) return `u${value.seconds}.${value.nanos}`;
  if (Array.isArray(value)) return `[${value.map(keyOfCel).join()}]`;
  const entries = value instanceof Map ? [...value] : Object.entries(value as object);
  return `{${entries
    .map(([key, item]) => `${keyOfCel(key)}:${keyOfCel(item)}`)
    .sort()
    .join()}}`;
}

/** A text that two JSON values share exactly when they are equal; object keys in any order. */
export function keyOfJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(keyOfJson).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, item]) => `${JSON.stringify(key)}:${keyOfJson(item)}`)
    .sort()
    .join()}}`;
}

/** A CEL value as the value of a tag, or null when it is none (a list, a map …): strings as they are, others in their usual text. */
export function toTagValue(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'bigint' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  return null;
}
