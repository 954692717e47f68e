import type { CompiledModel } from '../../decision/compiled-model.ts';
import type { LogRecord } from '../../strategies/guard.ts';
import { type CommandAutomaton, DONE } from '../command-automaton.ts';
import type { LocalStep, Phase, Racing } from '../racing.ts';
import type { SharedTables } from '../shared-tables.ts';
import type { PolicyPlace } from './list-places.ts';
import { type Joining, type PolicyPlan, runJoining } from './policy-plan.ts';

/** The number of the state in which nobody has joined and nothing was appended yet. */
export const ABSENT = 1;

interface History {
  readonly batches: readonly number[];
}
interface Joined {
  readonly variant: number;
  readonly local: number;
}

/**
 * The command of a place as an automaton over numbered states. Before it joins, its state is the order of the batches
 * that hold an event its checks may read: what it will see when it reads depends on nothing else. From then on it is
 * the automaton of the command with its data, of which there is one for all ways to the same data.
 */
export class PlaceAutomaton implements Racing {
  readonly #plan: PolicyPlan;
  readonly #shared: SharedTables;
  readonly #given: readonly LogRecord[];
  readonly #attempts: number;
  /** The types that the command's checks read. */
  readonly #types: ReadonlySet<string>;
  /** The first is the end, which stands for itself. */
  readonly #states: (History | Joined)[] = [{ variant: -1, local: DONE }, { batches: [] }];
  readonly #ids = new Map<string, number>([['after ', ABSENT]]);
  readonly #variants: CommandAutomaton[] = [];
  readonly #variantIds = new Map<string, number>();
  readonly #locks: (readonly string[])[] = [];
  readonly #steps: LocalStep[] = [];
  readonly #observed: number[][] = [];

  constructor(
    plan: PolicyPlan,
    place: PolicyPlace,
    shared: SharedTables,
    given: readonly LogRecord[],
    attempts: number,
  ) {
    this.#plan = plan;
    this.#shared = shared;
    this.#given = given;
    this.#attempts = attempts;
    this.#types = listTypes(plan.model, place.issues);
  }

  phaseOf(id: number): Phase {
    if (id === DONE) return 'done';
    const state = this.#stateOf(id);
    return 'batches' in state ? 'absent' : this.#variantOf(state).phaseOf(state.local);
  }

  locksOf(id: number): readonly string[] {
    const state = this.#stateOf(id);
    return 'batches' in state ? [] : (this.#locks[state.variant] ?? []);
  }

  /** The state in which the command has joined and not started (P3). */
  join(id: number, joining: Joining): number {
    const state = this.#stateOf(id);
    if (!('batches' in state)) throw new Error('a command joins only once');
    const variant = this.#internVariant(joining);
    const automaton = this.#variants[variant] as CommandAutomaton;
    const records = state.batches.flatMap((batch) => this.#shared.batches.recordsOf(batch));
    return this.#internJoined(variant, automaton.start([...this.#given, ...records]));
  }

  step(id: number): LocalStep {
    const known = this.#steps[id];
    if (known) return known;
    const state = this.#joinedOf(id);
    const step = this.#variantOf(state).step(state.local);
    const own = { ...step, next: this.#internJoined(state.variant, step.next) };
    this.#steps[id] = own;
    return own;
  }

  wait(id: number): number {
    const state = this.#joinedOf(id);
    return this.#internJoined(state.variant, this.#variantOf(state).wait(state.local));
  }

  grant(id: number): number {
    const state = this.#joinedOf(id);
    return this.#internJoined(state.variant, this.#variantOf(state).grant(state.local));
  }

  observe(id: number, batch: number): number {
    if (id === DONE) return DONE;
    this.#observed[id] ??= [];
    const known = this.#observed[id];
    known[batch] ??= this.#observe(id, batch);
    return known[batch];
  }

  #observe(id: number, batch: number): number {
    const state = this.#stateOf(id);
    if (!('batches' in state))
      return this.#internJoined(state.variant, this.#variantOf(state).observe(state.local, batch));
    const isRead = this.#shared.batches.recordsOf(batch).some(({ fact }) => this.#types.has(fact.type));
    if (!isRead) return id;
    const batches = [...state.batches, batch];
    return this.#intern(`after ${batches.join()}`, { batches });
  }

  #stateOf(id: number): History | Joined {
    return this.#states[id] as History | Joined;
  }

  #joinedOf(id: number): Joined {
    const state = this.#stateOf(id);
    if ('batches' in state) throw new Error('a command that has not joined has no step');
    return state;
  }

  #variantOf({ variant }: Joined): CommandAutomaton {
    return this.#variants[variant] as CommandAutomaton;
  }

  #internVariant(joining: Joining): number {
    const { reaction, record } = joining;
    const key = JSON.stringify([reaction.data, reaction.failure, record.time]);
    const known = this.#variantIds.get(key);
    if (known !== undefined) return known;
    const run = runJoining(this.#plan, joining);
    this.#variantIds.set(key, this.#variants.length);
    this.#locks.push(run.program.locks ?? []);
    return this.#variants.push(this.#shared.makeAutomaton(run, this.#attempts)) - 1;
  }

  #internJoined(variant: number, local: number): number {
    return local === DONE ? DONE : this.#intern(`${variant} ${local}`, { variant, local });
  }

  #intern(key: string, state: History | Joined): number {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    this.#ids.set(key, this.#states.length);
    return this.#states.push(state) - 1;
  }
}

function listTypes(model: CompiledModel, command: string): ReadonlySet<string> {
  const checks = model.commands.get(command)?.checks ?? [];
  return new Set(
    checks.flatMap(({ constraint }) => constraint.projections.flatMap(({ types }) => [...types])),
  );
}
