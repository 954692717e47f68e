import type { FindingKey } from '../../exploration/findings.ts';
import type { MatrixCell, PatternResult } from '../../exploration/matrix-result.ts';
import { keysOfHits } from '../../exploration/words/found-keys.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';

/** What a strategy makes of a pair, as a whole statement, and the finding that gives it its colour. */
export interface CellStatement {
  readonly finding: FindingKey;
  readonly words: string;
}

const SAYING: readonly (readonly [FindingKey, (name: string, where: string) => string])[] = [
  ['missedConflict', (name, where) => `${name} misses some${where}`],
  ['conflict', (name) => `${name} stops them, rightly`],
  ['falseConflict', (name) => `${name} stops some for nothing`],
  ['neededWait', (name) => `${name} makes one wait, rightly`],
  ['needlessWait', (name) => `${name} makes some wait for nothing`],
  ['tolerated', (name) => `${name} lets some by, which the model tolerates`],
];

/** What is right in some cases and for nothing in others. */
const ALSO: { readonly [K in FindingKey]?: { readonly finding: FindingKey; readonly words: string } } = {
  conflict: { finding: 'falseConflict', words: 'stops them, some for nothing' },
  neededWait: { finding: 'needlessWait', words: 'makes one wait, sometimes for nothing' },
};

/** The worst that a strategy does with a pair; null where nothing is to be said, or the strategy cannot be used. */
export function sayCell({ patterns }: MatrixCell, strategy: StrategyId): CellStatement | null {
  const { name } = STRATEGIES[strategy];
  const all = patterns.flatMap(({ strategies }) => keysOfHits(strategies[strategy]) ?? []);
  for (const [finding, say] of SAYING) {
    const shown = patterns.filter(({ strategies }) => keysOfHits(strategies[strategy])?.includes(finding));
    if (shown.length === 0) continue;
    const alsoForNothing = ALSO[finding];
    if (alsoForNothing && all.includes(alsoForNothing.finding)) {
      return { finding, words: `${name} ${alsoForNothing.words}` };
    }
    return { finding, words: say(name, sayWhere(shown, patterns)) };
  }
  return null;
}

/** On which instances, where it is not on all of them. */
function sayWhere(shown: readonly PatternResult[], all: readonly PatternResult[]): string {
  const possible = all.filter((pattern) => pattern.possible);
  if (shown.length === 0 || shown.length >= possible.length) return '';
  return shown.length === 1 ? `: ${shown[0]?.name}` : ` in ${shown.length} of ${possible.length} patterns`;
}
