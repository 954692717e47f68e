import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import { isIdentifier } from '../../model/identifier.ts';
import { dropEmpty, replaceEntry } from './change-each.ts';
import { readFieldOf, writeFieldOf } from './change-expression.ts';

/** Which of a command's entries says how names are filled: `with` of a check, `data` of an emitted event. */
export interface Filling {
  readonly name: 'constraint' | 'event';
  readonly values: 'with' | 'data';
}

export const CHECK: Filling = { name: 'constraint', values: 'with' };
export const EMIT: Filling = { name: 'event', values: 'data' };

/** What an entry says about how names are filled; nothing for one that is only a name. */
export function findValues(entry: Json, { values }: Filling): JsonObject {
  const found = isJsonObject(entry) ? getOwn(entry, values) : undefined;
  return isJsonObject(found) ? found : {};
}

/**
 * The expression that says what is meant without one: the command's field. An optional field may be missing, which an
 * expression has to ask for.
 */
export function writeDefault(fields: JsonObject, field: string): string {
  const [type, value] = [getOwn(fields, field), writeFieldOf('command', field)];
  const isOptional = typeof type === 'string' && type.trim().endsWith('?') && isIdentifier(field);
  return isOptional ? `has(${value}) ? ${value} : null` : value;
}

/** The command's field that an expression takes as it is; undefined for any other expression. */
export function readDefault(expression: Json | undefined): string | undefined {
  const [, value] =
    (typeof expression === 'string' && /^has\((command\.\w+)\) \? \1 : null$/.exec(expression)) || [];
  return readFieldOf('command', value ?? expression);
}

/** The entry with a name filled by an expression; undefined leaves it to the command's field of the same name. */
export function setValue(entry: Json, filling: Filling, key: string, value: Json | undefined): Json {
  if (getOwn(findValues(entry, filling), key) === value) return entry;
  const full: Json = typeof entry === 'string' ? { [filling.name]: entry } : entry;
  if (!isJsonObject(full)) return entry;
  const before = getOwn(full, filling.values) ?? {};
  if (!isJsonObject(before)) return entry;
  const values = dropEmpty(before, replaceEntry(before, key, value));
  return shorten(replaceEntry(full, filling.values, values), filling);
}

/** Just the name, where an entry says nothing else. */
function shorten(entry: JsonObject, { name }: Filling): Json {
  const named = getOwn(entry, name);
  return Object.keys(entry).length === 1 && typeof named === 'string' ? named : entry;
}
