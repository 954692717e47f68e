import { isJsonObject } from '../lib/is-json-object.ts';
import type { Json, JsonObject } from '../lib/json.ts';
import type { JsonPath } from '../lib/scan-json.ts';
import { modelSchema } from './schema.ts';
import { listProperties, stepInto, unwrap } from './schema-step.ts';

type Schema = Parameters<typeof stepInto>[0];

/** What to leave out of an object or array: a part, or something within the part. */
type Gaps = Map<string | number, Gaps | 'all'>;

/**
 * The smallest part around a faulty place that can be left out and leaves what is around it valid. Of an example or
 * a race it is the whole, as half of one would show something else.
 */
export function findPart(fault: JsonPath): JsonPath {
  if ((fault[0] === 'examples' || fault[0] === 'races') && fault.length > 2) return fault.slice(0, 2);
  let schema: Schema | undefined = modelSchema;
  let length = 0;
  for (const [index, key] of fault.entries()) {
    const next: Schema | undefined = schema && stepInto(schema, key);
    if (!isRequired(schema, key)) length = index + 1;
    // Within a value of the author's own, such as a projection's "initial", parts cannot be told from the whole.
    if (next && unwrap(next)._zod.def.type === 'unknown') break;
    schema = next;
  }
  return fault.slice(0, length);
}

function isRequired(schema: Schema | undefined, key: string | number): boolean {
  const property = schema && listProperties(schema).get(String(key));
  return property !== undefined && property._zod.def.type !== 'optional';
}

/** The document without these parts; what is not around one of them is shared with the original. */
export function leaveOut(document: JsonObject, parts: readonly JsonPath[]): JsonObject {
  const gaps: Gaps = new Map();
  for (const part of parts) addGap(gaps, part);
  return copyObject(document, gaps);
}

function addGap(gaps: Gaps, part: JsonPath): void {
  let level = gaps;
  for (const key of part.slice(0, -1)) {
    const inner = level.get(key) ?? new Map();
    if (inner === 'all') return;
    level.set(key, inner);
    level = inner;
  }
  const last = part.at(-1);
  if (last !== undefined) level.set(last, 'all');
}

function copy(value: Json, gaps: Gaps | undefined): Json {
  if (gaps === undefined || typeof value !== 'object' || value === null) return value;
  return isJsonObject(value)
    ? copyObject(value, gaps)
    : copyParts(value.entries(), gaps).map(([, part]) => part);
}

function copyObject(value: JsonObject, gaps: Gaps): JsonObject {
  return Object.fromEntries(copyParts(Object.entries(value), gaps));
}

function copyParts<K extends string | number>(parts: Iterable<[K, Json]>, gaps: Gaps): [K, Json][] {
  const kept: [K, Json][] = [];
  for (const [key, part] of parts) {
    const gap = gaps.get(key);
    if (gap !== 'all') kept.push([key, copy(part, gap)]);
  }
  return kept;
}
