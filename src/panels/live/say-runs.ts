import { FINDING_KEYS, FINDINGS, type FindingKey } from '../../exploration/findings.ts';
import type { FreeSession, SteppedSession } from '../../lab/live-runs.ts';
import { countOf, formatShare } from '../../lib/format-number.ts';
import { listTotals } from './totals.ts';

/** What free runs came to, in two sentences: what occurred how often beside what was explored, and whether every run was an explored schedule (R3). */
export function sayFreeRuns(session: Pick<FreeSession, 'tally' | 'exploration' | 'agreeing'>): string {
  const { tally, exploration, agreeing } = session;
  if (tally === null) return '';
  const explored = exploration !== null && 'schedules' in exploration ? exploration : null;
  const rows = listTotals(tally, explored).filter(({ unit }) => unit === 'runs');
  const parts = rows.map(({ finding, count, whole, exact, chance }) => {
    const shares = [
      formatShare(count / whole),
      ...(exact === null ? [] : [`of all schedules ${formatShare(exact)}`]),
      ...(chance === null ? [] : [`by chance ${formatShare(chance)}`]),
    ];
    return `${count} ${count === 1 ? FINDINGS[finding].one : FINDINGS[finding].many} (${shares.join('; ')})`;
  });
  const runs = countOf(tally.runs, 'run', 'runs');
  const found = parts.length === 0 ? `${runs}.` : `${runs}: ${parts.join(', ')}.`;
  return `${found} ${sayAgreement(tally.runs, agreeing)}`;
}

function sayAgreement(runs: number, agreeing: number): string {
  if (agreeing === runs) {
    return runs === 1
      ? 'It was one of the explored schedules.'
      : 'Every run was one of the explored schedules.';
  }
  return `${countOf(runs - agreeing, 'run was', 'runs were')} none of the explored schedules.`;
}

/** What a stepped run came to, held against the shown schedule (R2). */
export function sayComparison({ comparison, order }: SteppedSession): string {
  if (comparison === null) return '';
  const { told } = order;
  if (comparison.isEqual) {
    const steps = countOf(told.steps.length, 'step', 'steps');
    const events = countOf(told.log.length, 'event', 'events');
    return `On the real store all ${steps}, every verdict and outcome, and the log of ${events} came out as explored.`;
  }
  const different = comparison.steps.filter((traits) => traits.length > 0).length;
  const parts = [
    ...(different > 0 ? [`${countOf(different, 'step is', 'steps are')} not as explored`] : []),
    ...(comparison.counts.live === comparison.counts.told
      ? []
      : [`${comparison.counts.live} steps were taken instead of ${comparison.counts.told}`]),
    ...(comparison.logDiffersAt === null
      ? []
      : [`the log differs from position ${comparison.logDiffersAt} on`]),
  ];
  return `The real store did something else: ${parts.join(', and ')}.`;
}

/** The worst that a stepped run has shown so far; null where nothing was judged yet. */
export function worstOf({ steps }: Pick<SteppedSession, 'steps'>): FindingKey | null {
  const found = new Set<FindingKey>();
  for (const { verdict, violation, outcome } of steps) {
    if (verdict) found.add(verdict);
    if (violation) found.add('violation');
    if (outcome === 'partial' || outcome === 'error') found.add(outcome);
  }
  return FINDING_KEYS.find((key) => found.has(key)) ?? null;
}
