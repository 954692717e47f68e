import type { CompiledCommand } from '../../decision/compiled-model.ts';
import type { PreparedCommand } from '../../decision/prepare.ts';
import type { StrategyId } from '../../strategies/program.ts';
import type { Hit, PatternResult, SearchEnd } from '../matrix-result.ts';
import type { CommandViews } from './command-views.ts';
import { findRepeat, type Onlooker } from './find-repeat.ts';
import { type Cases, makeCases } from './make-cases.ts';
import { PairRaces } from './pair-races.ts';
import { type Past, PastSearch } from './past-search.ts';
import type { Pattern } from './patterns.ts';
import type { SearchTables } from './search-tables.ts';

/** How far a search goes before it stops on its own (M2). */
export interface SearchLimits {
  /** The longest past. */
  readonly past: number;
  /** Different pasts, for each pattern. */
  readonly pasts: number;
  /** Races, for each pattern. */
  readonly races: number;
}

export const DEFAULT_LIMITS: SearchLimits = { past: 6, pasts: 20_000, races: 3_000 };

/** The limits for so long pasts and so many races: more races take as many more pasts, for a search can run out of either. */
export function widenLimits(past: number, races: number): SearchLimits {
  const times = Math.max(1, races / DEFAULT_LIMITS.races);
  return { past, races, pasts: Math.round(DEFAULT_LIMITS.pasts * times) };
}

/** Pasts of up to this length are always looked at (M2). */
const LEAST_PAST = 2;
/** How many steps may find nothing new before a search ends: more while no past has let both commands go through, for then a step may only prepare the next. */
const PATIENCE = { met: 1, unmet: 2 };
const BETWEEN_REPORTS = 16;

/** The length of the pasts that are being looked at, and the races so far. */
export interface PatternProgress {
  readonly past: number;
  readonly races: number;
}

/**
 * Searches all pasts, shortest first, and all schedules for the verdicts of one pattern of a pair (M2, M3). Deepens
 * until one step more finds nothing new, or two steps while no past lets both commands go through. Yields its progress
 * now and then.
 */
export function* searchPattern(
  tables: SearchTables,
  pair: readonly [CompiledCommand, CompiledCommand],
  pattern: Pattern,
  strategies: readonly StrategyId[],
  limits: SearchLimits,
): Generator<PatternProgress, PatternResult> {
  // Whether a pair collides is seen where nothing guards it.
  const all = new Set<StrategyId>([...strategies, 'unguarded']);
  const search = new PatternSearch(tables, pair, pattern, [...all]);
  let ended: SearchEnd | null = null;
  let past = -1;
  while (ended === null) {
    const finished = yield* search.raceFrontier(limits.races);
    if (!finished) ended = 'budget';
    else past++;
    ended ??= search.endAt(past, limits.past);
    if (ended === null && !(yield* search.deepen(limits.pasts))) ended = 'budget';
  }
  return search.summarise(pattern.name, strategies, past, ended);
}

/** More than a search can find, few enough for two of them in one number. */
const MOST_VIEWS = 2 ** 26;

/** A command that races, with what it sees after the pasts. */
interface Racer {
  readonly command: PreparedCommand;
  readonly views: CommandViews;
}

/** One pattern of a pair, with all that its races have shown so far. */
class PatternSearch {
  readonly #cases: Cases;
  readonly #pasts: PastSearch;
  readonly #tables: SearchTables;
  readonly #first: readonly Racer[];
  readonly #second: readonly Racer[];
  readonly #races: ReadonlyMap<StrategyId, PairRaces>;
  /** For each pair of racers the views that they raced on. */
  readonly #seen: Set<number>[][];
  /** Which kinds of decisions the two commands came to, together. */
  readonly #met = new Set<string>();
  #repeats: Hit | null = null;
  #raced = 0;
  #foundNew = false;
  #stepsWithoutNew = 0;

  constructor(
    tables: SearchTables,
    pair: readonly [CompiledCommand, CompiledCommand],
    pattern: Pattern,
    strategies: readonly StrategyId[],
  ) {
    const { model } = tables;
    this.#tables = tables;
    this.#cases = makeCases(model, pair, pattern);
    const { first, second, candidates } = this.#cases;
    this.#pasts = new PastSearch(candidates, [...first, ...second], tables);
    const racer = (command: PreparedCommand): Racer => ({ command, views: tables.viewsOf(command) });
    this.#first = first.map(racer);
    this.#second = second.map(racer);
    this.#seen = first.map(() => second.map(() => new Set()));
    const names = [pair[0].name, pair[1].name] as const;
    const title = { pair: names, name: `${names[0]} and ${names[1]}: ${pattern.name}` };
    this.#races = new Map(strategies.map((id) => [id, new PairRaces(tables, id, title, this.#pasts)]));
  }

  /** Races the pair after each past of the present length. Returns false when there were more races than allowed. */
  *raceFrontier(most: number): Generator<PatternProgress, boolean> {
    this.#foundNew = false;
    for (const past of this.#pasts.frontier) {
      for (const [first, second] of this.#newPairs(past)) {
        if (this.#raced >= most) return false;
        if (this.#raced % BETWEEN_REPORTS === 0) yield { past: past.length, races: this.#raced };
        this.#race(past, first, second);
      }
    }
    return true;
  }

  /** Makes the pasts one step longer. Returns false when there are more than allowed. */
  *deepen(most: number): Generator<PatternProgress, boolean> {
    const deeper = this.#pasts.deepen(most);
    for (;;) {
      const { done, value } = deeper.next();
      if (done) return value;
      yield { past: (this.#pasts.frontier[0]?.length ?? 0) + 1, races: this.#raced };
    }
  }

  /** Why the search can end after pasts of this length; null when it has to go on. */
  endAt(past: number, longest: number): SearchEnd | null {
    if (this.#pasts.frontier.length === 0) return 'complete';
    const hasToGoOn = past <= LEAST_PAST || past <= this.#reachOf(longest);
    this.#stepsWithoutNew = this.#foundNew || hasToGoOn ? 0 : this.#stepsWithoutNew + 1;
    const patience = this.#canMeet ? PATIENCE.met : PATIENCE.unmet;
    if (this.#stepsWithoutNew >= patience) return 'nothing-new';
    return past >= longest ? 'depth' : null;
  }

  /** The largest constant that a past can count up to: before it is reached, nothing new says nothing. */
  #reachOf(longest: number): number {
    return Math.max(0, ...this.#cases.constants.filter((constant) => constant <= longest));
  }

  /** The result, exhaustive within pasts of the given length. */
  summarise(name: string, strategies: readonly StrategyId[], past: number, ended: SearchEnd): PatternResult {
    const unguarded = this.#races.get('unguarded');
    return {
      name,
      possible: this.#canMeet,
      collides: unguarded?.has('missedConflict') === true || unguarded?.has('tolerated') === true,
      strategies: Object.fromEntries(strategies.map((id) => [id, this.#races.get(id)?.hits ?? {}])),
      effects: Object.fromEntries(
        [...this.#races].flatMap(([id, { effects }]) => (effects === null ? [] : [[id, effects]])),
      ),
      repeats: this.#repeats,
      bounds: { past, ended, numbers: this.#cases.numbers, pasts: this.#pasts.size, races: this.#raced },
    };
  }

  /** Whether some past let both commands go through. */
  get #canMeet(): boolean {
    return this.#met.has('accepted accepted');
  }

  #race(past: Past, first: Racer, second: Racer): void {
    this.#raced++;
    const met = `${this.#kindOf(past, first)} ${this.#kindOf(past, second)}`;
    this.#foundNew ||= !this.#met.has(met);
    this.#met.add(met);
    this.#repeats ??= this.#findRepeat(past, first, second);
    for (const races of this.#races.values()) {
      const isNew = races.race(past, first.command, second.command);
      this.#foundNew ||= isNew;
    }
  }

  /** The pairs of racing commands whose projections a past leaves as no other did before (M2). */
  *#newPairs(past: Past): Generator<readonly [Racer, Racer]> {
    const others = this.#second.map(({ views }) => this.#pasts.viewOf(past, views));
    for (const [i, first] of this.#first.entries()) {
      const own = this.#pasts.viewOf(past, first.views);
      for (const [j, second] of this.#second.entries()) {
        const seen = this.#seen[i]?.[j] as Set<number>;
        const key = own * MOST_VIEWS + (others[j] as number);
        if (seen.has(key)) continue;
        seen.add(key);
        yield [first, second];
      }
    }
  }

  #findRepeat(past: Past, first: Racer, second: Racer): Hit | null {
    const [one, other] = [first, second].map(({ views }) => ({
      views,
      view: this.#pasts.viewOf(past, views),
    })) as [Onlooker, Onlooker];
    const order = findRepeat(this.#tables, one, other);
    const races = this.#races.get('unguarded');
    return order && races ? races.makeHit(past, [first.command, second.command], order) : null;
  }

  #kindOf(past: Past, { views }: Racer): string {
    return views.standingAt(this.#pasts.viewOf(past, views)).decision.kind;
  }
}
