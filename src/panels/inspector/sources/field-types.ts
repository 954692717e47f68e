import type { Json } from '../../../lib/json.ts';
import { readFieldKind } from '../../forms/field-kinds.ts';
import { readObject } from '../../forms/read-json.ts';
import { sayType } from '../fields/type-choice.ts';

/** The declared fields with their types in words; what is no type is said as it stands. */
export function listFieldTypes(fields: Json | undefined): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(readObject(fields)).map(([name, type]) => {
      const kind = readFieldKind(type);
      return [name, kind.kind === 'dyn' ? String(type) : sayType(kind) + (kind.optional ? '?' : '')];
    }),
  );
}
