import { Environment, type ParseResult } from '@marcbachmann/cel-js';
import type { Json, JsonObject } from '../../src/lib/json.ts';
import type { Fields, FieldType } from '../../src/model/schema.ts';

/** The names an expression can see, with CEL values. */
export type Scope = Readonly<Record<string, unknown>>;

/** Thrown when an expression of the model fails (D7); anything else that is thrown is a bug of the oracle. */
export class ExpressionFailed extends Error {}

const environment = new Environment({ unlistedVariablesAreDyn: true, homogeneousAggregateLiterals: false });
const parsed = new Map<string, ParseResult>();

/** The CEL value of an expression; throws `ExpressionFailed` (D7). */
export function evaluate(expression: string, scope: Scope): unknown {
  try {
    const run = parsed.get(expression) ?? environment.parse(expression);
    parsed.set(expression, run);
    const value: unknown = run({ ...scope });
    return value;
  } catch (cause) {
    throw new ExpressionFailed(`${expression}: ${String(cause)}`);
  }
}

/** A JSON value as a CEL value of the declared type; without one a whole number is an int. */
export function toCel(json: Json, declared?: FieldType): unknown {
  const type = typeof declared === 'string' ? declared.replace(/\?$/, '').trim() : undefined;
  if (typeof json === 'number') return Number.isInteger(json) && type !== 'double' ? BigInt(json) : json;
  if (typeof json === 'string') return textToCel(json, type);
  if (json === null || typeof json === 'boolean') return json;
  if (isList(json)) return json.map((element) => toCel(element, inner(type, 'list')));
  return new Map(Object.entries(json).map(([key, value]) => [key, toCel(value, inner(type, 'map'))]));
}

/** A JSON object as a CEL map, each field by its declared type. */
export function objectToCel(data: JsonObject, fields: Fields): unknown {
  return new Map(Object.entries(data).map(([name, value]) => [name, toCel(value, fields[name])]));
}

/** An RFC 3339 instant as a CEL timestamp. */
export function instant(text: string): Date {
  return new Date(text);
}

/** A CEL value as JSON; throws `ExpressionFailed` for what JSON cannot hold. */
export function toJson(value: unknown): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return finite(value);
  if (typeof value === 'bigint') return safe(Number(value));
  if (value instanceof Date) return value.toISOString().replace('.000Z', 'Z');
  if (Array.isArray(value)) return value.map((element: unknown) => toJson(element));
  if (value instanceof Map) return entriesToJson([...value]);
  if (isPlainObject(value)) return entriesToJson(Object.entries(value));
  return specialToJson(value);
}

/** The text of one tag value; throws `ExpressionFailed` for what is no single value. */
export function tagText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'bigint' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  throw new ExpressionFailed(`no tag value: ${String(value)}`);
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}

function textToCel(text: string, type: string | undefined): unknown {
  if (type === 'timestamp') return instant(text);
  if (type === 'duration') return evaluate('duration(text)', { text });
  return text;
}

function inner(type: string | undefined, outer: 'list' | 'map'): FieldType | undefined {
  const found = type?.match(outer === 'list' ? /^list<(.*)>$/ : /^map<[^,]*,(.*)>$/);
  return found?.[1]?.trim();
}

function finite(value: number): number {
  if (Number.isFinite(value)) return value;
  throw new ExpressionFailed(`no JSON number: ${value}`);
}

function safe(value: number): number {
  if (Number.isSafeInteger(value)) return value;
  throw new ExpressionFailed(`too big for JSON: ${value}`);
}

function entriesToJson(entries: readonly (readonly [unknown, unknown])[]): JsonObject {
  return Object.fromEntries(entries.map(([key, value]) => [String(key), toJson(value)]));
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Durations and unsigned ints are classes of the CEL library that it does not export. */
function specialToJson(value: unknown): Json {
  const kind = (value as { constructor?: { name?: string } } | undefined)?.constructor?.name;
  if (kind === 'Duration') return String(value);
  if (kind === 'UnsignedInt') return safe(Number(value));
  throw new ExpressionFailed(`no JSON value: ${String(value)}`);
}
