import type { CompiledCommand, CompiledModel } from '../decision/compiled-model.ts';
import { STRATEGY_IDS, type StrategyId } from '../strategies/program.ts';
import { type CommandPair, listPairs } from './finder/list-pairs.ts';
import { listPatterns } from './finder/patterns.ts';
import { sayCollision } from './finder/say-collision.ts';
import { DEFAULT_LIMITS, type SearchLimits, searchPattern } from './finder/search-pattern.ts';
import { tablesFor } from './finder/search-tables.ts';
import type { MatrixCell, PatternResult, SearchProgress } from './matrix-result.ts';

/** What a search tells while it goes on: how far it is, or a cell that is finished. */
export type MatrixEvent =
  | { readonly kind: 'progress'; readonly progress: SearchProgress }
  | { readonly kind: 'cell'; readonly cell: MatrixCell };

export interface MatrixOptions {
  readonly limits?: Partial<SearchLimits>;
  /** Left out: all of them. To ask for one verdict of one strategy is the finder (M5). */
  readonly strategies?: readonly StrategyId[];
  /** The pairs to be searched, by name. Left out: all of them, as `listPairs` names them. */
  readonly pairs?: readonly CommandPair[];
}

/**
 * Searches every pair of commands that emit events for what can happen between them (M1–M5). Yields each cell as it
 * is finished, and its progress in between: whoever runs it may pause there or drop it. Returns all cells.
 */
export function* exploreMatrix(
  model: CompiledModel,
  { limits, strategies = STRATEGY_IDS, pairs: names = listPairs(model.model) }: MatrixOptions = {},
): Generator<MatrixEvent, readonly MatrixCell[]> {
  const cells: MatrixCell[] = [];
  const pairs = names.map((pair) => findPair(model, pair));
  for (const pair of pairs) {
    const patterns = listPatterns(...pair);
    const tables = tablesFor(model);
    const results: PatternResult[] = [];
    for (const pattern of patterns) {
      const search = searchPattern(tables, pair, pattern, strategies, { ...DEFAULT_LIMITS, ...limits });
      let step = search.next();
      while (!step.done) {
        const done = cells.length;
        yield {
          kind: 'progress',
          progress: {
            commands: namesOf(pair),
            pattern: pattern.name,
            ...step.value,
            done,
            pairs: pairs.length,
          },
        };
        step = search.next();
      }
      results.push(step.value);
    }
    const collisions = patterns.flatMap((pattern, i) => {
      const result = results[i];
      // What was searched in full and cannot happen says nothing about when the pair collides.
      if (result === undefined || (!result.possible && result.bounds.ended === 'complete')) return [];
      return [{ pattern, collides: result.collides }];
    });
    const cell = { commands: namesOf(pair), summary: sayCollision(collisions), patterns: results };
    cells.push(cell);
    yield { kind: 'cell', cell };
  }
  return cells;
}

function findPair(model: CompiledModel, pair: CommandPair): readonly [CompiledCommand, CompiledCommand] {
  const [first, second] = pair.map((name) => model.commands.get(name));
  if (!first || !second) throw new Error(`the model has no pair ${pair.join(' × ')}`);
  return [first, second];
}

function namesOf(pair: readonly [CompiledCommand, CompiledCommand]): readonly [string, string] {
  return [pair[0].name, pair[1].name];
}
