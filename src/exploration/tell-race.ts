import type { CompiledModel } from '../decision/compiled-model.ts';
import type { Race } from '../model/schema.ts';
import type { StrategyId } from '../strategies/program.ts';
import { sayHomeless } from '../strategies/say-homeless.ts';
import { followSteps, sayMissing } from './follow-schedule.ts';
import { buildAutomata, prepareRace } from './prepare-race.ts';
import { RaceWalk, START } from './race-walk.ts';
import type { ToldStep, Unavailable } from './result.ts';
import { HomelessEvent } from './take-step.ts';
import { tellSchedule } from './tell.ts';
import type { Swap, ToldRace } from './told-race.ts';

export interface TellOptions {
  /** Whether the steps that are still to come are added, always the lowest command that can go on. */
  readonly complete: boolean;
}

/**
 * A schedule told step by step, with the ways that lead off it: who else could have gone on at each step, and what
 * comes of letting two neighbours change places (see `Swap`). `order` names who takes each step, counted from 0.
 * Returns a sentence when the race cannot be run or a command has no step to take where it should.
 */
export function tellRace(
  model: CompiledModel,
  race: Race,
  strategy: StrategyId,
  order: readonly number[],
  { complete }: TellOptions,
): ToldRace | Unavailable {
  const prepared = prepareRace(model, race, strategy);
  if ('unavailable' in prepared) return prepared;
  try {
    const walk = new RaceWalk(buildAutomata(model, prepared));
    const states = walkAlong(walk, order);
    if ('unavailable' in states) return states;
    const rest = complete ? walk.finish(states.at(-1) ?? START) : [];
    const whole = [...order, ...rest];
    const told = tellSchedule(model, race, strategy, whole);
    if ('unavailable' in told) return told;
    const all = walkAlong(walk, whole);
    if ('unavailable' in all) return all;
    const swaps = told.steps.slice(1).map((_, index) => judgeSwap(walk, all, told.steps, index, complete));
    return { ...told, order: whole, enabled: all.map((state) => walk.enabledIn(state)), swaps };
  } catch (error) {
    if (!(error instanceof HomelessEvent)) throw error;
    return { unavailable: sayHomeless(error.event) };
  }
}

/** The states before each step and after the last. */
function walkAlong(walk: RaceWalk, order: readonly number[]): readonly number[] | Unavailable {
  const states = [START];
  for (const [index, command] of order.entries()) {
    const state = states[index] ?? START;
    if (walk.nextOf(state, command) === null) return { unavailable: sayMissing(index, command) };
    states.push(walk.step(state, command).next);
  }
  return states;
}

function judgeSwap(
  walk: RaceWalk,
  states: readonly number[],
  steps: readonly ToldStep[],
  index: number,
  complete: boolean,
): Swap {
  const [first, second] = [steps[index], steps[index + 1]];
  const [before, between, after] = states.slice(index);
  if (!first || !second || before === undefined || between === undefined)
    throw new Error(`there are no two steps at ${index}`);
  if (first.command === second.command) return { kind: 'same-command' };
  if (walk.isAbsent(before, second.command)) return { kind: 'joins' };
  if (walk.nextOf(before, second.command) === null) return { kind: 'waits' };
  const ahead = walk.step(before, second.command);
  const behind = walk.step(ahead.next, first.command);
  const showSame =
    ahead.label === walk.step(between, second.command).label &&
    behind.label === walk.step(before, first.command).label;
  const swapped = [...steps.slice(0, index), second, first, ...steps.slice(index + 2)];
  if (showSame && behind.next === after) {
    const order = swapped.map(({ command }) => command);
    const isReordered = hasWritten(first) && hasWritten(second);
    return isReordered ? { kind: 'dependent', order, onlyLog: true } : { kind: 'independent', order };
  }
  const followed = followSteps(walk, swapped);
  const order = complete ? [...followed, ...walk.finish(endOf(walk, followed))] : followed;
  return { kind: 'dependent', order, onlyLog: false };
}

function hasWritten({ wrote = [] }: ToldStep): boolean {
  return wrote.length > 0;
}

function endOf(walk: RaceWalk, order: readonly number[]): number {
  return order.reduce((state, command) => walk.step(state, command).next, START);
}
