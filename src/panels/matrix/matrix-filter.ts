import type { FindingKey } from '../../exploration/findings.ts';
import type { MatrixCell } from '../../exploration/matrix-result.ts';
import { STRATEGY_IDS, type StrategyId } from '../../strategies/program.ts';
import { findKeys } from './matrix-words.ts';

export const COLUMNS = ['guards', 'locks', 'all'] as const;
/** Which strategies have a column in every cell. */
export type Columns = (typeof COLUMNS)[number];

/** What of the matrix is looked for. */
export interface MatrixFilter {
  readonly columns: Columns;
  /** Null for any strategy in sight. */
  readonly strategy: StrategyId | null;
  /** Null for no filter: every pair is shown. */
  readonly finding: FindingKey | null;
}

/** The strategies that have a column, in their order. */
export function listColumns(columns: Columns): readonly StrategyId[] {
  if (columns === 'all') return STRATEGY_IDS;
  return STRATEGY_IDS.filter((id) => id.endsWith('-lock') === (columns === 'locks'));
}

/** Whether a pair shows what is looked for. */
export function isWanted(cell: MatrixCell, { columns, strategy, finding }: MatrixFilter): boolean {
  if (finding === null) return true;
  const strategies = strategy === null ? listColumns(columns) : [strategy];
  return strategies.some((id) => findKeys(cell, id)?.includes(finding));
}
