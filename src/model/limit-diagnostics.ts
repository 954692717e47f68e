import type { Diagnostic } from './diagnostic.ts';
import { makeDiagnostic } from './diagnostic-codes.ts';

/** More findings than this help nobody, and a hostile document can have millions. */
export const MOST_DIAGNOSTICS = 1000;

/** The first 1,000 findings, and a last one saying that there are more; it does not ask for the rest of them. */
export function limitDiagnostics(findings: Iterable<Diagnostic>): Diagnostic[] {
  const shown: Diagnostic[] = [];
  for (const finding of findings) {
    if (shown.length === MOST_DIAGNOSTICS) {
      const message = `There are more than ${MOST_DIAGNOSTICS} findings: correct these first.`;
      return [...shown, makeDiagnostic('too-many-findings', '', message)];
    }
    shown.push(finding);
  }
  return shown;
}
