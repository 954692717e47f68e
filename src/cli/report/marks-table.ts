import { FINDINGS, type FindingKey } from '../../exploration/findings.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import type { Layout } from './layout.ts';
import type { Paint } from './paint.ts';
import { layTable } from './table.ts';
import { textWidth } from './text-width.ts';
import { wrapText } from './wrap-text.ts';

/** A label with a cell for each strategy, or lines that stand between such rows. */
export type MarksRow =
  | readonly string[]
  | { readonly label: string; readonly indent?: number; readonly cells: readonly string[] };

/** Rows under the names of the strategies, which take two lines: the family, and the kind. */
export function drawMarksTable(
  strategies: readonly StrategyId[],
  rows: readonly MarksRow[],
  { columns, paint }: Layout,
): readonly string[] {
  const heads = strategies.map((strategy, index) => headOf(strategy, strategies[index - 1]));
  const marksWidth = heads.reduce((sum, head) => sum + Math.max(...head.map(textWidth)) + 2, 0);
  const room = Math.max(16, columns - 4 - marksWidth);
  const drawn = rows.map((row) => ('cells' in row ? drawLabel(row, room) : row));
  const marked = rows.map((row, index) =>
    'cells' in row ? [drawn[index]?.join('\n') ?? '', ...row.cells] : null,
  );
  const lines = layTable([
    ['', ...heads.map(([over]) => paint.dim(over))],
    ['', ...heads.map(([, under]) => paint.dim(under))],
    ...marked.filter((row) => row !== null),
  ]);
  return [...lines.slice(0, HEAD_LINES), ...weave(drawn, marked, lines.slice(HEAD_LINES))];
}

const HEAD_LINES = 2;

/** The lines of the table with the lines that stand between its rows. */
function weave(
  drawn: readonly (readonly string[])[],
  marked: readonly (readonly string[] | null)[],
  lines: readonly string[],
): readonly string[] {
  let next = 0;
  return drawn.flatMap((own, index) => {
    if (marked[index] === null) return own;
    next += own.length;
    return lines.slice(next - own.length, next);
  });
}

function drawLabel(
  { label, indent = 0 }: { readonly label: string; readonly indent?: number },
  room: number,
): readonly string[] {
  return wrapText(label, room - indent - 2).map(
    (line, index) => ' '.repeat(index === 0 ? indent : indent + 2) + line,
  );
}

/** Everything that occurs as marks; a dot where nothing is written at all, a dash where it cannot be known. */
export function drawMarks(keys: readonly FindingKey[] | null, paint: Paint): string {
  if (keys === null) return paint.dim('–');
  if (keys.length === 0) return paint.dim('·');
  return keys.map((key) => paint[FINDINGS[key].color](FINDINGS[key].mark)).join('');
}

/** What `drawMarks` draws besides the marks, as far as it is there. */
export function sayOtherMarks(found: readonly (readonly FindingKey[] | null)[]): readonly string[] {
  return [
    ...(found.some((keys) => keys?.length === 0) ? ['· nothing is written there at all.'] : []),
    ...(found.includes(null) ? ['– it cannot be run there.'] : []),
  ];
}

/** A strategy's name over two lines; the first one only where it is not that of the column before. */
function headOf(strategy: StrategyId, before: StrategyId | undefined): readonly [string, string] {
  const { family, variant } = STRATEGIES[strategy];
  const isRepeated = before !== undefined && STRATEGIES[before].family === family;
  return [isRepeated ? '' : family, variant ?? ''];
}
