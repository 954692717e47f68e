import { everyRule, type FoldState } from '../../decision/decide.ts';
import type { Decision } from '../../decision/decision.ts';
import { isSameDecision } from '../../decision/same-decision.ts';
import { StateTable } from '../../lib/state-table.ts';
import { type CommandRun, decideLeg, planLegs, seesRecord } from '../../strategies/command-run.ts';
import type { LogRecord } from '../../strategies/guard.ts';
import type { BatchTable } from '../batch-table.ts';
import type { FoldTable } from '../fold-table.ts';
import { judgeAppend } from '../judge.ts';
import type { Verdict } from '../result.ts';
import { HomelessEvent } from '../take-step.ts';
import { findOvertaken, type Overtaken } from './find-overtaken.ts';

/** What a command does that reads a view. */
export interface Standing {
  readonly decision: Decision;
  /** What its first append writes, as a batch; 0 when it ends at the read (S2). */
  readonly batch: number;
  /** Whether that is all it writes: a saga can go on in other streams (S6). */
  readonly isWhole: boolean;
}

/** What becomes of a command's decision when somebody appends a batch after the read. */
export interface Change {
  /** The view with the batch. */
  readonly view: number;
  readonly standing: Standing;
  /** What a guard that lets everything through does with the decision of before (V1, V4, V5). */
  readonly verdict: Verdict;
  /** By which constraints the decision is another one; null where it is the same, or nothing was to be appended. */
  readonly overtaken: Overtaken | null;
  /** The types of the batch's events that change the decision by themselves; none where nothing was to be appended. */
  readonly causes: readonly string[];
}

/**
 * All views of one command that are met in a search, as numbers: views in which all its projections have equal values
 * are one. What it decides on each, and what a batch does to it, is worked out once.
 */
export class CommandViews {
  /** The keys of its projections, in order: a view is a row with the number of each one's value. */
  readonly keys: readonly string[];
  readonly #run: CommandRun;
  readonly #folds: readonly FoldTable[];
  readonly #batches: BatchTable;
  readonly #rows: StateTable;
  readonly #standings: Standing[] = [];
  readonly #changes: Map<number, Change>[] = [];

  /** `folds` are the tables of the command's projections, in order. */
  constructor(run: CommandRun, folds: readonly FoldTable[], batches: BatchTable) {
    this.keys = run.command.projections.map(({ key }) => key);
    this.#run = run;
    this.#folds = folds;
    this.#batches = batches;
    this.#rows = new StateTable(Math.max(1, folds.length));
  }

  /** How many views were met. */
  get size(): number {
    return this.#rows.size;
  }

  /** The number of a view. The row has a number for each projection, and at least one. */
  intern(row: Int32Array): number {
    return this.#rows.insert(row);
  }

  /** What the command does on a view. Throws `HomelessEvent`. */
  standingAt(view: number): Standing {
    this.#standings[view] ??= this.#stand(view);
    return this.#standings[view];
  }

  /** What a batch does to the command's decision on a view. Throws `HomelessEvent`. */
  changeBy(view: number, batch: number): Change {
    this.#changes[view] ??= new Map();
    const known = this.#changes[view];
    const change = known.get(batch) ?? this.#change(view, batch);
    known.set(batch, change);
    return change;
  }

  /** The view once some records are appended. */
  after(view: number, records: readonly LogRecord[]): number {
    const row = this.#read(view);
    for (const [projection, fold] of this.#folds.entries()) {
      for (const record of records) {
        if (seesRecord(this.#run, projection, record)) {
          row[projection] = fold.step(row[projection] as number, record);
        }
      }
    }
    return this.#rows.insert(row);
  }

  #stand(view: number): Standing {
    const decision = decideLeg(this.#run, null, 0, this.#statesAt(view), everyRule);
    if (decision.kind !== 'accepted' || decision.events.length === 0) {
      return { decision, batch: 0, isWhole: true };
    }
    const plan = planLegs(this.#run, decision.events);
    if ('homeless' in plan) throw new HomelessEvent(plan.homeless);
    return { decision, batch: this.#batches.intern(plan[0]?.records ?? []), isWhole: plan.length <= 1 };
  }

  #change(view: number, batch: number): Change {
    const after = this.after(view, this.#batches.recordsOf(batch));
    const [stale, standing] = [this.standingAt(view), this.standingAt(after)];
    const states = this.#statesAt(after);
    const tolerant = () => decideLeg(this.#run, null, 0, states, ({ constraint }) => !constraint.relaxed);
    const { verdict } = judgeAppend(false, stale.decision, standing.decision, tolerant);
    if (verdict === 'safe' || stale.batch === 0) {
      return { view: after, standing, verdict, overtaken: null, causes: [] };
    }
    const overtaking = { run: this.#run, plan: null, leg: 0, seen: this.#statesAt(view), now: states };
    const overtaken = findOvertaken(overtaking);
    return { view: after, standing, verdict, overtaken, causes: this.#findCauses(view, batch) };
  }

  #findCauses(view: number, batch: number): readonly string[] {
    const { decision } = this.standingAt(view);
    const records = this.#batches.recordsOf(batch);
    return listTypes(records).filter((type) => {
      const after = this.after(
        view,
        records.filter(({ fact }) => fact.type === type),
      );
      return !isSameDecision(this.standingAt(after).decision, decision);
    });
  }

  #statesAt(view: number): readonly FoldState[] {
    const row = this.#read(view);
    return this.#folds.map((fold, projection) => fold.stateOf(row[projection] as number));
  }

  #read(view: number): Int32Array {
    const row = new Int32Array(Math.max(1, this.#folds.length));
    this.#rows.read(view, row);
    return row;
  }
}

/** The types of some records, each once, by name. */
export function listTypes(records: readonly LogRecord[]): readonly string[] {
  return [...new Set(records.map(({ fact }) => fact.type))].sort();
}
