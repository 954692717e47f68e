import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import type { JsonPath } from '../../lib/scan-json.ts';
import { isArray, replaceEntry } from './change-each.ts';

/** The value at a path; undefined when there is none. */
export function getAt(document: JsonObject, path: JsonPath): Json | undefined {
  return path.reduce<Json | undefined>(getPart, document);
}

function getPart(value: Json | undefined, key: string | number): Json | undefined {
  if (isJsonObject(value)) return getOwn(value, String(key));
  return isArray(value) ? value[Number(key)] : undefined;
}

/**
 * The document with a value set at a path, and objects made on the way; undefined removes it. In a list the index after
 * the last adds one. A path that leads through something else, such as a text, changes nothing.
 */
export function setAt(document: JsonObject, path: JsonPath, value: Json | undefined): JsonObject {
  const changed = setWithin(document, path, value);
  return isJsonObject(changed) ? changed : document;
}

function setWithin(container: Json | undefined, path: JsonPath, value: Json | undefined): Json | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (container === undefined) {
    return value === undefined ? undefined : setInObject({}, String(key), rest, value);
  }
  if (isArray(container)) return setInArray(container, Number(key), rest, value);
  return isJsonObject(container) ? setInObject(container, String(key), rest, value) : container;
}

function setInObject(object: JsonObject, key: string, rest: JsonPath, value: Json | undefined): JsonObject {
  return replaceEntry(object, key, setWithin(getOwn(object, key), rest, value));
}

function setInArray(
  list: readonly Json[],
  index: number,
  rest: JsonPath,
  value: Json | undefined,
): readonly Json[] {
  if (!Number.isInteger(index) || index < 0 || index > list.length) return list;
  const changed = setWithin(list[index], rest, value);
  if (changed === list[index]) return list;
  return [...list.slice(0, index), ...(changed === undefined ? [] : [changed]), ...list.slice(index + 1)];
}
