import type { PreparedCommand, ProjectionInstance } from '../../decision/prepare.ts';
import { matchesItem } from '../../decision/query.ts';
import { StateTable } from '../../lib/state-table.ts';
import type { LogRecord } from '../../strategies/guard.ts';
import type { FoldTable } from '../fold-table.ts';
import type { PastStep } from '../matrix-result.ts';
import type { CommandViews } from './command-views.ts';
import type { SearchTables } from './search-tables.ts';

/** Something that can happen next in a past: a command that is run, or an event that is given. */
export type Candidate =
  | { readonly step: PastStep; readonly prepared: PreparedCommand }
  | { readonly step: PastStep; readonly given: LogRecord };

/** A past, as its last step and what came before; the empty past has neither. */
export interface Past {
  readonly before: Past | null;
  readonly step: PastStep | null;
  readonly length: number;
  /** What the last step appended. */
  readonly appended: readonly LogRecord[];
  /** The values of all tracked projections, as numbers of their fold tables. */
  readonly values: Int32Array;
}

/** The steps of a past, in order. */
export function listSteps(past: Past): readonly PastStep[] {
  return past.before === null || past.step === null ? [] : [...listSteps(past.before), past.step];
}

/** The records of a past, in order: the same objects each time. */
export function listRecords(past: Past): readonly LogRecord[] {
  return past.before === null ? [] : [...listRecords(past.before), ...past.appended];
}

/** Where a command's projections stand among the tracked ones, and a row to put their values in. */
interface Eyes {
  readonly views: CommandViews;
  readonly places: readonly number[];
  readonly row: Int32Array;
}

function look({ views, places, row }: Eyes, { values }: Past): number {
  for (let i = 0; i < places.length; i++) row[i] = values[places[i] as number] as number;
  return views.intern(row);
}

/** What a batch does to the tracked projections: which change, and by which of its records. */
type Effects = readonly { readonly place: number; readonly records: readonly LogRecord[] }[];

/**
 * All logs that the candidates can make, one step longer each time. Two pasts that leave all tracked projections equal
 * are one, the shortest and first found: whatever comes after them is the same (M2).
 */
export class PastSearch {
  readonly #candidates: readonly { readonly step: PastStep; readonly source: Eyes | number }[];
  readonly #tables: SearchTables;
  readonly #tracked: readonly ProjectionInstance[];
  readonly #folds: readonly FoldTable[];
  readonly #seen: StateTable;
  readonly #eyes = new Map<CommandViews, Eyes>();
  readonly #effects: Effects[] = [];
  /** The values of the past that is being made. */
  readonly #next: Int32Array;
  #frontier: readonly Past[];

  /** `roots` are the commands that will race after the past. */
  constructor(candidates: readonly Candidate[], roots: readonly PreparedCommand[], tables: SearchTables) {
    const prepared = [...roots, ...candidates.flatMap((one) => ('prepared' in one ? [one.prepared] : []))];
    const instances = new Map(
      prepared.flatMap(({ projections }) => projections.map((instance) => [instance.key, instance])),
    );
    this.#tables = tables;
    this.#tracked = [...instances.values()];
    this.#folds = this.#tracked.map((instance) => tables.foldsOf(instance));
    this.#candidates = candidates.map((one) => ({
      step: one.step,
      source:
        'given' in one ? tables.batches.intern([one.given]) : this.#eyesOf(tables.viewsOf(one.prepared)),
    }));
    this.#next = new Int32Array(Math.max(1, this.#tracked.length));
    this.#seen = new StateTable(this.#next.length);
    this.#seen.insert(this.#next);
    this.#frontier = [{ before: null, step: null, length: 0, appended: [], values: this.#next.slice() }];
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
      for (const { step, source } of this.#candidates) {
        const batch = typeof source === 'number' ? source : source.views.standingAt(look(source, past)).batch;
        if (!this.#isNewAfter(past, batch)) continue;
        const appended = this.#tables.batches.recordsOf(batch);
        const values = this.#next.slice();
        longer.push({ before: past, step, length: past.length + 1, appended, values });
        if (this.#seen.size > most) return false;
      }
    }
    this.#frontier = longer;
    return true;
  }

  /** What a root or a candidate sees after a past, as a number of its views. */
  viewOf(past: Past, views: CommandViews): number {
    const known = this.#eyes.get(views) ?? this.#eyesOf(views);
    this.#eyes.set(views, known);
    return look(known, past);
  }

  #eyesOf(views: CommandViews): Eyes {
    const places = views.keys.map((key) => this.#tracked.findIndex((instance) => instance.key === key));
    return { views, places, row: new Int32Array(Math.max(1, places.length)) };
  }

  /** Whether a batch after a past leaves the projections as nothing did before; `#next` holds their values then. */
  #isNewAfter(past: Past, batch: number): boolean {
    const effects = this.#effectsOf(batch);
    if (effects.length === 0) return false;
    this.#next.set(past.values);
    for (const { place, records } of effects) {
      const fold = this.#folds[place] as FoldTable;
      let value = past.values[place] as number;
      for (const record of records) value = fold.step(value, record);
      this.#next[place] = value;
    }
    const size = this.#seen.size;
    return this.#seen.insert(this.#next) === size;
  }

  #effectsOf(batch: number): Effects {
    this.#effects[batch] ??= this.#tracked.flatMap(({ item }, place) => {
      const records = this.#tables.batches.recordsOf(batch).filter(({ fact }) => matchesItem(item, fact));
      return records.length > 0 ? [{ place, records }] : [];
    });
    return this.#effects[batch];
  }
}
