import type { CompiledModel } from '../decision/compiled-model.ts';
import type { Race } from '../model/schema.ts';
import type { StrategyId } from '../strategies/program.ts';
import { sayHomeless } from '../strategies/say-homeless.ts';
import { PathCounter } from './count-paths.ts';
import { WitnessFinder } from './find-witness.ts';
import { labelsOf } from './label.ts';
import { nameSteps } from './name-steps.ts';
import { buildAutomata, prepareRace } from './prepare-race.ts';
import type { RaceAutomata } from './race-automata.ts';
import { RaceWalk } from './race-walk.ts';
import {
  type Count,
  type Exploration,
  OUTCOMES,
  type Outcome,
  type ScheduleStep,
  type Unavailable,
  VERDICTS,
  type Verdict,
  type WitnessKey,
} from './result.ts';
import { buildGraph, type Progress, type StateGraph } from './state-graph.ts';
import { HomelessEvent } from './take-step.ts';

/** How many merged states are looked at before an exploration is given up: about 1 GB (X6). */
export const STATE_LIMIT = 2 ** 23;

export interface ExploreOptions {
  readonly limit?: number;
}

/** Explores a race under a strategy to the end: `exploreSteps` without stops. */
export function explore(
  model: CompiledModel,
  race: Race,
  strategy: StrategyId,
  options: ExploreOptions = {},
): Exploration | Unavailable {
  const steps = exploreSteps(model, race, strategy, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * Explores all schedules of a race under a strategy, exactly (X1–X6). Yields its progress from time to time: whoever
 * runs it may pause there or drop it. Returns why there is no result where the race cannot be run (S4), or where there
 * are more states than the limit.
 */
export function* exploreSteps(
  model: CompiledModel,
  race: Race,
  strategy: StrategyId,
  { limit = STATE_LIMIT }: ExploreOptions = {},
): Generator<Progress, Exploration | Unavailable> {
  const prepared = prepareRace(model, race, strategy);
  if ('unavailable' in prepared) return prepared;
  const automata = buildAutomata(model, prepared);
  try {
    const graph = yield* buildGraph(automata, limit);
    if (graph !== null) {
      const walk = new RaceWalk(automata);
      const told = tellPolicies(automata);
      const counted = yield* summarise(graph, (commands) => nameSteps(walk, commands));
      return { ...counted, ...told };
    }
    return {
      unavailable: `Given up after ${limit.toLocaleString('en')} states: take fewer commands or attempts`,
    };
  } catch (error) {
    if (!(error instanceof HomelessEvent)) throw error;
    return { unavailable: sayHomeless(error.event) };
  }
}

/** Who joins in any schedule, and where chains are cut off; to be asked once all states are found (P4, P6). */
function tellPolicies({ policies }: RaceAutomata): Pick<Exploration, 'joins' | 'cutOff'> {
  if (policies === null) return {};
  const { joins, cutOff } = policies;
  return { joins, ...(cutOff.length > 0 && { cutOff }) };
}

/** Counts all that the graph shows. Yields between the counts, for on a large graph each takes a while. */
function* summarise(
  graph: StateGraph,
  name: (commands: readonly number[]) => readonly ScheduleStep[],
): Generator<Progress, Exploration> {
  const counting: Progress = { states: graph.states, waiting: 0 };
  yield counting;
  const counter = new PathCounter(graph);
  const finder = new WitnessFinder(graph);
  const present = new Set(graph.labels);
  const occurs = (marked: Uint8Array) => [...present].some((label) => marked[label]);
  const verdicts: { [V in Verdict]?: Count } = {};
  const outcomes: { [O in Outcome]?: string } = {};
  const witnesses: { [K in WitnessKey]?: readonly ScheduleStep[] } = {};
  const show = (key: WitnessKey, marked: Uint8Array) => {
    const commands = finder.find(marked);
    if (commands !== null) witnesses[key] = name(commands);
  };
  const occurrences = new Map<Verdict, bigint>();
  for (const verdict of VERDICTS) {
    const marked = labelsOf('verdict', verdict);
    if (!occurs(marked)) continue;
    yield counting;
    occurrences.set(verdict, counter.countOccurrences(marked));
    verdicts[verdict] = {
      occurrences: String(occurrences.get(verdict)),
      schedules: String(counter.countSchedules(marked)),
      probability: counter.chanceOf(marked),
    };
    show(verdict, marked);
  }
  for (const outcome of OUTCOMES) {
    const marked = labelsOf('outcome', outcome);
    if (!occurs(marked)) continue;
    yield counting;
    outcomes[outcome] = String(counter.countOccurrences(marked));
    show(outcome === 'conflict' ? 'conflictOutcome' : outcome, marked);
  }
  const violating = labelsOf('violation');
  if (occurs(violating)) show('violation', violating);
  const share = (part: Verdict, other: Verdict) =>
    ratio(occurrences.get(part) ?? 0n, occurrences.get(other) ?? 0n);
  return {
    schedules: String(counter.schedules),
    verdicts,
    violations: occurs(violating) ? String(counter.countSchedules(violating)) : '0',
    violationProbability: occurs(violating) ? counter.chanceOf(violating) : 0,
    outcomes,
    witnesses,
    precision: share('conflict', 'falseConflict'),
    recall: share('conflict', 'missedConflict'),
    states: graph.states,
  };
}

/** part / (part + other), to a double's precision however large the counts; null when both are none. */
function ratio(part: bigint, other: bigint): number | null {
  const whole = part + other;
  if (whole === 0n) return null;
  // Beyond 2^1000 doubles end; the bits that are cut off are far below their precision.
  const shift = BigInt(Math.max(0, whole.toString(2).length - 1000));
  return Number(part >> shift) / Number(whole >> shift);
}
