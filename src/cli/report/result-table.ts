import type { StrategyResult } from '../../exploration/checked-race.ts';
import { FINDINGS } from '../../exploration/findings.ts';
import { type Exploration, OUTCOMES } from '../../exploration/result.ts';
import { countRuns, type RaceRow, rowsOf } from '../../exploration/words/race-rows.ts';
import { countOf, formatShare, groupDigits } from '../../lib/format-number.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import type { Layout } from './layout.ts';
import { layTable } from './table.ts';
import { wrapText } from './wrap-text.ts';

export interface ResultTableOptions extends Layout {
  /** Also precision, recall and how the command runs end. */
  readonly more: boolean;
}

interface TableLayout extends ResultTableOptions {
  /** How many columns a statement may take, its mark not counted. */
  readonly room: number;
  /** Where there is little room, the head of the column says “schedules” and the statements do not. */
  readonly isNarrow: boolean;
}

const INDENT = 2;
const GAP = 2;
const MARK = 2;
const NARROW = 90;
const SHARES = ['Share', 'By chance'] as const;
const RATIOS = ['Precision', 'Recall'] as const;

/** What happens in a race under each strategy: each statement with its mark, its share of all schedules and its chance. */
export function drawResults(
  results: readonly StrategyResult[],
  options: ResultTableOptions,
): readonly string[] {
  const { more, columns, paint } = options;
  const numbers = more ? [...SHARES, ...RATIOS] : SHARES;
  const names = Math.max(
    'Strategy'.length,
    ...results.map(({ strategy }) => STRATEGIES[strategy].name.length),
  );
  const taken = INDENT + names + GAP + MARK + numbers.reduce((sum, head) => sum + GAP + head.length, 0);
  const isNarrow = columns < NARROW;
  const layout = { ...options, isNarrow, room: Math.max(20, columns - taken) };
  const heads = ['Strategy', isNarrow ? 'Of all schedules' : 'What happens', ...numbers];
  const rows = results.flatMap((result) => drawStrategy(result, layout));
  return layTable([heads.map((head) => paint.dim(head)), ...rows], {
    aligns: ['left', 'left', 'right', 'right', 'right', 'right'],
    indent: INDENT,
    gap: GAP,
  });
}

function drawStrategy({ strategy, result }: StrategyResult, layout: TableLayout): readonly string[][] {
  const { more, paint, room } = layout;
  const name = STRATEGIES[strategy].name;
  if ('unavailable' in result) {
    return [[name, hang('–', wrapText(`cannot be run: ${result.unavailable}`, room), paint.dim), '', '']];
  }
  const rows = rowsOf(result).map((row, index) => [
    index === 0 ? name : '',
    drawStatement(row, layout),
    row.share,
    row.chance,
    ...(more ? sayRatios(result, index) : []),
  ]);
  return more ? [...rows, ['', hang(' ', wrapText(sayOutcomes(result), room), paint.dim)]] : rows;
}

function drawStatement(
  { finding, count, unit, does }: RaceRow,
  { isNarrow, paint, room }: TableLayout,
): string {
  const isClear = isNarrow && unit === 'schedules' && count.includes(' of ');
  const lines = wrapText(isClear ? `${count} ${does}` : `${count} ${unit} ${does}`, room);
  if (finding === null) return hang(' ', lines, String);
  const { mark, color } = FINDINGS[finding];
  return hang(paint[color](mark), lines, color === 'red' ? paint.red : String);
}

/** Lines with a mark before the first one, and as much room before the others. */
function hang(mark: string, lines: readonly string[], paint: (line: string) => string): string {
  return lines.map((line, index) => `${index === 0 ? mark : ' '} ${paint(line)}`).join('\n');
}

function sayRatios({ precision, recall }: Exploration, row: number): string[] {
  if (row > 0) return ['', ''];
  return [precision, recall].map((ratio) => (ratio === null ? '–' : formatShare(ratio)));
}

/** How the command runs end, over all schedules. */
function sayOutcomes({ outcomes }: Exploration): string {
  const ends = OUTCOMES.flatMap((outcome) => {
    const count = outcomes[outcome];
    return count === undefined ? [] : [`${groupDigits(count)} ${outcome}`];
  });
  return `${countOf(countRuns(outcomes), 'command run', 'command runs')}: ${ends.join(', ')}`;
}
