import { FINDING_KEYS, type FindingKey } from '../../exploration/findings.ts';
import type { Exploration } from '../../exploration/result.ts';
import { shareOf } from '../../lib/format-number.ts';
import type { RunTally } from '../../runs/tally.ts';

/** In how many runs something occurred, beside the exact share of schedules it occurs in. */
export interface TotalsRow {
  readonly finding: FindingKey;
  readonly count: number;
  readonly whole: number;
  /** What is counted: `runs`, or `command runs` for how commands end. */
  readonly unit: 'runs' | 'command runs';
  /** From 0 to 1; null where it is not known. */
  readonly exact: number | null;
  /** How likely it is, from 0 to 1, when each next step is drawn by lot (X5); null where it is not known. */
  readonly chance: number | null;
}

/** Everything that occurred in the runs or occurs in some schedule, the worst first; “safe” only where nothing else is. */
export function listTotals(tally: RunTally | null, explored: Exploration | null): readonly TotalsRow[] {
  const rows = FINDING_KEYS.map((finding) => rowOf(finding, tally, explored));
  const found = rows.filter(({ count, exact }) => count > 0 || (exact ?? 0) > 0);
  return found.length > 1 ? found.filter(({ finding }) => finding !== 'safe') : found;
}

function rowOf(finding: FindingKey, tally: RunTally | null, explored: Exploration | null): TotalsRow {
  const runs = { finding, whole: tally?.runs ?? 0, unit: 'runs' as const };
  switch (finding) {
    case 'partial':
    case 'error': {
      const count = tally?.outcomes[finding] ?? 0;
      const exact = explored && partOfAll(explored.outcomes, finding);
      return { finding, count, whole: sum(tally?.outcomes), unit: 'command runs', exact, chance: null };
    }
    case 'violation': {
      const exact = explored && shareOf(explored.violations, explored.schedules);
      return {
        ...runs,
        count: tally?.violations ?? 0,
        exact,
        chance: explored?.violationProbability ?? null,
      };
    }
    default: {
      const counted = explored?.verdicts[finding];
      const exact = explored && shareOf(counted?.schedules ?? '0', explored.schedules);
      const chance = explored && (counted?.probability ?? 0);
      return { ...runs, count: tally?.verdicts[finding]?.runs ?? 0, exact, chance };
    }
  }
}

function partOfAll(outcomes: Exploration['outcomes'], outcome: 'partial' | 'error'): number {
  const all = Object.values(outcomes).reduce((total, count) => total + BigInt(count), 0n);
  return shareOf(outcomes[outcome] ?? '0', String(all));
}

function sum(counts: RunTally['outcomes'] = {}): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
