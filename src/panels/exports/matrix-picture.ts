import { FINDING_KEYS, FINDINGS, type FindingKey } from '../../exploration/findings.ts';
import type { MatrixCell } from '../../exploration/matrix-result.ts';
import { sayBounds } from '../../exploration/words/say-bounds.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { drawSheet, type SheetBlock, type SheetPen } from '../../ui/picture/draw-sheet.ts';
import { findKeys, sayFinding } from '../matrix/matrix-words.ts';
import { drawMatrix, listCompared } from './draw-matrix.ts';

export interface MatrixPicture {
  /** The model's name. */
  readonly model: string;
  readonly cells: readonly MatrixCell[];
  readonly strategy: StrategyId;
}

/** A matrix as an SVG picture: the finding as its headline, every pair, what the marks mean, and what was searched. */
export function drawMatrixPicture({ model, cells, strategy }: MatrixPicture, pen: SheetPen): string {
  const bounds = cells.flatMap(({ patterns }) => patterns.map((pattern) => pattern.bounds));
  const title =
    cells.length === 0 ? 'No command writes an event, so none can collide' : sayFinding(cells, strategy);
  const blocks: SheetBlock[] =
    cells.length === 0
      ? []
      : [
          { kind: 'drawing', parts: [drawMatrix(cells, strategy, pen)] },
          ...listUsed(cells, strategy).map(
            (key): SheetBlock => ({
              kind: 'legend',
              mark: key,
              text: `${FINDINGS[key].name}: ${FINDINGS[key].meaning}`,
            }),
          ),
          {
            kind: 'note',
            text: `Several marks in one place: all of these occur, depending on the past and the schedule. ${sayBounds(bounds)}`,
          },
        ];
  const subtitle = STRATEGIES[strategy].summary;
  return drawSheet(
    { title, subtitle, blocks, foot: `The matrix of the model ${model}, drawn by Ambit` },
    pen,
  );
}

function listUsed(cells: readonly MatrixCell[], strategy: StrategyId): readonly FindingKey[] {
  const compared = listCompared(strategy);
  const used = new Set(cells.flatMap((cell) => compared.flatMap((id) => findKeys(cell, id) ?? [])));
  return FINDING_KEYS.filter((key) => used.has(key));
}
