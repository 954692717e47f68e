import type { FindingKey } from '../../exploration/findings.ts';
import type { MatrixCell } from '../../exploration/matrix-result.ts';
import { keysOfHits, uniteKeys } from '../../exploration/words/found-keys.ts';
import { countOf } from '../../lib/format-number.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';

/** What was found for a pair under a strategy over all its patterns; null where the strategy cannot be used. */
export function findKeys({ patterns }: MatrixCell, strategy: StrategyId): readonly FindingKey[] | null {
  return uniteKeys(patterns.map(({ strategies }) => keysOfHits(strategies[strategy])));
}

/** When a pair collides, as a whole statement. */
export function sayWhen({ summary }: MatrixCell): string {
  if (summary === 'never') return 'Never collide';
  return summary === 'always' ? 'Always collide' : `Collide: ${summary}`;
}

/** The commands of a matrix, in the order in which its cells name them. */
export function listCommands(cells: readonly MatrixCell[]): readonly string[] {
  return [...new Set(cells.flatMap(({ commands }) => commands))];
}

/** The cell of two commands, whichever is named first. */
export function findCell(
  cells: readonly MatrixCell[],
  [one, other]: readonly [string, string],
): MatrixCell | undefined {
  return cells.find(
    ({ commands: [row, column] }) => (row === one && column === other) || (row === other && column === one),
  );
}

/** What a strategy makes of all pairs, in one sentence. */
export function sayFinding(cells: readonly MatrixCell[], strategy: StrategyId): string {
  const found = cells.map((cell) => findKeys(cell, strategy));
  const count = (key: FindingKey) => found.filter((keys) => keys?.includes(key)).length;
  const [missed, nothing] = [count('missedConflict'), count('falseConflict')];
  const pairs = countOf(cells.length, 'pair', 'pairs');
  const misses = missed === 0 ? 'misses no conflict' : `misses a conflict in ${missed} of ${pairs}`;
  const stops = nothing === 0 ? 'stops nothing for nothing' : `stops some for nothing in ${nothing}`;
  return `${STRATEGIES[strategy].name} ${misses}${missed === 0 ? ` in ${pairs}` : ''}, and ${stops}.`;
}
