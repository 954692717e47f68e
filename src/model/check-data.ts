import type { Json } from '../lib/json.ts';
import { describeJson } from './describe-json.ts';
import type { Diagnostic } from './diagnostic.ts';
import { makeDiagnostic } from './diagnostic-codes.ts';
import { readFieldTypes } from './field-type.ts';
import { fitsType } from './fits-type.ts';
import { pointer } from './pointer.ts';
import type { Fields } from './schema.ts';
import { suggestName } from './suggest-name.ts';

/** Who has the fields, in words, such as `event "CourseDefined"`, and what they are; undefined where not said yet. */
export interface Declared {
  readonly owner: string;
  readonly fields: Fields | undefined;
}

/** Fields that are filled (with expressions or values), but not declared where any are. */
export function* checkFieldNames(
  filled: object | undefined,
  { owner, fields }: Declared,
  at: string,
): Iterable<Diagnostic> {
  if (fields === undefined) return;
  for (const name of Object.keys(filled ?? {})) {
    if (Object.hasOwn(fields, name)) continue;
    const remedy = suggestName(name, fields, 'remove it, or add it to "fields".');
    yield makeDiagnostic(
      'unknown-field',
      at + pointer(name),
      `The ${owner} has no field "${name}": ${remedy}`,
    );
  }
}

/** Values that do not fit the declared types, and required fields without any. `at` is the place of the data's holder. */
export function* checkFieldValues(
  data: { readonly [name: string]: Json } | undefined,
  { owner, fields }: Declared,
  at: string,
): Iterable<Diagnostic> {
  for (const [name, type] of readFieldTypes(fields)) {
    const value = data !== undefined && Object.hasOwn(data, name) ? data[name] : undefined;
    if (value === undefined) {
      if (type.optional) continue;
      const message = `The field "${name}" of the ${owner} is missing: give it in "data", or make its type optional with a ?.`;
      yield makeDiagnostic('missing-field', at, message);
    } else if (!fitsType(value, type)) {
      const written = JSON.stringify(fields?.[name]);
      const message = `The field "${name}" of the ${owner} is ${written}, but the value is ${describeJson(value)}: correct one of them.`;
      yield makeDiagnostic('wrong-value', at + pointer('data', name), message);
    }
  }
}
