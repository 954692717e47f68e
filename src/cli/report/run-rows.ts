import { FINDING_KEYS, type FindingKey, occurs } from '../../exploration/findings.ts';
import type { Exploration } from '../../exploration/result.ts';
import { shareOf } from '../../lib/format-number.ts';
import type { RunTally } from '../../runs/tally.ts';

/** One line of a report on many runs: in how many something occurred, and how common exploration says it is. */
export interface Shown {
  /** Null where nothing was written at all. */
  readonly finding: FindingKey | null;
  readonly count: number;
  readonly whole: number;
  readonly unit: string;
  /** From 0 to 1; null where exploration counts none. */
  readonly chance: number | null;
  readonly schedules: number | null;
}

/** Everything that occurred in the runs or occurs in some schedule, the worst first; “safe” only where nothing else is. */
export function listShown(tally: RunTally, explored: Exploration | null): readonly Shown[] {
  const found = FINDING_KEYS.filter(
    (key) => countOf(tally, key).count > 0 || (explored !== null && occurs(explored, key)),
  );
  const told = found.length > 1 ? found.filter((key) => key !== 'safe') : found;
  if (told.length === 0) {
    const whole = tally.runs;
    return [
      { finding: null, count: whole, whole, unit: whole === 1 ? 'run' : 'runs', chance: 1, schedules: 1 },
    ];
  }
  return told.map((finding) => ({ finding, ...countOf(tally, finding), ...sharesOf(explored, finding) }));
}

function countOf(tally: RunTally, key: FindingKey): Pick<Shown, 'count' | 'whole' | 'unit'> {
  if (key === 'partial' || key === 'error') {
    const whole = Object.values(tally.outcomes).reduce((sum, count) => sum + count, 0);
    const unit = whole === 1 ? 'command run' : 'command runs';
    return { count: tally.outcomes[key] ?? 0, whole, unit };
  }
  const count = key === 'violation' ? tally.violations : (tally.verdicts[key]?.runs ?? 0);
  return { count, whole: tally.runs, unit: tally.runs === 1 ? 'run' : 'runs' };
}

function sharesOf(explored: Exploration | null, key: FindingKey): Pick<Shown, 'chance' | 'schedules'> {
  // How runs end is counted over command runs and not over schedules, so there is no share of schedules beside it.
  if (explored === null || key === 'partial' || key === 'error') return { chance: null, schedules: null };
  const { schedules, violations, violationProbability, verdicts } = explored;
  if (key === 'violation') return { chance: violationProbability, schedules: shareOf(violations, schedules) };
  const count = verdicts[key];
  return { chance: count?.probability ?? 0, schedules: shareOf(count?.schedules ?? '0', schedules) };
}
