import type { Json } from '../../lib/json.ts';
import type { FieldType } from '../../model/schema.ts';
import { asObject, DYN, type Shape, STRING, shapeOf, typesOf } from './shape.ts';

/**
 * The field type of a JSON schema. JSON schema's `number` says nothing about fractions and is used for whole numbers
 * too, so that it is an `int` unless one of the values seen for the field has a fraction; without a schema the values
 * alone tell the type.
 */
export function fieldTypeOf(
  schema: Json | undefined,
  values: readonly Json[],
  isOptional: boolean,
): FieldType {
  const { enum: choices } = asObject(schema);
  if (Array.isArray(choices) && choices.every((choice: Json) => typeof choice === 'string') && !isOptional) {
    return choices as readonly string[];
  }
  const { nullable } = typesOf(schema);
  return typeName(schema, values) + (isOptional || nullable ? '?' : '');
}

/** The shape of a field, for translating what uses it. */
export function shapeOfField(schema: Json | undefined, type: FieldType): Shape {
  if (typeof type !== 'string') return STRING;
  const bare = type.endsWith('?') ? type.slice(0, -1) : type;
  const described = schema === undefined ? DYN : shapeOf(schema);
  const scalar = ['string', 'int', 'double', 'bool'].includes(bare);
  const shape = scalar ? { kind: bare as Shape['kind'] } : described;
  return type.endsWith('?') ? { ...shape, nullable: true } : shape;
}

function typeName(schema: Json | undefined, values: readonly Json[]): string {
  const { types } = typesOf(schema);
  const type = types.length === 1 ? types[0] : undefined;
  if (type === undefined) return schema === undefined || types.length === 0 ? typeOfValues(values) : 'dyn';
  if (type === 'string') return 'string';
  if (type === 'boolean') return 'bool';
  if (type === 'integer') return 'int';
  if (type === 'number') return values.every(isWhole) ? 'int' : 'double';
  const parts = asObject(schema);
  const inner = values.flatMap((value): Json[] =>
    typeof value === 'object' && value ? Object.values(value) : [],
  );
  if (type === 'array')
    return `list<${parts['items'] === undefined ? 'dyn' : typeName(parts['items'], inner)}>`;
  if (type !== 'object') return 'dyn';
  const rest = parts['additionalProperties'];
  return `map<string, ${typeof rest === 'object' && parts['properties'] === undefined ? typeName(rest, inner) : 'dyn'}>`;
}

function typeOfValues(values: readonly Json[]): string {
  if (values.length === 0) return 'dyn';
  if (values.every((value) => typeof value === 'string')) return 'string';
  if (values.every((value) => typeof value === 'boolean')) return 'bool';
  if (values.every((value) => typeof value === 'number')) return values.every(isWhole) ? 'int' : 'double';
  if (values.every(Array.isArray)) return 'list<dyn>';
  return values.every((value) => typeof value === 'object' && value !== null) ? 'map<string, dyn>' : 'dyn';
}

function isWhole(value: Json): boolean {
  return typeof value !== 'number' || Number.isInteger(value);
}
