import { keyOfCel } from '../decision/cel-value.ts';
import type { CompiledModel } from '../decision/compiled-model.ts';
import { type FoldState, foldEvent, startFold } from '../decision/decide.ts';
import type { ProjectionInstance } from '../decision/prepare.ts';
import type { LogRecord } from '../strategies/guard.ts';

/** The values one projection takes in a race, numbered by value, with every fold step evaluated once and remembered. */
export class FoldTable {
  readonly #model: CompiledModel;
  readonly #instance: ProjectionInstance;
  readonly #states: FoldState[] = [];
  readonly #ids = new Map<string, number>();
  readonly #steps = new Map<LogRecord, number[]>();

  constructor(model: CompiledModel, instance: ProjectionInstance) {
    this.#model = model;
    this.#instance = instance;
    this.#intern(startFold(instance));
  }

  /** The value with this number; 0 is the initial one. */
  stateOf(id: number): FoldState {
    return this.#states[id] as FoldState;
  }

  /** The number of the value after one more record that the projection sees. Records are compared by identity. */
  step(id: number, record: LogRecord): number {
    const known = this.#steps.get(record) ?? [];
    this.#steps.set(record, known);
    known[id] ??= this.#intern(
      foldEvent(this.#model, this.#instance, this.stateOf(id), { ...record.fact, time: record.time }),
    );
    return known[id];
  }

  #intern(state: FoldState): number {
    const key = keyOfFold(state);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    this.#ids.set(key, this.#states.length);
    return this.#states.push(state) - 1;
  }
}

/** A text that two values of a projection share exactly when they are equal. All failures are: whatever failed, the decision is an error (D7, D8). */
export function keyOfFold(state: FoldState): string {
  return 'failure' in state ? '!' : keyOfCel(state.value);
}
