import type { Diagnostic } from '../../../model/diagnostic.ts';

const WEIGHT = { error: 0, warning: 1, info: 2 } as const;

/** Findings with the worst first, otherwise in their order. */
export function sortFindings(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted((one, other) => WEIGHT[one.severity] - WEIGHT[other.severity]);
}

/** The findings about a place and all that is in it. */
export function listFindingsWithin(diagnostics: readonly Diagnostic[], at: string): readonly Diagnostic[] {
  return diagnostics.filter((finding) => finding.at === at || finding.at.startsWith(`${at}/`));
}
