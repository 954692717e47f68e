import { isJsonObject } from '../../lib/is-json-object.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { JsonPath } from '../../lib/scan-json.ts';
import { isArray } from './change-each.ts';
import { readName } from './fields.ts';
import { getAt, setAt } from './set-at.ts';

/**
 * Adds a name at the end of a list, whose entries are names or objects with one under a key. The same document when it
 * is there already, null when there is something else than a list.
 */
export function addName(document: JsonObject, path: JsonPath, name: string, key = ''): JsonObject | null {
  const list = getAt(document, path) ?? [];
  const owner = getAt(document, path.slice(0, -1));
  if (!isArray(list) || !isJsonObject(owner)) return null;
  const isThere = list.some((entry) => readName(entry, key) === name);
  return isThere ? document : setAt(document, path, [...list, name]);
}

/** Takes all entries with a name out of a list, and the list too when it is empty then. */
export function removeName(document: JsonObject, path: JsonPath, name: string, key = ''): JsonObject {
  const list = getAt(document, path);
  if (!isArray(list)) return document;
  const rest = list.filter((entry) => readName(entry, key) !== name);
  if (rest.length === list.length) return document;
  return setAt(document, path, rest.length > 0 ? rest : undefined);
}
