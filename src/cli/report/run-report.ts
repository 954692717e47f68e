import { FINDINGS } from '../../exploration/findings.ts';
import type { Exploration } from '../../exploration/result.ts';
import { countOf, formatShare, groupDigits } from '../../lib/format-number.ts';
import type { Race } from '../../model/schema.ts';
import { DEFAULT_PACE } from '../../runs/pauses.ts';
import type { RunTally, Spread } from '../../runs/tally.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import type { Layout } from './layout.ts';
import { listCommands } from './race-report.ts';
import { listShown, type Shown } from './run-rows.ts';
import { layTable } from './table.ts';
import { wrapText } from './wrap-text.ts';

/** What running a race many times showed, beside what exploring it says. */
export interface ManyRuns {
  readonly race: Race;
  readonly strategy: StrategyId;
  readonly seed: number;
  readonly tally: RunTally;
  /** Null where the race was too large to be explored. */
  readonly explored: Exploration | null;
}

const HEADS = ['What happened', 'Share', 'By chance', 'Of all schedules'] as const;

/** What happened in many runs of a race: each statement beside its share of all schedules; then retries and times. */
export function reportRuns(runs: ManyRuns, layout: Layout): readonly string[] {
  const { race, strategy, seed, tally } = runs;
  const { columns, paint } = layout;
  const { name, summary } = STRATEGIES[strategy];
  const rows = listShown(runs.tally, runs.explored).map((row) => drawRow(row, layout));
  return [
    `${paint.bold(race.name)}  ${paint.dim('under')}  ${paint.bold(name)}`,
    ...wrapText(summary, columns).map((line) => paint.dim(line)),
    ...listCommands(race.commands ?? [], runs.explored?.joins),
    '',
    `${countOf(tally.runs, 'run', 'runs')} on a store in memory, seed ${seed}`,
    '',
    ...layTable([HEADS.map((head) => paint.dim(head)), ...rows], {
      aligns: ['left', 'right', 'right', 'right'],
    }),
    '',
    ...sayMore(runs).flatMap((line) => wrapText(line, columns - 2).map((part) => `  ${part}`)),
    '',
    ...wrapText(WORDS, columns).map((line) => paint.dim(line)),
  ];
}

const WORDS = `Share: in how many of these runs. By chance: how likely it is when each next step is picked blindly. Of all schedules: in how many orders of the steps. Commands start within ${DEFAULT_PACE.startWithin} ms of each other and think for ${DEFAULT_PACE.think} ms, more or less; the time is simulated.`;

function drawRow({ finding, count, whole, unit, chance, schedules }: Shown, { columns, paint }: Layout) {
  const numbers = [
    formatShare(whole === 0 ? 0 : count / whole),
    chance === null ? '' : formatShare(chance),
    schedules === null ? '' : formatShare(schedules),
  ];
  if (finding === null) return [`  all ${groupDigits(whole)} ${unit} write nothing`, ...numbers];
  const { mark, color, one, many } = FINDINGS[finding];
  const statement = `${groupDigits(count)} of ${groupDigits(whole)} ${unit} ${count === 1 ? one : many}`;
  const lines = wrapText(statement, Math.max(20, columns - 45));
  const isAbsent = count === 0;
  const shown = isAbsent ? lines.map((line) => paint.dim(line)) : lines;
  return [`${isAbsent ? paint.dim(mark) : paint[color](mark)} ${shown.join('\n  ')}`, ...numbers];
}

function sayMore({ race, tally, explored }: ManyRuns): readonly string[] {
  const { runs, retries, schedules, commandMs, waitedMs } = tally;
  return [
    explored === null
      ? 'The race is too large to be explored, so there is nothing to compare with.'
      : `They were ${groupDigits(schedules)} of the ${countOf(explored.schedules, 'schedule', 'schedules')} there are, and each went as exploration says it does.`,
    ...((race.attempts ?? 1) === 1
      ? []
      : [
          retries.total === 0
            ? 'No command was stopped and started over.'
            : `Commands that were stopped started over ${countOf(retries.total, 'time', 'times')} in ${countOf(runs, 'run', 'runs')}, one command ${countOf(retries.most, 'time', 'times')} at most.`,
        ]),
    `A command took ${saySpread(commandMs)}${waitedMs.most > 0 ? `, and waited for its locks ${saySpread(waitedMs)}` : ''}.`,
  ];
}

function saySpread({ median, most }: Spread): string {
  return `${median.toFixed(1)} ms in the middle and ${most.toFixed(1)} ms at most`;
}
