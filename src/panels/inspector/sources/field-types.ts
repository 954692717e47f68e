import type { Json } from '../../../lib/json.ts';
import { type FieldKind, parseFieldType } from '../../../model/field-type.ts';
import { readFieldType, sayType } from '../fields/type-choice.ts';
import { readObject } from '../read-json.ts';

/** The declared fields with their types in words; what is no type is said as it stands. */
export function listFieldTypes(fields: Json | undefined): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(readObject(fields)).map(([name, type]) => {
      const kind = readFieldKind(type);
      return [name, kind.kind === 'dyn' ? String(type) : sayType(kind) + (kind.optional ? '?' : '')];
    }),
  );
}

/** The declared fields with their types; a type that is none counts as anything. */
export function listFieldKinds(fields: Json | undefined): ReadonlyMap<string, FieldKind> {
  return new Map(Object.entries(readObject(fields)).map(([name, type]) => [name, readFieldKind(type)]));
}

function readFieldKind(type: Json): FieldKind {
  const written = readFieldType(type);
  return (written === undefined ? undefined : parseFieldType(written)) ?? { kind: 'dyn' };
}
