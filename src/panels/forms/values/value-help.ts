import type { Json } from '../../../lib/json.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { FieldKind } from '../../../model/field-type.ts';

/** A value that may be meant, and where it stands already. */
export interface OfferedValue {
  readonly value: Json;
  readonly where: string;
}

/** What helps to fill in values: those that stand nearby, and what is wrong, to be said at its place. */
export interface ValueHelp {
  readonly listValues: (field: string, type: FieldKind) => readonly OfferedValue[];
  readonly findings: readonly Diagnostic[];
}
