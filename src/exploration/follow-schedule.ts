import type { CompiledModel } from '../decision/compiled-model.ts';
import type { Race } from '../model/schema.ts';
import type { StrategyId } from '../strategies/program.ts';
import { sayHomeless } from '../strategies/say-homeless.ts';
import { buildAutomata, prepareRace } from './prepare-race.ts';
import { RaceWalk, START } from './race-walk.ts';
import type { ScheduleStep, StepKind, Unavailable } from './result.ts';
import { HomelessEvent } from './take-step.ts';

/**
 * Who takes each step when a schedule that was made under one strategy is followed under another, as far as it goes.
 * For each of its steps that command goes on until it has taken a step of the same kind: it asks for a lock first where
 * it needs one, and what it cannot do while it waits it makes up for as soon as it is granted. Steps that a command no
 * longer has are passed over; steps that are left over at the end are not taken. Under the same strategy the schedule
 * stays as it is. Returns a sentence where either strategy cannot run the race, or the schedule does not fit its own.
 */
export function followSchedule(
  model: CompiledModel,
  race: Race,
  made: { readonly strategy: StrategyId; readonly order: readonly number[] },
  strategy: StrategyId,
): readonly number[] | Unavailable {
  try {
    const origin = startWalk(model, race, made.strategy);
    if ('unavailable' in origin) return origin;
    const steps = nameOrder(origin, made.order);
    if ('unavailable' in steps || made.strategy === strategy)
      return 'unavailable' in steps ? steps : made.order;
    const walk = startWalk(model, race, strategy);
    return 'unavailable' in walk ? walk : followSteps(walk, steps);
  } catch (error) {
    if (!(error instanceof HomelessEvent)) throw error;
    return { unavailable: sayHomeless(error.event) };
  }
}

function startWalk(model: CompiledModel, race: Race, strategy: StrategyId): RaceWalk | Unavailable {
  const prepared = prepareRace(model, race, strategy);
  return 'unavailable' in prepared ? prepared : new RaceWalk(buildAutomata(model, prepared));
}

/** The steps of an order of commands, or which of them there is not. */
function nameOrder(walk: RaceWalk, order: readonly number[]): readonly ScheduleStep[] | Unavailable {
  const steps: ScheduleStep[] = [];
  let state = START;
  for (const command of order) {
    const step = walk.nextOf(state, command);
    if (step === null) return { unavailable: sayMissing(steps.length, command) };
    steps.push({ command, step });
    state = walk.step(state, command).next;
  }
  return steps;
}

/** What is wrong with a schedule whose step, counted from 0, cannot be taken. */
export function sayMissing(index: number, command: number): string {
  return `Step ${index + 1}: #${command + 1} has no step to take there`;
}

/** Follows wanted steps as `followSchedule` says; for each, who takes a step. */
export function followSteps(walk: RaceWalk, wanted: readonly ScheduleStep[]): readonly number[] {
  const follower = new Follower(walk);
  for (const { command, step } of wanted) follower.want(command, step);
  return follower.order;
}

class Follower {
  readonly order: number[] = [];
  readonly #walk: RaceWalk;
  /** What each command still has to make up for, once it is granted. */
  readonly #owed = new Map<number, StepKind[]>();
  #state = START;

  constructor(walk: RaceWalk) {
    this.#walk = walk;
  }

  want(command: number, kind: StepKind): void {
    const owed = this.#owed.get(command);
    if (owed) owed.push(kind);
    else if (!this.#advance(command, kind)) this.#owed.set(command, [kind]);
    while (this.#makeUp());
  }

  /** Lets a command go on until it has taken a step of a kind. Returns false when it has to wait before that. */
  #advance(command: number, kind: StepKind): boolean {
    for (;;) {
      const next = this.#walk.nextOf(this.#state, command);
      if (next === null) return !this.#walk.isWaiting(this.#state, command);
      // Nothing has to be asked for here.
      if (kind === 'acquire' && next !== kind) return true;
      this.order.push(command);
      this.#state = this.#walk.step(this.#state, command).next;
      if (next === kind) return true;
    }
  }

  /** Lets one command that was granted meanwhile make up for what it owes; false when there is none. */
  #makeUp(): boolean {
    for (const [command, owed] of this.#owed) {
      const [kind] = owed;
      if (kind === undefined || !this.#advance(command, kind)) continue;
      owed.shift();
      if (owed.length === 0) this.#owed.delete(command);
      return true;
    }
    return false;
  }
}
