import { getOwn } from '../../../lib/get-own.ts';
import type { JsonObject } from '../../../lib/json.ts';
import { readObject } from '../../forms/read-json.ts';
import { listFieldTypes } from './field-types.ts';

/** The fields that all of these events have: what an expression may use whichever of them comes. */
export function listSharedFields(
  document: JsonObject,
  events: readonly string[],
): ReadonlyMap<string, string> {
  const [first, ...rest] = events.map((event) => {
    const definition = readObject(getOwn(readObject(document['events']), event));
    return listFieldTypes(getOwn(definition, 'fields'));
  });
  return new Map([...(first ?? [])].filter(([field]) => rest.every((fields) => fields.has(field))));
}
