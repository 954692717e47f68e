import { readType } from '../../board/fixes/propose-value.ts';
import type { Json } from '../../lib/json.ts';
import type { FieldKind } from '../../model/field-type.ts';
import { readObject } from './read-json.ts';

/** The declared fields with their types; a type that is none counts as anything. */
export function listFieldKinds(fields: Json | undefined): ReadonlyMap<string, FieldKind> {
  return new Map(Object.entries(readObject(fields)).map(([name, type]) => [name, readFieldKind(type)]));
}

/** A written type; anything where it is none. */
export function readFieldKind(type: Json): FieldKind {
  return readType(type) ?? { kind: 'dyn' };
}
