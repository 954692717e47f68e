import { decideOn, everyRule } from '../../decision/decide.ts';
import type { PreparedCommand, ProjectionInstance } from '../../decision/prepare.ts';
import { matchesItem } from '../../decision/query.ts';
import { StateTable } from '../../lib/state-table.ts';
import type { LogRecord } from '../../strategies/guard.ts';
import { BatchTable } from '../batch-table.ts';
import type { FoldTable } from '../fold-table.ts';
import type { PastStep } from '../matrix-result.ts';
import type { SharedTables } from '../shared-tables.ts';

/** Something that can happen next in a past: a command that is run, or an event that is given. */
export type Candidate =
  | {
      readonly step: PastStep;
      readonly prepared: PreparedCommand;
      record(fact: LogRecord['fact']): LogRecord;
    }
  | { readonly step: PastStep; readonly given: LogRecord };

/** A past, as its last step and what came before; the empty past has neither. */
export interface Past {
  readonly before: Past | null;
  readonly step: PastStep | null;
  readonly length: number;
  /** The records of the whole past, in order: the same objects each time. */
  readonly records: readonly LogRecord[];
  /** The values of all tracked projections, as numbers of their fold tables. */
  readonly values: Int32Array;
}

/** The steps of a past, in order. */
export function listSteps(past: Past): readonly PastStep[] {
  return past.before === null || past.step === null ? [] : [...listSteps(past.before), past.step];
}

/**
 * All logs that the candidates can make, one step longer each time. Two pasts that leave all tracked projections equal
 * are one, the shortest and first found: whatever comes after them is the same (M2).
 */
export class PastSearch {
  readonly #candidates: readonly Candidate[];
  readonly #tracked: readonly ProjectionInstance[];
  readonly #places: ReadonlyMap<string, number>;
  readonly #folds: readonly FoldTable[];
  readonly #seen: StateTable;
  readonly #batches = new BatchTable();
  readonly #decided = new Map<Candidate, Map<string, number>>();
  readonly #effects: (readonly (readonly [number, readonly LogRecord[]])[])[] = [];
  #frontier: readonly Past[];

  /** `roots` are the commands that will race after the past. */
  constructor(candidates: readonly Candidate[], roots: readonly PreparedCommand[], shared: SharedTables) {
    this.#candidates = candidates;
    const prepared = [...roots, ...candidates.flatMap((one) => ('prepared' in one ? [one.prepared] : []))];
    const instances = new Map(
      prepared.flatMap(({ projections }) => projections.map((instance) => [instance.key, instance])),
    );
    this.#tracked = [...instances.values()];
    this.#places = new Map(this.#tracked.map(({ key }, place) => [key, place]));
    this.#folds = this.#tracked.map((instance) => shared.foldsOf(instance));
    this.#seen = new StateTable(Math.max(1, this.#tracked.length));
    const empty = {
      before: null,
      step: null,
      length: 0,
      records: [],
      values: new Int32Array(Math.max(1, this.#tracked.length)),
    };
    this.#seen.insert(empty.values);
    this.#frontier = [empty];
  }

  /** The pasts of the present length that are new. */
  get frontier(): readonly Past[] {
    return this.#frontier;
  }

  /** How many different pasts were found so far. */
  get size(): number {
    return this.#seen.size;
  }

  /** Makes all pasts one step longer. Yields now and then; returns false when there are more than `most` pasts, and then the frontier is incomplete. */
  *deepen(most: number): Generator<void, boolean> {
    const longer: Past[] = [];
    for (const past of this.#frontier) {
      yield;
      for (const candidate of this.#candidates) {
        const next = this.#extend(past, candidate);
        if (next !== null) longer.push(next);
        if (this.#seen.size > most) return false;
      }
    }
    this.#frontier = longer;
    return true;
  }

  /** The number of the value of each of a command's projections after a past. */
  valuesOf(past: Past, { projections }: PreparedCommand): readonly number[] {
    return projections.map(({ key }) => past.values[this.#places.get(key) ?? 0] ?? 0);
  }

  #extend(past: Past, candidate: Candidate): Past | null {
    const batch = this.#batchOf(past, candidate);
    if (batch === 0) return null;
    const values = past.values.slice();
    for (const [place, records] of this.#effectsOf(batch)) {
      const fold = this.#folds[place] as FoldTable;
      values[place] = records.reduce((id, record) => fold.step(id, record), values[place] as number);
    }
    const size = this.#seen.size;
    if (this.#seen.insert(values) < size) return null;
    const records = [...past.records, ...this.#batches.recordsOf(batch)];
    return { before: past, step: candidate.step, length: past.length + 1, records, values };
  }

  /** What a candidate appends after a past; 0 when it is not accepted or appends nothing. */
  #batchOf(past: Past, candidate: Candidate): number {
    if ('given' in candidate) return this.#batches.intern([candidate.given]);
    const known = this.#decided.get(candidate) ?? new Map<string, number>();
    this.#decided.set(candidate, known);
    const numbers = this.valuesOf(past, candidate.prepared);
    const key = numbers.join();
    const decided = known.get(key) ?? this.#decide(candidate, numbers);
    known.set(key, decided);
    return decided;
  }

  #decide(candidate: Extract<Candidate, { prepared: unknown }>, numbers: readonly number[]): number {
    const { prepared } = candidate;
    const view = prepared.projections.map(({ key }, i) => {
      const fold = this.#folds[this.#places.get(key) ?? 0] as FoldTable;
      return fold.stateOf(numbers[i] as number);
    });
    const decision = decideOn(prepared, view, everyRule);
    if (decision.kind !== 'accepted') return 0;
    return this.#batches.intern(decision.events.map((fact) => candidate.record(fact)));
  }

  /** Which tracked projections a batch changes, and by which of its records. */
  #effectsOf(batch: number): readonly (readonly [number, readonly LogRecord[]])[] {
    this.#effects[batch] ??= this.#tracked.flatMap(({ item }, place) => {
      const records = this.#batches.recordsOf(batch).filter(({ fact }) => matchesItem(item, fact));
      return records.length > 0 ? [[place, records] as const] : [];
    });
    return this.#effects[batch];
  }
}
