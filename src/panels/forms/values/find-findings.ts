import type { JsonPath } from '../../../lib/scan-json.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { pointer } from '../../../model/pointer.ts';
import { listFindingsWithin } from '../findings/sort-findings.ts';

/**
 * The findings about a field of an entry's data. One that is missing is found at the entry, as there is no other place
 * for it, and names the field.
 */
export function findAtField(
  findings: readonly Diagnostic[],
  entry: JsonPath,
  field: string,
): readonly Diagnostic[] {
  const missing = findings.filter(
    ({ at, code, message }) =>
      at === pointer(...entry) && code === 'missing-field' && message.startsWith(`The field "${field}" of `),
  );
  return [...listFindingsWithin(findings, pointer(...entry, 'data', field)), ...missing];
}

/** The findings within an entry that none of its fields shows. */
export function findBeside(
  findings: readonly Diagnostic[],
  entry: JsonPath,
  fields: Iterable<string>,
): readonly Diagnostic[] {
  const shown = new Set([...fields].flatMap((field) => findAtField(findings, entry, field)));
  return listFindingsWithin(findings, pointer(...entry)).filter((finding) => !shown.has(finding));
}
