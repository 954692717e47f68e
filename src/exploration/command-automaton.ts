import type { FoldState, View } from '../decision/decide.ts';
import { keyOfDecision, keyOfFact } from '../decision/same-decision.ts';
import { type CommandRun, type Plan, seesRecord } from '../strategies/command-run.ts';
import { type LogRecord, trips } from '../strategies/guard.ts';
import type { BatchTable } from './batch-table.ts';
import type { FoldTable } from './fold-table.ts';
import { packLabel } from './label.ts';
import { writtenBefore } from './policies/policy-plan.ts';
import type { LocalStep, Racing } from './racing.ts';
import type { Verdict } from './result.ts';
import {
  type Control,
  decideNow,
  grantLock,
  type StepResult,
  startControl,
  takeAppend,
  takeRead,
} from './take-step.ts';

/** The number of the state in which a command has ended, in every automaton. */
export const DONE = 0;

/** The values of a command's projections, as numbers of their fold tables and as the states themselves. */
interface NumberedView {
  readonly id: number;
  readonly numbers: readonly number[];
  readonly states: readonly FoldState[];
}

interface LocalState {
  readonly control: Control;
  readonly view: NumberedView;
  /** Whether something that the guard describes was appended since the read. */
  readonly tripped: boolean;
  /** What a watcher wants to know at the append; null where nobody watches. */
  readonly since: SinceRead | null;
}

/** What was there at the read, and what came since. */
interface SinceRead {
  readonly view: NumberedView;
  /** The batches that were appended, in order. */
  readonly batches: readonly number[];
}

/** An append as a command can make it in some race, with what its verdict follows from. */
export interface WatchedAppend {
  readonly run: CommandRun;
  readonly plan: Plan;
  readonly leg: number;
  readonly verdict: Verdict;
  readonly seen: View;
  readonly now: View;
  /** The records since the read for which the guard stops it. */
  readonly tripping: readonly LogRecord[];
  /** What it would see if of all that came since only some records had. */
  readonly seeWith: (records: readonly LogRecord[]) => View;
}

/** Told of every append that can be reached, once for all races that it is equal in. */
export type AppendWatcher = (append: WatchedAppend) => void;

/**
 * One command of a race as a small automaton over numbered states. A state holds all of the past that the command's
 * future can depend on: where it stands, the values of its projections over what the others appended, what it decided,
 * and whether its guard has tripped. States and steps are worked out when they are first asked for, and remembered.
 */
export class CommandAutomaton implements Racing {
  readonly #run: CommandRun;
  readonly #attempts: number;
  readonly #folds: readonly FoldTable[];
  readonly #batches: BatchTable;
  readonly #nothing: NumberedView;
  readonly #watcher: AppendWatcher | null;
  readonly #states: LocalState[] = [];
  readonly #stateIds = new Map<string, number>();
  readonly #views = new Map<string, NumberedView>();
  readonly #steps: LocalStep[] = [];
  readonly #waits: number[] = [];
  readonly #grants: number[] = [];
  readonly #observed: number[][] = [];

  /** With a watcher there are more states: they are told apart by what an append is to be watched for. */
  constructor(
    run: CommandRun,
    attempts: number,
    folds: readonly FoldTable[],
    batches: BatchTable,
    watcher: AppendWatcher | null = null,
  ) {
    this.#run = run;
    this.#watcher = watcher;
    this.#attempts = attempts;
    this.#folds = folds;
    this.#batches = batches;
    this.#nothing = this.#internView(folds.map(() => 0));
    this.#intern({ control: { phase: 'done' }, view: this.#nothing, tripped: false, since: null });
  }

  /** The state in which a race begins after a past. Records are compared by identity where fold steps are remembered. */
  start(given: readonly LogRecord[]): number {
    const view = this.#foldRecords(this.#nothing, given);
    return this.#intern({
      control: startControl(this.#run, this.#attempts),
      view,
      tripped: false,
      since: null,
    });
  }

  phaseOf(id: number): Control['phase'] {
    return this.#stateOf(id).control.phase;
  }

  locksOf(): readonly string[] {
    return this.#run.program.locks ?? [];
  }

  /** The state after a read or an append of the command itself, with what it showed and appended. Throws `HomelessEvent`. */
  step(id: number): LocalStep {
    this.#steps[id] ??= this.#takeStep(this.#stateOf(id));
    return this.#steps[id];
  }

  /** The state of a command that asks for its locks and has to wait (S7). */
  wait(id: number): number {
    this.#waits[id] ??= this.#startWaiting(this.#stateOf(id));
    return this.#waits[id];
  }

  /** The state of a command that gets its locks, at once or after waiting (S7). */
  grant(id: number): number {
    this.#grants[id] ??= this.#startReading(this.#stateOf(id));
    return this.#grants[id];
  }

  /** The state after another command appended a batch. */
  observe(id: number, batch: number): number {
    const known = this.#observed[id] as number[];
    known[batch] ??= this.#foldBatch(id, batch);
    return known[batch];
  }

  #stateOf(id: number): LocalState {
    return this.#states[id] as LocalState;
  }

  #startWaiting({ view }: LocalState): number {
    const asked = decideNow(this.#run, view.states);
    return this.#intern({ control: { phase: 'wait', asked }, view, tripped: false, since: null });
  }

  #startReading({ control, view }: LocalState): number {
    const asked = control.phase === 'wait' ? control.asked : null;
    return this.#intern({ control: grantLock(this.#attempts, asked), view, tripped: false, since: null });
  }

  #takeStep(state: LocalState): LocalStep {
    const { control, view, tripped } = state;
    const result = this.#resultOf(control, view, tripped);
    this.#watch(state, result);
    const isRead = this.#watcher !== null && result.next.phase === 'append';
    const since = isRead ? { view, batches: [] } : null;
    const next = this.#intern({ control: result.next, view, tripped: false, since });
    const batch = this.#batches.intern(result.records);
    return { next, label: packLabel(result), batch, earlier: writtenBefore(control) };
  }

  #resultOf(control: Control, view: NumberedView, tripped: boolean): StepResult {
    if (control.phase === 'read') return takeRead(this.#run, control, view.states);
    if (control.phase === 'append')
      return takeAppend(this.#run, control, view.states, tripped, this.#attempts);
    throw new Error(`no step of its own while in phase ${control.phase}`);
  }

  #watch({ control, view, since }: LocalState, { verdict }: StepResult): void {
    if (control.phase !== 'append' || since === null || verdict === null) return;
    const { plan, leg } = control;
    const guard = plan[leg]?.guard ?? { kind: 'none' };
    const records = since.batches.flatMap((batch) => this.#batches.recordsOf(batch));
    this.#watcher?.({
      run: this.#run,
      plan,
      leg,
      verdict,
      seen: since.view.states,
      now: view.states,
      tripping: records.filter((record) => trips(guard, record)),
      seeWith: (some) => this.#foldRecords(since.view, some).states,
    });
  }

  #foldBatch(id: number, batch: number): number {
    if (id === DONE) return DONE;
    const records = this.#batches.recordsOf(batch);
    const { control, view, tripped, since } = this.#stateOf(id);
    const guard = control.phase === 'append' ? control.plan[control.leg]?.guard : undefined;
    const hit = tripped || (guard !== undefined && records.some((record) => trips(guard, record)));
    return this.#intern({
      control,
      view: this.#foldRecords(view, records),
      tripped: hit,
      since: since && { view: since.view, batches: [...since.batches, batch] },
    });
  }

  #foldRecords(view: NumberedView, records: readonly LogRecord[]): NumberedView {
    const numbers = this.#folds.map((fold, projection) =>
      records
        .filter((record) => seesRecord(this.#run, projection, record))
        .reduce((id, record) => fold.step(id, record), view.numbers[projection] as number),
    );
    return this.#internView(numbers);
  }

  #internView(numbers: readonly number[]): NumberedView {
    const key = numbers.join();
    const known = this.#views.get(key);
    if (known) return known;
    const states = numbers.map((number, projection) =>
      (this.#folds[projection] as FoldTable).stateOf(number),
    );
    const view = { id: this.#views.size, numbers, states };
    this.#views.set(key, view);
    return view;
  }

  #intern(state: LocalState): number {
    const key = keyOfState(state);
    const known = this.#stateIds.get(key);
    if (known !== undefined) return known;
    this.#stateIds.set(key, this.#states.length);
    this.#observed.push([]);
    return this.#states.push(state) - 1;
  }
}

function keyOfState({ control, view, tripped, since }: LocalState): string {
  switch (control.phase) {
    case 'done':
      return 'done';
    case 'acquire':
      return `acquire ${view.id}`;
    case 'wait':
      return `wait ${view.id} ${keyOfDecision(control.asked)}`;
    case 'read': {
      const asked = control.asked ? keyOfDecision(control.asked) : '';
      return `read ${view.id} ${control.leg} ${control.attempts} ${keyOfPlan(control.plan)} ${asked}`;
    }
    case 'append': {
      const stale = keyOfDecision(control.stale);
      const watched = since ? `${since.view.id} ${since.batches.join()}` : '';
      return `append ${view.id} ${control.leg} ${control.attempts} ${tripped} ${keyOfPlan(control.plan)} ${stale} ${watched}`;
    }
  }
}

/** What is still to be written is fixed by the events and where each belongs. */
function keyOfPlan(plan: Plan | null): string {
  if (plan === null) return '';
  return JSON.stringify(
    plan.map(({ stream, records }) => [stream, records.map(({ fact }) => keyOfFact(fact))]),
  );
}
