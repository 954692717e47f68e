import type { CompiledCommand, CompiledModel } from '../decision/compiled-model.ts';
import { STRATEGY_IDS, type StrategyId } from '../strategies/program.ts';
import { listPatterns } from './finder/patterns.ts';
import { sayCollision } from './finder/say-collision.ts';
import { DEFAULT_LIMITS, type SearchLimits, searchPattern } from './finder/search-pattern.ts';
import type { Hit, MatrixCell, PatternResult, SearchProgress } from './matrix-result.ts';
import type { Verdict } from './result.ts';

/** What a search tells while it goes on: how far it is, or a cell that is finished. */
export type MatrixEvent =
  | { readonly kind: 'progress'; readonly progress: SearchProgress }
  | { readonly kind: 'cell'; readonly cell: MatrixCell };

export interface MatrixOptions {
  readonly limits?: Partial<SearchLimits>;
  /** Left out: all of them. */
  readonly strategies?: readonly StrategyId[];
}

/**
 * Searches every pair of commands that emit events for what can happen between them (M1–M4). Yields each cell as it
 * is finished, and its progress in between: whoever runs it may pause there or drop it. Returns all cells.
 */
export function* exploreMatrix(
  model: CompiledModel,
  { limits, strategies = STRATEGY_IDS }: MatrixOptions = {},
): Generator<MatrixEvent, readonly MatrixCell[]> {
  const cells: MatrixCell[] = [];
  const pairs = listPairs(model);
  for (const pair of pairs) {
    const patterns = listPatterns(...pair);
    const results: PatternResult[] = [];
    for (const pattern of patterns) {
      const search = searchPattern(model, pair, pattern, strategies, { ...DEFAULT_LIMITS, ...limits });
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
    const collisions = patterns.map((pattern, i) => ({ pattern, collides: results[i]?.collides ?? false }));
    const cell = { commands: namesOf(pair), summary: sayCollision(collisions), patterns: results };
    cells.push(cell);
    yield { kind: 'cell', cell };
  }
  return cells;
}

/** A race that the finder found: where, and the hit. */
export interface FoundRace {
  readonly commands: readonly [string, string];
  readonly pattern: string;
  readonly hit: Hit;
}

/** What the finder tells while it goes on. */
export type FinderEvent =
  | { readonly kind: 'progress'; readonly progress: SearchProgress }
  | { readonly kind: 'found'; readonly found: FoundRace };

/**
 * Searches for pasts and two commands for which a strategy gives a verdict: one race for each pattern of each pair
 * (M5). Yields each as soon as its pair is searched; whoever runs it may stop at the first. Returns all of them.
 */
export function* findRaces(
  model: CompiledModel,
  strategy: StrategyId,
  verdict: Verdict,
  limits: Partial<SearchLimits> = {},
): Generator<FinderEvent, readonly FoundRace[]> {
  const all: FoundRace[] = [];
  const search = exploreMatrix(model, { limits, strategies: [strategy] });
  for (const event of search) {
    if (event.kind === 'progress') {
      yield event;
      continue;
    }
    for (const { name, strategies } of event.cell.patterns) {
      const hits = strategies[strategy];
      const hit = hits && !('unavailable' in hits) ? hits[verdict] : undefined;
      if (hit === undefined) continue;
      const found = { commands: event.cell.commands, pattern: name, hit };
      all.push(found);
      yield { kind: 'found', found };
    }
  }
  return all;
}

function listPairs(model: CompiledModel): (readonly [CompiledCommand, CompiledCommand])[] {
  const commands = [...model.commands.values()].filter(({ emits }) => emits.length > 0);
  return commands.flatMap((first, i) => commands.slice(i).map((second) => [first, second] as const));
}

function namesOf(pair: readonly [CompiledCommand, CompiledCommand]): readonly [string, string] {
  return [pair[0].name, pair[1].name];
}
