import { getOwn } from '../../lib/get-own.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import { type FieldKind, parseFieldType } from '../../model/field-type.ts';
import { fitsType } from '../../model/fits-type.ts';
import { isArray } from '../edits/change-each.ts';

/** A plain value of a type, to begin with. */
export function proposeValue(type: FieldKind, name = ''): Json {
  switch (type.kind) {
    case 'int':
    case 'double':
      return 1;
    case 'bool':
      return true;
    case 'timestamp':
      return '2000-01-01T00:00:00Z';
    case 'duration':
      return '1h';
    case 'enum':
      return type.values[0] ?? '';
    case 'list':
      return [];
    case 'map':
      return {};
    case 'string':
    case 'dyn':
      return proposeText(name);
  }
}

/** Ids in examples are short: `c1` for courseId. */
function proposeText(name: string): string {
  return /Id$/.test(name) || name === 'id' ? `${name.charAt(0)}1` : name || 'text';
}

/** A written type; undefined when it is none. */
export function readType(written: Json | undefined): FieldKind | undefined {
  if (typeof written === 'string') return parseFieldType(written);
  return isArray(written) && written.every((value) => typeof value === 'string')
    ? parseFieldType(written)
    : undefined;
}

/** Data for all fields that need a value. */
export function proposeData(fields: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, written]): [string, Json][] => {
      const type = readType(written);
      return type === undefined || type.optional ? [] : [[name, proposeValue(type, name)]];
    }),
  );
}

/** A wrong value as one of the type where that is plain, such as "3" as 3; a proposed one otherwise. */
export function convertValue(value: Json, type: FieldKind, name: string): Json {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  const candidates: readonly Json[] = [
    typeof number === 'number' && Number.isFinite(number) ? number : null,
    typeof value === 'number' || typeof value === 'boolean' ? String(value) : null,
    value === 'true' ? true : value === 'false' ? false : null,
    typeof value === 'number' && Number.isFinite(value) ? Math.round(value) : null,
  ];
  return (
    candidates.find((candidate) => candidate !== null && fitsType(candidate, type)) ??
    proposeValue(type, name)
  );
}

/** The type that a value most plainly has. */
export function typeOfValue(value: Json | undefined): string {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? 'int' : 'double';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'string') return 'string';
  if (isArray(value)) return 'list<dyn>';
  return value === null || value === undefined ? 'dyn' : 'map<string, dyn>';
}

/** The data of the fields that have the same name on both sides, and proposed values for the others. */
export function carryData(fields: JsonObject, from: JsonObject): JsonObject {
  const proposed = proposeData(fields);
  const carried = Object.keys(fields).flatMap((name): [string, Json][] => {
    const value = getOwn(from, name);
    return value === undefined ? [] : [[name, value]];
  });
  return { ...proposed, ...Object.fromEntries(carried) };
}
