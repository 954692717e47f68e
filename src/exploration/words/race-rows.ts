import { formatShare, groupDigits, shareOf } from '../../lib/format-number.ts';
import { FINDINGS, type FindingKey, findingsOf } from '../findings.ts';
import type { Exploration } from '../result.ts';

/** One line of a race's table: “4 of 6” “schedules” “miss a conflict”, and how common that is. */
export interface RaceRow {
  readonly finding: FindingKey | null;
  readonly count: string;
  readonly unit: string;
  readonly does: string;
  readonly share: string;
  readonly chance: string;
}

const ALWAYS = { share: '100 %', chance: '100 %' };
const SCHEDULES = { one: 'schedule', many: 'schedules' };
const RUNS = { one: 'command run', many: 'command runs' };

/** What happens in a race under a strategy, the worst first. */
export function rowsOf(exploration: Exploration): readonly RaceRow[] {
  const found = findingsOf(exploration);
  if (found.length > 0) return found.map((finding) => rowOf(exploration, finding));
  const one = { one: 'writes nothing', many: 'write nothing' };
  return [rowOfAll(null, exploration.schedules, one)];
}

function rowOf(exploration: Exploration, finding: FindingKey): RaceRow {
  const { schedules, outcomes, verdicts, violations, violationProbability } = exploration;
  const words = FINDINGS[finding];
  switch (finding) {
    // Only asked for where nothing else occurs, and so of every schedule.
    case 'safe':
      return rowOfAll(finding, schedules, words);
    case 'partial':
    case 'error': {
      // How runs end is counted over command runs and not over schedules, so these have no share of schedules.
      const part = countPart(outcomes[finding] ?? '0', countRuns(outcomes), RUNS, words);
      return { finding, ...part, share: '', chance: '' };
    }
    default: {
      const count = finding === 'violation' ? violations : (verdicts[finding]?.schedules ?? '0');
      const chance = finding === 'violation' ? violationProbability : (verdicts[finding]?.probability ?? 0);
      const part = countPart(count, schedules, SCHEDULES, words);
      return { finding, ...part, share: formatShare(shareOf(count, schedules)), chance: formatShare(chance) };
    }
  }
}

interface Numbered {
  readonly one: string;
  readonly many: string;
}

function countPart(part: string, whole: string, unit: Numbered, does: Numbered) {
  return {
    count: `${groupDigits(part)} of ${groupDigits(whole)}`,
    unit: whole === '1' ? unit.one : unit.many,
    does: part === '1' ? does.one : does.many,
  };
}

function rowOfAll(finding: FindingKey | null, schedules: string, does: Numbered): RaceRow {
  return schedules === '1'
    ? { finding, count: 'the only', unit: SCHEDULES.one, does: does.one, ...ALWAYS }
    : { finding, count: `all ${groupDigits(schedules)}`, unit: SCHEDULES.many, does: does.many, ...ALWAYS };
}

/** How many command runs all schedules have together. */
export function countRuns(outcomes: Exploration['outcomes']): string {
  return String(Object.values(outcomes).reduce((sum, count) => sum + BigInt(count), 0n));
}
