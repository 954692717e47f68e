import type { PreparedCommand } from '../../decision/prepare.ts';
import type { GivenEvent, Race } from '../../model/schema.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { sayHomeless } from '../../strategies/say-homeless.ts';
import { findHomeless } from '../../strategies/streams.ts';
import { WitnessFinder } from '../find-witness.ts';
import { labelsOf } from '../label.ts';
import type { Effects, Hit, VerdictHits } from '../matrix-result.ts';
import { nameSteps } from '../name-steps.ts';
import { buildAutomata, excludeByLocks, prepareRace } from '../prepare-race.ts';
import type { Exclusions } from '../race-automata.ts';
import { RaceWalk } from '../race-walk.ts';
import { VERDICTS, type Verdict } from '../result.ts';
import { buildGraph, type StateGraph } from '../state-graph.ts';
import { HomelessEvent } from '../take-step.ts';
import { Contender } from './contender.ts';
import { EffectsLog } from './effects-log.ts';
import { meet } from './encounter.ts';
import { listRecords, listSteps, type Past, type PastSearch } from './past-search.ts';
import type { SearchTables } from './search-tables.ts';

type Contenders = readonly [Contender, Contender];

/** The races of one pair of commands under one strategy: which verdicts occur, each with its hit (M3). */
export class PairRaces {
  readonly #strategy: StrategyId;
  readonly #name: string;
  readonly #pasts: PastSearch;
  readonly #tables: SearchTables;
  readonly #contenders = new Map<PreparedCommand, Contender>();
  readonly #hits: { [V in Verdict]?: Hit } = {};
  readonly #effects = new EffectsLog();
  /** The encounters that were raced: an equal one shows the same, and not after a shorter past. */
  readonly #raced = new Set<string>();
  readonly #exclusions = new Map<Contender, Map<Contender, Exclusions>>();
  #unavailable: string | null;

  constructor(
    tables: SearchTables,
    strategy: StrategyId,
    { pair, name }: { readonly pair: readonly [string, string]; readonly name: string },
    pasts: PastSearch,
  ) {
    this.#strategy = strategy;
    this.#name = name;
    this.#pasts = pasts;
    this.#tables = tables;
    const needsStreams = STRATEGIES[strategy].needsStreams;
    const homeless = needsStreams
      ? (findHomeless(tables.model, pair[0]) ?? findHomeless(tables.model, pair[1]))
      : null;
    this.#unavailable = homeless === null ? null : sayHomeless(homeless);
  }

  /** What was found, or why the strategy cannot be used. */
  get hits(): VerdictHits {
    return this.#unavailable === null ? this.#hits : { unavailable: this.#unavailable };
  }

  /** What the races did to constraints and what stopped them; null when the strategy cannot be used. */
  get effects(): Effects | null {
    return this.#unavailable === null ? this.#effects.effects : null;
  }

  has(verdict: Verdict): boolean {
    return this.#unavailable === null && this.#hits[verdict] !== undefined;
  }

  /** Races two commands after a past. Returns whether that showed a verdict for the first time. */
  race(past: Past, first: PreparedCommand, second: PreparedCommand): boolean {
    if (this.#unavailable !== null) return false;
    try {
      const contenders = [this.#contenderOf(first), this.#contenderOf(second)] as const;
      const exclusions = this.#exclusionsOf(contenders);
      if (this.#wasRaced(past, contenders, exclusions)) return false;
      const automata = contenders.map(({ automaton }) => automaton);
      const records = listRecords(past);
      const starts = automata.map((automaton) => automaton.start(records));
      const graph = runToEnd(
        buildGraph({ automata, starts, exclusions, policies: null }, Number.POSITIVE_INFINITY),
      );
      return this.#keepNew(graph, past, [first, second]);
    } catch (error) {
      if (!(error instanceof HomelessEvent)) throw error;
      this.#unavailable = sayHomeless(error.event);
      return false;
    }
  }

  #wasRaced(past: Past, contenders: Contenders, exclusions: Exclusions): boolean {
    const [one, other] = contenders;
    const views = [this.#pasts.viewOf(past, one.views), this.#pasts.viewOf(past, other.views)] as const;
    const encounter = meet(contenders, views);
    if (encounter === null) return false;
    const key = exclusions?.[0]?.[1] ? `${encounter.key} in turn` : encounter.key;
    if (this.#raced.has(key)) return true;
    this.#raced.add(key);
    return false;
  }

  #keepNew(graph: StateGraph, past: Past, commands: readonly [PreparedCommand, PreparedCommand]): boolean {
    const shown = new Set(graph.labels);
    let isNew = false;
    for (const verdict of VERDICTS) {
      const marked = VERDICT_LABELS[verdict];
      if (![...shown].some((label) => marked[label])) continue;
      const known = this.#hits[verdict];
      if (known && (known.past.length < past.length || known.schedule.length <= SHORTEST)) continue;
      const order = new WitnessFinder(graph).find(marked);
      if (order === null || (known && known.schedule.length <= order.length)) continue;
      this.#hits[verdict] = this.makeHit(past, commands, order);
      isNew ||= known === undefined;
    }
    return isNew;
  }

  /** A race after a past, to be kept as it is, with the order of its steps (M5). */
  makeHit(past: Past, commands: readonly [PreparedCommand, PreparedCommand], order: readonly number[]): Hit {
    const given = listRecords(past).map(({ fact }): GivenEvent => ({ event: fact.type, data: fact.data }));
    const issued = commands.map(({ command, data }) => ({ command: command.name, data }));
    const race: Race = { name: this.#name, given, commands: issued };
    const prepared = prepareRace(this.#tables.model, race, this.#strategy);
    if ('unavailable' in prepared)
      throw new Error(`a race that was run cannot be prepared: ${prepared.unavailable}`);
    const walk = new RaceWalk(buildAutomata(this.#tables.model, prepared));
    return { past: listSteps(past), race, schedule: nameSteps(walk, order) };
  }

  #contenderOf(command: PreparedCommand): Contender {
    const known = this.#contenders.get(command);
    if (known) return known;
    const contender = new Contender(this.#tables, this.#strategy, command, (append) =>
      this.#effects.add(append),
    );
    this.#contenders.set(command, contender);
    return contender;
  }

  #exclusionsOf(contenders: Contenders): Exclusions {
    const [one, other] = contenders;
    const known = this.#exclusions.get(one) ?? new Map<Contender, Exclusions>();
    this.#exclusions.set(one, known);
    const exclusions = known.get(other) ?? excludeByLocks(contenders.map(({ run }) => run));
    known.set(other, exclusions);
    return exclusions;
  }
}

/** No verdict shows in fewer steps than these: what is as short need not be looked for again. */
const SHORTEST = 2;

const VERDICT_LABELS = Object.fromEntries(
  VERDICTS.map((verdict) => [verdict, labelsOf('verdict', verdict)]),
) as { readonly [V in Verdict]: Uint8Array };

function runToEnd(steps: Generator<unknown, StateGraph | null>): StateGraph {
  for (;;) {
    const { done, value } = steps.next();
    if (!done) continue;
    if (value === null) throw new Error('a race without a limit was given up');
    return value as StateGraph;
  }
}
