import type { Analysis } from '../../board/analysis.ts';
import { pointer } from '../../model/pointer.ts';
import { listFindingsWithin, sortFindings } from '../forms/findings/sort-findings.ts';

/** Why a race is too broken to be run, in the words of the first finding about it. */
export function sayFault(analysis: Analysis | null, at: number): string {
  const [finding] = sortFindings(listFindingsWithin(analysis?.diagnostics ?? [], pointer('races', at)));
  return `Cannot be run: ${finding?.message ?? 'it is not written as a race.'}`;
}
