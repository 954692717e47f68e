import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';

/** What is known of a value: `number` is an int or a double, `dyn` anything; a nullable value may also be null or missing. */
export interface Shape {
  readonly kind: 'bool' | 'int' | 'double' | 'number' | 'string' | 'list' | 'map' | 'null' | 'dyn';
  readonly nullable?: boolean;
  readonly fields?: ReadonlyMap<string, Shape>;
  readonly element?: Shape;
}

export const DYN: Shape = { kind: 'dyn' };
export const BOOL: Shape = { kind: 'bool' };
export const INT: Shape = { kind: 'int' };
export const STRING: Shape = { kind: 'string' };

/** The named subschemas of an object schema, none where it has none. */
export function propertiesOf(schema: Json | undefined): ReadonlyMap<string, Json> {
  const properties = asObject(asObject(schema)['properties']);
  return new Map(Object.entries(properties).filter(([name]) => name !== '__proto__'));
}

/** A JSON value as an object; any other value as the empty one. */
export function asObject(json: Json | undefined): JsonObject {
  return isJsonObject(json) ? json : {};
}

/** The types a JSON schema names, without null, and whether null is one of them. */
export function typesOf(schema: Json | undefined): {
  readonly types: readonly string[];
  readonly nullable: boolean;
} {
  const type = asObject(schema)['type'];
  const types = (Array.isArray(type) ? type : [type]).filter((name: unknown) => typeof name === 'string');
  return { types: types.filter((name) => name !== 'null'), nullable: types.includes('null') };
}

/** The shape a JSON schema describes; what it leaves open is `dyn`. */
export function shapeOf(schema: Json | undefined): Shape {
  const { types, nullable } = typesOf(schema);
  const base = types.length === 1 ? shapeOfType(types[0] ?? '', schema) : DYN;
  return nullable ? { ...base, nullable } : base;
}

function shapeOfType(type: string, schema: Json | undefined): Shape {
  if (type === 'boolean') return BOOL;
  if (type === 'integer') return INT;
  if (type === 'number') return { kind: 'number' };
  if (type === 'string') return STRING;
  if (type === 'array') return { kind: 'list', element: shapeOf(asObject(schema)['items']) };
  if (type !== 'object') return DYN;
  const fields = new Map([...propertiesOf(schema)].map(([name, field]) => [name, shapeOf(field)]));
  return { kind: 'map', fields };
}
