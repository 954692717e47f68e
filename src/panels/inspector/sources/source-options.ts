import { isIdentifier } from '../../../model/identifier.ts';

/** A value that can be picked instead of written: its expression, and what the menu calls it. */
export interface SourceOption {
  readonly expression: string;
  readonly label: string;
}

/** The fields of an object as what can be picked: `event.courseId`. */
export function listSources(object: string, fields: Iterable<string>): readonly SourceOption[] {
  return [...fields].map((field) => ({ expression: accessField(object, field), label: field }));
}

/** How an expression reaches a field, whatever it is called. */
export function accessField(object: string, field: string): string {
  return isIdentifier(field) ? `${object}.${field}` : `${object}[${JSON.stringify(field)}]`;
}
