import { FINDING_KEYS, type FindingKey } from '../../exploration/findings.ts';
import type { Hit, MatrixCell } from '../../exploration/matrix-result.ts';
import { VERDICTS, type Verdict } from '../../exploration/result.ts';
import type { MatrixWitness } from '../../interchange/markdown/write-matrix.ts';
import type { Model } from '../../model/schema.ts';
import { findCell } from '../../panels/matrix/matrix-words.ts';
import type { StrategyId } from '../../strategies/program.ts';
import type { OpenBoard } from '../open-board.ts';

export type MatrixDesk = Pick<OpenBoard, 'board' | 'lab' | 'engine'>;

/** The matrix as it is shown. */
export interface ShownMatrix {
  readonly model: Model;
  readonly cells: readonly MatrixCell[];
  readonly strategy: StrategyId;
  /** A case of the open cell, or of the first in which something is to be told; null where nothing is. */
  readonly witness: MatrixWitness | null;
}

/** Gathers what there is to export of the matrix. Rejects with a message for people where there is none. */
export async function gatherShownMatrix({ board, lab, engine }: MatrixDesk): Promise<ShownMatrix> {
  const { model } = board.state().parsed;
  if (model === null) throw new Error('The board has no usable model, so there are no pairs to compare.');
  const { strategy, cell: open, bounds } = lab.getState();
  const cells = await engine.searchMatrix({ model, ...bounds });
  const opened = open && findCell(cells, open);
  const found = findWorst(opened ? [opened] : cells, strategy);
  if (found === null) return { model, cells, strategy, witness: null };
  const { cell, pattern, verdict, hit } = found;
  const { race } = hit;
  const schedule = { strategy, order: hit.schedule.map(({ command }) => command) };
  const told = await engine.tell({ model, race, strategy, schedule, complete: false });
  if ('unavailable' in told) return { model, cells, strategy, witness: null };
  const witness = {
    commands: cell.commands,
    pattern,
    race,
    schedule: { strategy, shows: verdict, told },
  };
  return { model, cells, strategy, witness };
}

interface FoundHit {
  readonly cell: MatrixCell;
  readonly pattern: string;
  readonly verdict: Verdict;
  readonly hit: Hit;
}

const WORST_FIRST: readonly Verdict[] = FINDING_KEYS.filter((key): key is FindingKey & Verdict =>
  VERDICTS.some((verdict) => verdict === key),
);

/** The worst that was found under a strategy; the first in the order of the cells where several are as bad. */
export function findWorst(cells: readonly MatrixCell[], strategy: StrategyId): FoundHit | null {
  for (const verdict of WORST_FIRST) {
    for (const cell of cells) {
      for (const { name, strategies } of cell.patterns) {
        const hits = strategies[strategy];
        if (hits === undefined || 'unavailable' in hits) continue;
        const hit = hits[verdict];
        if (hit !== undefined) return { cell, pattern: name, verdict, hit };
      }
    }
  }
  return null;
}
