import type { CompiledModel } from '../decision/compiled-model.ts';
import type { Race } from '../model/schema.ts';
import type { StrategyId } from '../strategies/program.ts';
import { sayHomeless } from '../strategies/say-homeless.ts';
import { PathCounter } from './count-paths.ts';
import { STATE_LIMIT } from './explore.ts';
import { FINDING_KEYS, type FindingKey } from './findings.ts';
import { type Label, labelsOf } from './label.ts';
import { buildAutomata, prepareRace } from './prepare-race.ts';
import type { Unavailable } from './result.ts';
import { buildGraph, type Progress, type StateGraph } from './state-graph.ts';
import { HomelessEvent } from './take-step.ts';

/** All schedules of a race with what each shows, the worst first, then in the order of their commands; null where there are too many to list. */
export interface ScheduleList {
  /** A decimal string. */
  readonly total: string;
  readonly schedules: readonly ListedSchedule[] | null;
}

export interface ListedSchedule {
  /** Who takes each step, counted from 0. */
  readonly order: readonly number[];
  /** What it shows, the worst first. */
  readonly findings: readonly FindingKey[];
}

/**
 * Lists every schedule of a race under a strategy where there are at most `most`; counts them in any case. Yields its
 * progress from time to time. Returns a sentence where the race cannot be run (S4) or has too many states to be counted (X6).
 */
export function* listSchedules(
  model: CompiledModel,
  race: Race,
  strategy: StrategyId,
  most: number,
): Generator<Progress, ScheduleList | Unavailable> {
  const prepared = prepareRace(model, race, strategy);
  if ('unavailable' in prepared) return prepared;
  try {
    const graph = yield* buildGraph(buildAutomata(model, prepared), STATE_LIMIT);
    if (graph === null) return { unavailable: 'There are too many schedules to count' };
    const { schedules } = new PathCounter(graph);
    const isShort = schedules <= BigInt(most);
    return { total: String(schedules), schedules: isShort ? rank(walkAll(graph)) : null };
  } catch (error) {
    if (!(error instanceof HomelessEvent)) throw error;
    return { unavailable: sayHomeless(error.event) };
  }
}

/** Every path of the graph, in the order of its commands. */
function walkAll({ edgeStart, targets, commands, labels }: StateGraph): ListedSchedule[] {
  const found: ListedSchedule[] = [];
  const walk = (state: number, order: readonly number[], shown: readonly Label[]): void => {
    const [from, to] = [edgeStart[state] as number, edgeStart[state + 1] as number];
    if (from === to) found.push({ order, findings: findingsOfLabels(shown) });
    for (let edge = from; edge < to; edge++) {
      walk(targets[edge] as number, [...order, commands[edge] as number], [...shown, labels[edge] as number]);
    }
  };
  walk(0, [], []);
  return found;
}

/** Everything the steps show, and “safe” only where nothing else is. */
function findingsOfLabels(labels: readonly Label[]): readonly FindingKey[] {
  const found = FINDING_KEYS.filter((key) => labels.some((label) => MARKED[key][label]));
  return found.length > 1 ? found.filter((key) => key !== 'safe') : found;
}

const MARKED = Object.fromEntries(FINDING_KEYS.map((key) => [key, markedBy(key)])) as {
  readonly [K in FindingKey]: Uint8Array;
};

function markedBy(key: FindingKey): Uint8Array {
  if (key === 'violation') return labelsOf('violation');
  return key === 'partial' || key === 'error' ? labelsOf('outcome', key) : labelsOf('verdict', key);
}

function rank(schedules: readonly ListedSchedule[]): readonly ListedSchedule[] {
  // Sorting keeps the order of what is equally bad.
  return schedules.toSorted((one, other) => compareFindings(one.findings, other.findings));
}

function compareFindings(one: readonly FindingKey[], other: readonly FindingKey[]): number {
  const places = [one, other].map((keys) => keys.map((key) => FINDING_KEYS.indexOf(key)));
  const [left = [], right = []] = places;
  const length = Math.max(left.length, right.length);
  for (let i = 0; i < length; i++) {
    const difference = (left[i] ?? FINDING_KEYS.length) - (right[i] ?? FINDING_KEYS.length);
    if (difference !== 0) return difference;
  }
  return 0;
}
