import { FINDING_KEYS, type FindingKey } from '../findings.ts';
import type { ToldStep } from '../result.ts';

/** What a step of a schedule shows, the worst first. */
export function listFindings({ verdict, violation, outcome }: ToldStep): readonly FindingKey[] {
  const shown: readonly (FindingKey | undefined)[] = [
    verdict,
    violation === true ? 'violation' : undefined,
    outcome === 'partial' || outcome === 'error' ? outcome : undefined,
  ];
  return FINDING_KEYS.filter((key) => shown.includes(key));
}
