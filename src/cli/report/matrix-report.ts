import type { FindingKey } from '../../exploration/findings.ts';
import type { MatrixCell } from '../../exploration/matrix-result.ts';
import type { MatrixSummary } from '../../exploration/summarise-matrix.ts';
import { keysOfHits, uniteKeys } from '../../exploration/words/found-keys.ts';
import { sayBounds } from '../../exploration/words/say-bounds.ts';
import type { StrategyId } from '../../strategies/program.ts';
import type { Layout } from './layout.ts';
import { drawLegend } from './legend.ts';
import { drawMarks, drawMarksTable, type MarksRow, sayOtherMarks } from './marks-table.ts';
import { findFates, sayFindings } from './matrix-findings.ts';
import { textWidth } from './text-width.ts';
import { addUp } from './totals.ts';
import { wrapText } from './wrap-text.ts';

type Found = readonly (readonly FindingKey[] | null)[];

interface Row {
  readonly cell: MatrixCell;
  /** What was found for each strategy, for each pattern and for all of them. */
  readonly patterns: readonly { readonly name: string; readonly found: Found }[];
  readonly all: Found;
}

/**
 * All pairs of commands by all summed up strategies: first those that can collide, pattern by pattern, then those that
 * never do, and then what becomes of the constraints.
 */
export function reportMatrix(
  cells: readonly MatrixCell[],
  summaries: readonly MatrixSummary[],
  layout: Layout,
): readonly string[] {
  const strategies = summaries.map(({ strategy }) => strategy);
  const rows = cells.map((cell) => readCell(cell, strategies));
  const colliding = rows.filter(({ cell }) => cell.patterns.some(({ collides }) => collides));
  const others = rows.filter((row) => !colliding.includes(row));
  const fates = findFates(summaries);
  const used = new Set(
    [...rows.map(({ all }) => all), ...fates.map(({ found }) => found)].flatMap((found) =>
      found.flatMap((keys) => keys ?? []),
    ),
  );
  const bounds = cells.flatMap(({ patterns }) => patterns.map((pattern) => pattern.bounds));
  return [
    ...drawMarksTable(
      strategies,
      [
        ...colliding.flatMap((row) => drawColliding(row, layout)),
        ...(others.length === 0 ? [] : [[`  ${layout.paint.bold('Never collide')}`]]),
        ...others.map(({ cell, all }) => drawRow(nameCell(cell), all, layout)),
        [''],
        ...addUp(
          'Pairs',
          rows.map(({ all }) => all),
          layout.paint,
        ),
        ...(fates.length === 0 ? [] : [[''], [`  ${layout.paint.bold('Constraints')}`]]),
        ...fates.map(({ label, found }) => drawRow(label, found, layout)),
      ],
      layout,
    ),
    '',
    ...drawLegend(
      used,
      [
        'Two commands collide when what one writes changes what the other decides. Several marks in one place: all of these occur, depending on the past and the schedule.',
        ...sayOtherMarks([
          ...rows.flatMap(({ all, patterns }) => [...all, ...patterns.flatMap(({ found }) => found)]),
          ...fates.flatMap(({ found }) => found),
        ]),
        ...sayFindings(summaries, cells),
        sayBounds(bounds),
      ],
      layout,
    ),
  ];
}

function readCell(cell: MatrixCell, strategies: readonly StrategyId[]): Row {
  const patterns = cell.patterns.map((pattern) => ({
    name: pattern.name,
    found: strategies.map((strategy) => keysOfHits(pattern.strategies[strategy])),
  }));
  const all = strategies.map((_, column) => uniteKeys(patterns.map(({ found }) => found[column] ?? null)));
  return { cell, patterns, all };
}

function drawColliding({ cell, patterns }: Row, layout: Layout): readonly MarksRow[] {
  const when = cell.summary === 'always' ? 'always collide' : `collide when ${cell.summary}`;
  return [
    drawHead(nameCell(cell), when, layout),
    ...patterns.map(({ name, found }) => drawRow(name, found, layout)),
    [''],
  ];
}

/** A pair and when it collides, on one line where that fits. */
function drawHead(name: string, when: string, { columns, paint }: Layout): readonly string[] {
  if (textWidth(name) + textWidth(when) + 4 <= columns) return [`  ${paint.bold(name)}  ${paint.dim(when)}`];
  return [`  ${paint.bold(name)}`, ...wrapText(when, columns - 4).map((line) => `    ${paint.dim(line)}`)];
}

function drawRow(label: string, found: Found, { paint }: Layout): MarksRow {
  return { label, indent: 2, cells: found.map((keys) => drawMarks(keys, paint)) };
}

/** `DefineCourse × SubscribeStudent`. */
export function nameCell({ commands }: Pick<MatrixCell, 'commands'>): string {
  return commands.join(' × ');
}
