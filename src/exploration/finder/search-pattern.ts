import type { CompiledCommand, CompiledModel } from '../../decision/compiled-model.ts';
import { decideOn, everyRule } from '../../decision/decide.ts';
import type { PreparedCommand } from '../../decision/prepare.ts';
import type { StrategyId } from '../../strategies/program.ts';
import type { PatternResult, SearchEnd } from '../matrix-result.ts';
import { SharedTables } from '../shared-tables.ts';
import { makeCases } from './make-cases.ts';
import { PairRaces } from './pair-races.ts';
import { type Past, PastSearch } from './past-search.ts';
import type { Pattern } from './patterns.ts';

/** How far a search goes before it stops on its own (M2). */
export interface SearchLimits {
  /** The longest past. */
  readonly past: number;
  /** Different pasts, for each pattern. */
  readonly pasts: number;
  /** Races, for each pattern. */
  readonly races: number;
}

export const DEFAULT_LIMITS: SearchLimits = { past: 6, pasts: 20_000, races: 4_000 };

/** Pasts of up to this length are always looked at. */
const LEAST_PAST = 2;

/**
 * Searches all pasts, shortest first, and all schedules for the verdicts of one pattern of a pair (M2, M3). Deepens
 * until one step more finds nothing new, but not before some past lets both commands go through. Yields the length of
 * the pasts and the races so far, now and then.
 */
export function* searchPattern(
  model: CompiledModel,
  pair: readonly [CompiledCommand, CompiledCommand],
  pattern: Pattern,
  strategies: readonly StrategyId[],
  limits: SearchLimits,
): Generator<{ readonly past: number; readonly races: number }, PatternResult> {
  const cases = makeCases(model, pair, pattern);
  const shared = new SharedTables(model);
  const search = new PastSearch(cases.candidates, [...cases.first, ...cases.second], shared);
  const names = [pair[0].name, pair[1].name] as const;
  const raceName = `${names[0]} and ${names[1]}: ${pattern.name}`;
  const tables = new Map(strategies.map((id) => [id, new PairRaces(model, id, names, raceName)]));
  const decide = makeDecider(search, shared);
  const seen = new Set<string>();
  const kinds = new Set<string>();
  let ended: SearchEnd = 'depth';
  let depth = 0;
  let races = 0;
  search: for (; ; depth++) {
    let isNew = false;
    for (const past of search.frontier) {
      for (const [i, first] of cases.first.entries()) {
        for (const [j, second] of cases.second.entries()) {
          const key = `${i} ${j} ${search.valuesOf(past, first).join()} ${search.valuesOf(past, second).join()}`;
          if (seen.has(key)) continue;
          seen.add(key);
          const both = `${decide(past, first)} ${decide(past, second)}`;
          isNew ||= !kinds.has(both);
          kinds.add(both);
          for (const table of tables.values()) isNew = table.race(past, first, second) || isNew;
          if (races++ % 16 === 0) yield { past: depth, races };
          if (races >= limits.races) {
            ended = 'budget';
            break search;
          }
        }
      }
    }
    if (search.frontier.length === 0) ended = 'complete';
    else if (depth > LEAST_PAST && !isNew && kinds.has('accepted accepted')) ended = 'nothing-new';
    if (ended !== 'depth' || depth >= limits.past) break;
    const deeper = search.deepen(limits.pasts);
    let step = deeper.next();
    while (!step.done) {
      yield { past: depth + 1, races };
      step = deeper.next();
    }
    if (!step.value) {
      ended = 'budget';
      depth++;
      break;
    }
  }
  // A search that ended in the middle of a length is exhaustive up to the one before.
  const past = ended === 'budget' ? Math.max(0, depth - 1) : depth;
  const unguarded = tables.get('unguarded');
  return {
    name: pattern.name,
    collides: unguarded ? unguarded.has('missedConflict') || unguarded.has('tolerated') : false,
    strategies: Object.fromEntries([...tables].map(([id, table]) => [id, table.hits])),
    bounds: { past, ended, numbers: cases.numbers, pasts: search.size, races },
  };
}

/** What a command would decide after a past: the kind of its decision, worked out once for the same values. */
function makeDecider(search: PastSearch, shared: SharedTables): (past: Past, prepared: PreparedCommand) => string {
  const known = new Map<PreparedCommand, Map<string, string>>();
  return (past, prepared) => {
    const numbers = search.valuesOf(past, prepared);
    const own = known.get(prepared) ?? new Map<string, string>();
    known.set(prepared, own);
    const key = numbers.join();
    const view = () => prepared.projections.map((instance, i) => shared.foldsOf(instance).stateOf(numbers[i] ?? 0));
    const kind = own.get(key) ?? decideOn(prepared, view(), everyRule).kind;
    own.set(key, kind);
    return kind;
  };
}
