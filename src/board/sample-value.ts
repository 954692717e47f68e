import type { Json, JsonObject } from '../lib/json.ts';
import type { FieldKind } from '../model/field-type.ts';

/** A value for a field that looks like one from life: the same name always gives the same, so that events meet. */
function sampleValue(field: string, type: FieldKind): Json {
  switch (type.kind) {
    case 'string':
      return sampleText(field);
    case 'int':
      return 10;
    case 'double':
      return 9.5;
    case 'bool':
      return true;
    case 'timestamp':
      return '2000-01-01T00:00:00Z';
    case 'duration':
      return '10m';
    case 'enum':
      return type.values[0] ?? '';
    case 'list':
      return [sampleValue(field, type.element)];
    case 'map':
      return {};
    case 'dyn':
      return null;
  }
}

/** Data with a value for each field that must be there. */
export function sampleData(fields: ReadonlyMap<string, FieldKind>): JsonObject {
  return Object.fromEntries(
    [...fields]
      .filter(([, type]) => !type.optional)
      .map(([field, type]) => [field, sampleValue(field, type)]),
  );
}

/** The values that these fields have already, and samples for those that have none. */
export function carryData(data: JsonObject, fields: ReadonlyMap<string, FieldKind>): JsonObject {
  const kept = Object.entries(data).filter(([field]) => fields.has(field));
  return { ...sampleData(fields), ...Object.fromEntries(kept) };
}

function sampleText(field: string): string {
  const [, stem] = /^(.+)Ids?$/.exec(field) ?? [];
  if (stem !== undefined) return `${stem.charAt(0).toLowerCase()}1`;
  return /mail/i.test(field) ? 'ann@example.org' : `some ${field}`;
}
