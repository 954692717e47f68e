import type { CompiledModel } from '../../decision/compiled-model.ts';
import type { PreparedCommand } from '../../decision/prepare.ts';
import type { GivenEvent, Race } from '../../model/schema.ts';
import { type CommandRun, startRun } from '../../strategies/command-run.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { sayHomeless } from '../../strategies/say-homeless.ts';
import { findHomeless } from '../../strategies/streams.ts';
import type { CommandAutomaton } from '../command-automaton.ts';
import { WitnessFinder } from '../find-witness.ts';
import { labelsOf } from '../label.ts';
import type { Hit, VerdictHits } from '../matrix-result.ts';
import { nameSteps } from '../name-steps.ts';
import { excludeByLocks, prepareRace } from '../prepare-race.ts';
import { VERDICTS, type Verdict } from '../result.ts';
import { SharedTables } from '../shared-tables.ts';
import { buildGraph, type StateGraph } from '../state-graph.ts';
import { HomelessEvent } from '../take-step.ts';
import { listSteps, type Past } from './past-search.ts';

/** One of the two commands; what its automaton has worked out serves every past and every opponent. */
interface Contender {
  readonly run: CommandRun;
  readonly automaton: CommandAutomaton;
}

const ATTEMPTS = 1;

/** The races of one pair of commands under one strategy: which verdicts occur, each with its hit (M3). */
export class PairRaces {
  readonly #model: CompiledModel;
  readonly #strategy: StrategyId;
  readonly #name: string;
  readonly #tables: SharedTables;
  readonly #contenders = new Map<PreparedCommand, Contender>();
  readonly #hits: { [V in Verdict]?: Hit } = {};
  #unavailable: string | null;

  constructor(model: CompiledModel, strategy: StrategyId, pair: readonly [string, string], name: string) {
    this.#model = model;
    this.#strategy = strategy;
    this.#name = name;
    this.#tables = new SharedTables(model);
    const needsStreams = STRATEGIES[strategy].needsStreams;
    const homeless = needsStreams ? (findHomeless(model, pair[0]) ?? findHomeless(model, pair[1])) : null;
    this.#unavailable = homeless === null ? null : sayHomeless(homeless);
  }

  /** What was found, or why the strategy cannot be used. */
  get hits(): VerdictHits {
    return this.#unavailable === null ? this.#hits : { unavailable: this.#unavailable };
  }

  has(verdict: Verdict): boolean {
    return this.#unavailable === null && this.#hits[verdict] !== undefined;
  }

  /** Races two commands after a past. Returns whether that showed a verdict for the first time. */
  race(past: Past, first: PreparedCommand, second: PreparedCommand): boolean {
    if (this.#unavailable !== null) return false;
    try {
      const contenders = [this.#contenderOf(first), this.#contenderOf(second)];
      const automata = contenders.map(({ automaton }) => automaton);
      const exclusions = excludeByLocks(contenders.map(({ run }) => run));
      const starts = automata.map((automaton) => automaton.start(past.records));
      return this.#keepNew(
        runToEnd(buildGraph(automata, starts, exclusions, Number.POSITIVE_INFINITY)),
        past,
        first,
        second,
      );
    } catch (error) {
      if (!(error instanceof HomelessEvent)) throw error;
      this.#unavailable = sayHomeless(error.event);
      return false;
    }
  }

  #keepNew(graph: StateGraph, past: Past, first: PreparedCommand, second: PreparedCommand): boolean {
    const shown = new Set(graph.labels);
    let isNew = false;
    for (const verdict of VERDICTS) {
      const marked = VERDICT_LABELS[verdict];
      if (![...shown].some((label) => marked[label])) continue;
      const known = this.#hits[verdict];
      if (known && (known.past.length < past.length || known.schedule.length <= SHORTEST)) continue;
      const commands = new WitnessFinder(graph).find(marked);
      if (commands === null || (known && known.schedule.length <= commands.length)) continue;
      this.#hits[verdict] = this.#makeHit(past, first, second, commands);
      isNew ||= known === undefined;
    }
    return isNew;
  }

  #makeHit(past: Past, first: PreparedCommand, second: PreparedCommand, commands: readonly number[]): Hit {
    const given = past.records.map(({ fact }): GivenEvent => ({ event: fact.type, data: fact.data }));
    const issued = [first, second].map(({ command, data }) => ({ command: command.name, data }));
    const race: Race = { name: this.#name, given, commands: issued };
    const prepared = prepareRace(this.#model, race, this.#strategy);
    if ('unavailable' in prepared)
      throw new Error(`a race that was run cannot be prepared: ${prepared.unavailable}`);
    return { past: listSteps(past), race, schedule: nameSteps(prepared, commands) };
  }

  #contenderOf(command: PreparedCommand): Contender {
    const known = this.#contenders.get(command);
    if (known) return known;
    const run = startRun(this.#model, STRATEGIES[this.#strategy], command);
    const contender = { run, automaton: this.#tables.makeAutomaton(run, ATTEMPTS) };
    this.#contenders.set(command, contender);
    return contender;
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
