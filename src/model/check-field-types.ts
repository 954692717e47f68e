import type { Diagnostic } from './diagnostic.ts';
import { makeDiagnostic } from './diagnostic-codes.ts';
import { parseFieldType, suggestFieldType } from './field-type.ts';
import { pointer } from './pointer.ts';
import type { Fields, FieldType, Model } from './schema.ts';

/** Types of fields and parameters that the format does not have. */
export function* checkFieldTypes(model: Model): Iterable<Diagnostic> {
  for (const section of ['events', 'commands', 'screens'] as const) {
    for (const [name, { fields }] of Object.entries(model[section] ?? {})) {
      yield* checkTypes(fields, pointer(section, name, 'fields'));
    }
  }
  for (const [name, { parameters }] of Object.entries(model.constraints ?? {})) {
    yield* checkTypes(parameters, pointer('constraints', name, 'parameters'));
  }
}

function* checkTypes(fields: Fields | undefined, at: string): Iterable<Diagnostic> {
  for (const [name, type] of Object.entries(fields ?? {})) {
    if (parseFieldType(type)) continue;
    yield makeDiagnostic('wrong-field-type', at + pointer(name), describeWrongType(name, type));
  }
}

function describeWrongType(field: string, type: FieldType): string {
  if (typeof type !== 'string') return `The list of texts allowed for "${field}" is empty: add at least one.`;
  const meant = suggestFieldType(type);
  const remedy = meant
    ? `did you mean "${meant}"?`
    : 'use string, int, double, bool, timestamp, duration, list<T>, map<string, T> or dyn, or a list of the texts allowed.';
  const shown = type.length > 60 ? `${type.slice(0, 60)}…` : type;
  return `"${shown}" is not a type that "${field}" can have: ${remedy}`;
}
