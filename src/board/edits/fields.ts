import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import { renameKeys } from './change-each.ts';
import { getAt } from './set-at.ts';

/** The fields of an element, or what else of it is an object under a name; empty when there are none. */
export function findFields(
  document: JsonObject,
  section: string,
  name: string,
  property = 'fields',
): JsonObject {
  const fields = getAt(document, [section, name, property]);
  return isJsonObject(fields) ? fields : {};
}

/** Whether an element has a field of that name. */
export function hasField(
  document: JsonObject,
  section: string,
  name: string,
  field: string,
  property = 'fields',
): boolean {
  return Object.hasOwn(findFields(document, section, name, property), field);
}

/** An object with one key renamed at its place; anything else as it is. */
export function renameKey(part: Json, from: string, to: string): Json {
  return isJsonObject(part) ? renameKeys(part, (key) => (key === from ? to : key)) : part;
}

/** The name in an entry of a list that holds names, or objects with a name under a key. */
export function readName(entry: Json, key: string): string | undefined {
  const name = isJsonObject(entry) ? getOwn(entry, key) : entry;
  return typeof name === 'string' ? name : undefined;
}
