import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import type { GivenEvent, IssuedCommand } from '../../model/schema.ts';

/** A past and the commands that run after it, before they have a name together. */
export interface Scene {
  readonly given: readonly GivenEvent[];
  readonly commands: readonly IssuedCommand[];
}

/** Data as plain JSON: a model file holds nothing else. */
export function readData(data: GivenEvent['data']): JsonObject {
  return (data ?? {}) as JsonObject;
}

/** The value with each of some values replaced by another, wherever it stands. */
function replaceValues(value: Json, replacements: ReadonlyMap<Json, Json>): Json {
  const replacement = replacements.get(value);
  if (replacement !== undefined) return replacement;
  if (Array.isArray(value)) return value.map((part: Json) => replaceValues(part, replacements));
  return isJsonObject(value) ? replaceInData(value, replacements) : value;
}

export function replaceInData(data: JsonObject, replacements: ReadonlyMap<Json, Json>): JsonObject {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, replaceValues(value, replacements)]),
  );
}

/** Events once each. */
export function dropRepeated(events: readonly GivenEvent[]): readonly GivenEvent[] {
  return [...new Map(events.map((event) => [JSON.stringify(event), event])).values()];
}
