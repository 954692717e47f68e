import { isJsonObject } from '../lib/is-json-object.ts';
import type { Json, JsonObject } from '../lib/json.ts';
import { isDuration, isTimestamp } from '../lib/time-text.ts';
import type { FieldKind } from './field-type.ts';

/** Whether a JSON value can be a value of a declared type; null fits where the field is optional. */
export function fitsType(value: Json, type: FieldKind): boolean {
  if (value === null && type.optional) return true;
  switch (type.kind) {
    case 'dyn':
      return true;
    case 'string':
      return typeof value === 'string';
    case 'int':
      return Number.isSafeInteger(value);
    case 'double':
      return typeof value === 'number';
    case 'bool':
      return typeof value === 'boolean';
    case 'timestamp':
      return typeof value === 'string' && isTimestamp(value);
    case 'duration':
      return typeof value === 'string' && isDuration(value);
    case 'enum':
      return typeof value === 'string' && type.values.includes(value);
    case 'list':
      return Array.isArray(value) && value.every((element) => fitsType(element, type.element));
    case 'map':
      return isJsonObject(value) && fitsMap(value, type.key, type.value);
  }
}

function fitsMap(value: JsonObject, keyType: FieldKind, valueType: FieldKind): boolean {
  return Object.entries(value).every(([key, entry]) => fitsKey(key, keyType) && fitsType(entry, valueType));
}

function fitsKey(key: string, type: FieldKind): boolean {
  if (type.kind === 'int') return /^-?\d+$/.test(key);
  return type.kind === 'bool' ? key === 'true' || key === 'false' : true;
}
