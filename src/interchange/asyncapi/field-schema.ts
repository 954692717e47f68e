import type { JsonObject } from '../../lib/json.ts';
import type { FieldKind } from '../../model/field-type.ts';

/** A field's type as JSON Schema (draft 7, which AsyncAPI takes); an optional one may also be null. */
function fieldSchema(type: FieldKind): JsonObject {
  const schema = plainSchema(type);
  return type.optional && type.kind !== 'dyn' ? { anyOf: [schema, { type: 'null' }] } : schema;
}

function plainSchema(type: FieldKind): JsonObject {
  switch (type.kind) {
    case 'string':
      return { type: 'string' };
    case 'int':
      return { type: 'integer' };
    case 'double':
      return { type: 'number' };
    case 'bool':
      return { type: 'boolean' };
    case 'timestamp':
      return { type: 'string', format: 'date-time' };
    case 'duration':
      return { type: 'string', description: 'A duration such as 1h30m' };
    case 'enum':
      return { type: 'string', enum: type.values };
    case 'list':
      return { type: 'array', items: fieldSchema(type.element) };
    case 'map':
      return { type: 'object', additionalProperties: fieldSchema(type.value) };
    case 'dyn':
      return {};
  }
}

/** The data of an event as JSON Schema; further fields are allowed, so that one may be added without a break. */
export function payloadSchema(fields: ReadonlyMap<string, FieldKind>): JsonObject {
  const required = [...fields].filter(([, { optional }]) => optional !== true).map(([name]) => name);
  return {
    type: 'object',
    properties: Object.fromEntries([...fields].map(([name, type]) => [name, fieldSchema(type)])),
    ...(required.length > 0 && { required }),
  };
}
