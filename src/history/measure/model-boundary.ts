import type { CompiledModel } from '../../decision/compiled-model.ts';
import { decideOn, everyRule } from '../../decision/decide.ts';
import { type PreparedCommand, prepareCommand } from '../../decision/prepare.ts';
import type { Query } from '../../decision/query.ts';
import { keyOfDecision } from '../../decision/same-decision.ts';
import { latestOfAny, OUTSIDE, type Stopper } from './find-stoppers.ts';
import { FoldHistories } from './fold-histories.ts';
import type { LatestEvents, Wanted } from './latest-events.ts';
import type { MeasuredLog, Transaction } from './measured-log.ts';
import { type Recovered, recoverCommand } from './recover-command.ts';

/** What a mapped model says about a transaction. */
export interface ModelJudgement {
  /** The latest event of the guarded boundary (B2). */
  readonly stopper: Stopper;
  readonly isAmbiguous: boolean;
  /** For each window whether the decision at the append differs from the one at the read; null where no command was found. */
  readonly changed: readonly boolean[] | null;
}

const NOT_MAPPED: ModelJudgement = { stopper: OUTSIDE, isAmbiguous: false, changed: null };

/** Judges transactions by the commands of a model, while the log is gone through from its beginning. */
export class ModelBoundary {
  readonly #model: CompiledModel;
  readonly #log: MeasuredLog;
  readonly #latest: LatestEvents;
  readonly #folds: FoldHistories;
  readonly #windows: readonly number[];

  constructor(model: CompiledModel, log: MeasuredLog, latest: LatestEvents, windows: readonly number[]) {
    this.#model = model;
    this.#log = log;
    this.#latest = latest;
    this.#windows = windows;
    this.#folds = new FoldHistories(model, log, latest);
  }

  /** Judges the next transaction, before its events are added. */
  judge(transaction: Transaction): ModelJudgement {
    const { first, end, time } = transaction;
    const recovered = recoverCommand(this.#model, this.#log.events.slice(first, end));
    if (recovered === null) return NOT_MAPPED;
    const prepared = this.#prepare(recovered, time);
    if (prepared === null) return NOT_MAPPED;
    const stopper = latestOfAny(this.#wishesOf(prepared.guarded), time, this.#latest);
    const touched = latestOfAny(this.#wishesOf(prepared.boundary), time, this.#latest);
    const changed = this.#windows.map((window) => this.#hasChanged(prepared, transaction, touched, window));
    return { stopper, isAmbiguous: recovered.isAmbiguous, changed };
  }

  #prepare({ command, data }: Recovered, time: number): PreparedCommand | null {
    const prepared = prepareCommand(this.#model, { command, data }, new Date(time).toISOString());
    return typeof prepared === 'string' || prepared.failure !== null ? null : prepared;
  }

  /** Without an event of the whole boundary in the window the decision cannot have changed. */
  #hasChanged(
    prepared: PreparedCommand,
    { first, time }: Transaction,
    touched: Stopper,
    window: number,
  ): boolean {
    const event = this.#log.events[touched];
    if (event === undefined || time - event.time >= window) return false;
    return this.#decide(prepared, this.#placeAt(time - window)) !== this.#decide(prepared, first);
  }

  #decide(prepared: PreparedCommand, before: number): string {
    const view = prepared.projections.map((instance) => this.#folds.stateAt(instance, before));
    return keyOfDecision(decideOn(prepared, view, everyRule));
  }

  /** How many events were there at a time, those of the time itself included. */
  #placeAt(time: number): number {
    const { events } = this.#log;
    let low = 0;
    let high = events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((events[middle]?.time ?? 0) <= time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #wishesOf({ items }: Query): readonly Wanted[] {
    return items.flatMap(({ types, tags }) => {
      const numbers = tags.map((tag) => this.#log.numbers.get(tag));
      // No event of the log carries a tag without a number.
      if (!numbers.every((number) => number !== undefined)) return [];
      const sorted = numbers.sort((a, b) => a - b);
      return [{ key: `${types.join(' ')} ${sorted.join(' ')}`, types: new Set(types), tags: sorted }];
    });
  }
}
