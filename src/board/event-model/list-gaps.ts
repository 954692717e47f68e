import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Model } from '../../model/schema.ts';
import type { ArrowEnds } from '../desk.ts';
import { arrowOfDiagnostic } from './arrow-of-diagnostic.ts';
import { findMissingField } from './missing-field.ts';

/** A field that an arrow should bring and does not. */
export interface Gap {
  readonly field: string;
  readonly diagnostic: Diagnostic;
}

/** The arrows that lack information, by `nameArrow`, each with what it lacks. */
export function listGaps(
  model: Model,
  diagnostics: readonly Diagnostic[],
): ReadonlyMap<string, readonly Gap[]> {
  const gaps = new Map<string, Gap[]>();
  for (const diagnostic of diagnostics) {
    const field = findMissingField(diagnostic);
    const ends = field === null ? null : arrowOfDiagnostic(diagnostic, model);
    if (field === null || ends === null) continue;
    const name = nameArrow(ends);
    const same = gaps.get(name);
    if (same) same.push({ field, diagnostic });
    else gaps.set(name, [{ field, diagnostic }]);
  }
  return gaps;
}

/** One text for an arrow, to find it by. */
export function nameArrow({ from, to }: ArrowEnds): string {
  return JSON.stringify([from, to]);
}
