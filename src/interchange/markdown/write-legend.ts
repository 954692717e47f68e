import { FINDING_KEYS, FINDINGS, type FindingKey } from '../../exploration/findings.ts';

/** What the marks mean that were used. */
export function writeLegend(used: ReadonlySet<FindingKey>): readonly string[] {
  const keys = FINDING_KEYS.filter((key) => used.has(key));
  if (keys.length === 0) return [];
  return [
    '## What the marks mean',
    '',
    ...keys.map((key) => `- ${FINDINGS[key].mark} **${FINDINGS[key].name}**: ${FINDINGS[key].meaning}`),
    '',
  ];
}
