import type { MatrixCell } from '../../exploration/matrix-result.ts';
import { keysOfHits } from '../../exploration/words/found-keys.ts';
import { STRATEGY_IDS } from '../../strategies/program.ts';
import { quoteArgument } from '../quote-argument.ts';

/** The command line that shows the most telling thing in a matrix: a conflict that a guard misses, or a stop for nothing. */
export function suggestFind(path: string, cells: readonly MatrixCell[], program: string): string | null {
  const patterns = cells.flatMap((cell) => cell.patterns);
  for (const verdict of ['missedConflict', 'falseConflict'] as const) {
    const strategy = STRATEGY_IDS.filter((id) => id !== 'unguarded').find((id) =>
      patterns.some(({ strategies }) => keysOfHits(strategies[id])?.includes(verdict)),
    );
    if (strategy !== undefined) {
      return `${program} find ${quoteArgument(path)} --strategy ${strategy} --verdict ${verdict}`;
    }
  }
  return null;
}
