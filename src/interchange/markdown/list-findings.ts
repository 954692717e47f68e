import { FINDING_KEYS, type FindingKey } from '../../exploration/findings.ts';
import type { ToldStep } from '../../exploration/result.ts';

/** What a step of a schedule shows, the worst first. */
export function listFindings({ verdict, violation, outcome }: ToldStep): readonly FindingKey[] {
  const shown: readonly (FindingKey | undefined)[] = [
    verdict,
    violation === true ? 'violation' : undefined,
    outcome === 'partial' || outcome === 'error' ? outcome : undefined,
  ];
  return FINDING_KEYS.filter((key) => shown.includes(key));
}
