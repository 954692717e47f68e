import type { FindingKey } from '../../exploration/findings.ts';
import type { MatrixCell } from '../../exploration/matrix-result.ts';
import { countOf } from '../../lib/format-number.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { findKeys } from './matrix-words.ts';

/** What is compared with the chosen strategy; with itself, streams are. */
const OTHER: StrategyId = 'tag-condition';
const OTHERWISE: StrategyId = 'stream-version';

/** The finding of the whole matrix: where the chosen strategy misses, and whether another does. */
export function sayHeadline(cells: readonly MatrixCell[], strategy: StrategyId): string {
  if (cells.length === 0) return 'Comparing all pairs…';
  const other = strategy === OTHER ? OTHERWISE : OTHER;
  return `${sayMisses(cells, strategy)} ${sayMisses(cells, other, true)}`;
}

function sayMisses(cells: readonly MatrixCell[], strategy: StrategyId, isShort = false): string {
  const { name } = STRATEGIES[strategy];
  const found = cells.map((cell) => findKeys(cell, strategy));
  if (found.every((keys) => keys === null)) return `${name} cannot be used here.`;
  const missed = count(found, 'missedConflict');
  const pairs = countOf(cells.length, 'pair', 'pairs');
  if (missed === 0) return isShort ? `${name} misses none.` : `${name} misses no conflict in ${pairs}.`;
  return `${name} misses a conflict in ${missed} of ${pairs}.`;
}

function count(found: readonly (readonly FindingKey[] | null)[], finding: FindingKey): number {
  return found.filter((keys) => keys?.includes(finding)).length;
}
