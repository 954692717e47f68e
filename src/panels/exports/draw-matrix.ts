import { FINDINGS, type FindingKey } from '../../exploration/findings.ts';
import type { MatrixCell } from '../../exploration/matrix-result.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { drawMark } from '../../ui/picture/draw-mark.ts';
import type { SheetDrawing, SheetPen } from '../../ui/picture/draw-sheet.ts';
import type { PictureFont } from '../../ui/picture/picture-font.ts';
import { tag, textLine } from '../../ui/picture/svg-parts.ts';
import { shorten, wrapText } from '../../ui/picture/wrap-text.ts';
import { findCell, findKeys, listCommands, sayWhen } from '../matrix/matrix-words.ts';

const CELL = { width: 196, height: 158, gap: 8, padding: 12 };
const HEAD = 32;
const LABEL = 180;
const MARK = 14;
const SMALL_MARK = 12;
const WHEN: PictureFont = { voice: 'tool', size: 14, weight: 600 };
const WORDS: PictureFont = { voice: 'tool', size: 12, weight: 450 };
const NAME: PictureFont = { voice: 'tool', size: 13, weight: 600 };
const FAMILY: PictureFont = { voice: 'tool', size: 10.5, weight: 500 };

/** One strategy of each family; the one that is shown stands for its own. */
const COMPARED: readonly StrategyId[] = ['unguarded', 'log-version', 'stream-version', 'tag-condition'];

/** The strategies that stand in the foot of each cell. */
export function listCompared(strategy: StrategyId): readonly StrategyId[] {
  const { family } = STRATEGIES[strategy];
  return COMPARED.map((id) => (STRATEGIES[id].family === family ? strategy : id));
}

type Pen = Pick<SheetPen, 'colourOf' | 'measure'>;

/** All pairs of commands as a drawing: when each collides, what the strategy makes of it, and what the others do. */
export function drawMatrix(cells: readonly MatrixCell[], strategy: StrategyId, pen: Pen): SheetDrawing {
  const commands = listCommands(cells);
  const compared = listCompared(strategy);
  const parts = commands.flatMap((row, y) => [
    drawColumnName(row, y, pen),
    drawRowName(row, y, pen),
    ...commands.slice(y).map((column, index) => {
      const cell = findCell(cells, [row, column]);
      return cell
        ? tag('g', { transform: move(placeOf(y + index, y)) }, drawCell(cell, strategy, compared, pen))
        : '';
    }),
  ]);
  return {
    markup: parts.join(''),
    width: LABEL + commands.length * (CELL.width + CELL.gap),
    height: HEAD + commands.length * (CELL.height + CELL.gap),
  };
}

function placeOf(column: number, row: number) {
  return { x: LABEL + column * (CELL.width + CELL.gap), y: HEAD + row * (CELL.height + CELL.gap) };
}

function move({ x, y }: { readonly x: number; readonly y: number }): string {
  return `translate(${x} ${y})`;
}

function drawColumnName(name: string, column: number, { colourOf, measure }: Pen): string {
  const { x } = placeOf(column, 0);
  const line = shorten(name, CELL.width, (text) => measure(text, NAME));
  return textLine(line, NAME, { x, y: HEAD - 12, fill: colourOf('ink') });
}

/** Beside the first cell of its row, which is on the diagonal. */
function drawRowName(name: string, row: number, { colourOf, measure }: Pen): string {
  const { x, y } = placeOf(row, row);
  const line = shorten(name, LABEL - 16, (text) => measure(text, NAME));
  return textLine(line, NAME, { x: x - 12, y: y + 26, 'text-anchor': 'end', fill: colourOf('ink') });
}

function drawCell(cell: MatrixCell, strategy: StrategyId, compared: readonly StrategyId[], pen: Pen): string {
  const { colourOf, measure } = pen;
  const collides = cell.patterns.some((pattern) => pattern.collides);
  const when = wrapText(sayWhen(cell), CELL.width - 2 * CELL.padding, 2, (text) => measure(text, WHEN));
  return [
    tag('rect', {
      width: CELL.width,
      height: CELL.height,
      rx: 8,
      fill: colourOf(collides ? 'raised' : 'panel'),
      stroke: colourOf(collides ? 'line-2' : 'line'),
    }),
    ...when.map((line, index) =>
      textLine(line, WHEN, {
        x: CELL.padding,
        y: 24 + index * 18,
        fill: colourOf(collides ? 'ink' : 'ink-3'),
      }),
    ),
    drawFindings(findKeys(cell, strategy), 30 + when.length * 18, pen),
    ...compared.map((id, index) => drawCompared(cell, id, index, id === strategy, pen)),
  ].join('');
}

/** What the strategy makes of a pair, a line each. */
function drawFindings(keys: readonly FindingKey[] | null, top: number, { colourOf }: Pen): string {
  const say = (text: string, x: number, y: number) =>
    textLine(text, WORDS, { x, y, fill: colourOf('ink-2') });
  if (keys === null) return say('cannot be run', CELL.padding, top);
  if (keys.length === 0) return say('nothing is written', CELL.padding, top);
  return keys
    .slice(0, 3)
    .map((key, index) => {
      const y = top + index * 17;
      return (
        drawMark(key, { x: CELL.padding, y: y - 11, size: MARK }, colourOf) +
        say(FINDINGS[key].name, CELL.padding + MARK + 6, y)
      );
    })
    .join('');
}

/** A family in the foot of a cell, with its marks. */
function drawCompared(
  cell: MatrixCell,
  id: StrategyId,
  index: number,
  isShown: boolean,
  { colourOf }: Pen,
): string {
  const width = (CELL.width - 8) / COMPARED.length;
  const x = 4 + index * width;
  const middle = x + width / 2;
  const keys = findKeys(cell, id);
  const left = middle - ((keys?.length ?? 0) * (SMALL_MARK + 2) - 2) / 2;
  return [
    isShown
      ? tag('rect', { x, y: CELL.height - 42, width, height: 38, rx: 6, fill: colourOf('accent-soft') })
      : '',
    ...(keys ?? []).map((key, place) =>
      drawMark(key, { x: left + place * (SMALL_MARK + 2), y: CELL.height - 38, size: SMALL_MARK }, colourOf),
    ),
    keys === null
      ? textLine('–', FAMILY, {
          x: middle,
          y: CELL.height - 28,
          'text-anchor': 'middle',
          fill: colourOf('ink-3'),
        })
      : '',
    textLine(STRATEGIES[id].family, FAMILY, {
      x: middle,
      y: CELL.height - 11,
      'text-anchor': 'middle',
      fill: colourOf(isShown ? 'accent' : 'ink-3'),
    }),
  ].join('');
}
