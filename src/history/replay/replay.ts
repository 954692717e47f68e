import type { CompiledModel } from '../../decision/compiled-model.ts';
import { checkEvent } from './check-event.ts';
import { ProjectionFolds } from './fold-projections.ts';
import { ReadModelFolds } from './fold-read-models.ts';
import {
  isDoom,
  type Misfit,
  type MisfitCause,
  type ReplayedEvent,
  type ReplayProgress,
  type ReplayReport,
} from './replay-report.ts';

/** What a person can look through; the causes count them all. */
const MOST_MISFITS = 200;
/** So many events take a few milliseconds. */
const SLICE = 100;

/**
 * Replays a log, in position order, under a model without touching either: which events no longer fit, the first one
 * first. Yields its progress every hundred events. Never fails: what is wrong is in the report.
 */
export function* replayLog(
  model: CompiledModel,
  events: Iterable<ReplayedEvent>,
): Generator<ReplayProgress, ReplayReport> {
  const replay = new Replay(model);
  let count = 0;
  for (const event of events) {
    replay.take(event);
    count++;
    if (count % SLICE === 0) yield { events: count };
  }
  return replay.report();
}

/** A replay under way, for a log that comes in pieces. */
export class Replay {
  readonly #model: CompiledModel;
  readonly #projections: ProjectionFolds;
  readonly #readModels: ReadModelFolds;
  readonly #misfits: Misfit[] = [];
  readonly #causes = new Map<string, { first: Misfit; count: number }>();
  #events = 0;
  #doomed = 0;
  #warned = 0;
  #doom: Misfit | null = null;

  constructor(model: CompiledModel) {
    this.#model = model;
    this.#projections = new ProjectionFolds(model);
    this.#readModels = new ReadModelFolds(model);
  }

  /** Replays the next event of the log. */
  take(event: ReplayedEvent): void {
    this.#events++;
    const found = [
      ...checkEvent(this.#model, event),
      ...this.#projections.take(event),
      ...this.#readModels.take(event),
    ];
    if (found.length === 0) return;
    const doom = found.find(isDoom);
    if (doom) this.#doomed++;
    else this.#warned++;
    this.#doom ??= doom ?? null;
    for (const misfit of found) this.#note(misfit);
  }

  /** What has been found so far. */
  report(): ReplayReport {
    const causes = [...this.#causes.values()].map(
      ({ first, count }): MisfitCause => ({
        kind: first.kind,
        at: first.at,
        expression: first.expression,
        count,
        first,
      }),
    );
    return {
      events: this.#events,
      doomed: this.#doomed,
      warned: this.#warned,
      folded: this.#projections.count + this.#readModels.count,
      doom: this.#doom,
      causes: [...causes.filter(isDoom), ...causes.filter((cause) => !isDoom(cause))],
      misfits: [...this.#misfits],
    };
  }

  #note(misfit: Misfit): void {
    if (this.#misfits.length < MOST_MISFITS) this.#misfits.push(misfit);
    const key = JSON.stringify([misfit.kind, misfit.at, misfit.kind === 'unknown-type' ? misfit.type : '']);
    const cause = this.#causes.get(key);
    if (cause) cause.count++;
    else this.#causes.set(key, { first: misfit, count: 1 });
  }
}
