import type { LogRecord } from '../../strategies/guard.ts';
import type { BatchTable } from '../batch-table.ts';
import { DONE } from '../command-automaton.ts';
import type { LocalStep } from '../racing.ts';
import type { CutOff, PolicyJoin } from '../result.ts';
import { namePlace } from './list-places.ts';
import type { PlaceAutomaton } from './place-automaton.ts';
import { type Joining, listJoining, type PolicyPlan } from './policy-plan.ts';

/** Puts the commands of policies into the states of a race, and keeps what it met on the way. */
export class PolicyJoins {
  readonly #plan: PolicyPlan;
  readonly #batches: BatchTable;
  readonly #automata: ReadonlyMap<number, PlaceAutomaton>;
  readonly #children = new Map<number, number[]>();
  readonly #known = new Map<string, readonly Joining[]>();
  readonly #joined = new Set<number>();
  readonly #cutOff = new Map<string, CutOff>();

  /** `automata` are those of the places, in their order. */
  constructor(plan: PolicyPlan, automata: readonly PlaceAutomaton[], batches: BatchTable) {
    this.#plan = plan;
    this.#batches = batches;
    this.#automata = new Map(
      plan.places.flatMap(({ command }, index) => {
        const automaton = automata[index];
        return automaton ? [[command, automaton] as const] : [];
      }),
    );
    for (const { command, after } of plan.places)
      this.#children.set(after, [...(this.#children.get(after) ?? []), command]);
  }

  /** Lets those join whom the batch that a command has just appended sets off (P3). `state` is where it stood before. */
  join(row: Int32Array, command: number, state: number, { batch, earlier }: LocalStep): void {
    const key = `${command} ${state}`;
    const joining = this.#known.get(key) ?? this.#list(command, this.#batches.recordsOf(batch), earlier);
    this.#known.set(key, joining);
    for (const one of joining) {
      if (one.place === null) continue;
      const { command: number } = one.place;
      const automaton = this.#automata.get(number);
      if (automaton) row[number] = automaton.join(row[number] as number, one);
    }
  }

  /** Once a command has ended, nobody joins because of it any more, nor because of those who would have. */
  close(row: Int32Array, command: number): void {
    for (const child of this.#children.get(command) ?? []) {
      if (this.#automata.get(child)?.phaseOf(row[child] as number) !== 'absent') continue;
      row[child] = DONE;
      this.close(row, child);
    }
  }

  /** Who joined in any of the states that were looked at, by number (P4). */
  get joins(): readonly PolicyJoin[] {
    return this.#plan.places.filter(({ command }) => this.#joined.has(command)).map(namePlace);
  }

  /** Where somebody would have joined, had there been a place (P6). */
  get cutOff(): readonly CutOff[] {
    return [...this.#cutOff.values()].sort(
      (a, b) => a.after - b.after || compare(a.on, b.on) || compare(a.policy, b.policy),
    );
  }

  #list(command: number, written: readonly LogRecord[], earlier: readonly LogRecord[]): readonly Joining[] {
    const joining = listJoining(this.#plan, command, written, earlier);
    for (const one of joining) {
      if (one.place !== null) this.#joined.add(one.place.command);
      else
        this.#cutOff.set(
          `${command} ${one.reaction.policy.name} ${one.record.fact.type}`,
          tellCutOff(command, one),
        );
    }
    return joining;
  }
}

/** Who would have joined, and because of what. */
export function tellCutOff(command: number, { reaction, record }: Joining): CutOff {
  return {
    after: command,
    on: record.fact.type,
    policy: reaction.policy.name,
    issues: reaction.issues.name,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
