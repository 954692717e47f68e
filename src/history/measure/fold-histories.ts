import { type CelValue, keyOfCel } from '../../decision/cel-value.ts';
import type { CompiledModel } from '../../decision/compiled-model.ts';
import { type FoldState, foldEvent, startFold } from '../../decision/decide.ts';
import type { RecordedEvent } from '../../decision/event.ts';
import type { ProjectionInstance } from '../../decision/prepare.ts';
import { hasAll, type LatestEvents } from './latest-events.ts';
import type { MeasuredLog } from './measured-log.ts';

/** A projection's value after each event that it reads, as far as the log was gone through. */
interface History {
  readonly places: number[];
  readonly states: FoldState[];
  /** Where its events may be, and how many of these were looked at. */
  readonly from: readonly number[];
  seen: number;
}

/** The values of projections at any place of a log that is gone through from its beginning: each event is folded once into each (D3). */
export class FoldHistories {
  readonly #model: CompiledModel;
  readonly #log: MeasuredLog;
  readonly #latest: LatestEvents;
  readonly #histories = new Map<string, History>();

  constructor(model: CompiledModel, log: MeasuredLog, latest: LatestEvents) {
    this.#model = model;
    this.#log = log;
    this.#latest = latest;
  }

  /** The value on the events before a place, all of which must have been added. */
  stateAt(instance: ProjectionInstance, before: number): FoldState {
    const tags = this.#tagsOf(instance);
    if (tags === null) return startFold(instance);
    const history = this.#historyOf(instance, tags);
    this.#extend(history, instance, tags, before);
    const at = countBelow(history.places, before);
    return history.states[at - 1] ?? startFold(instance);
  }

  #tagsOf({ item }: ProjectionInstance): readonly number[] | null {
    const tags = item.tags.map((tag) => this.#log.numbers.get(tag));
    return tags.every((tag) => tag !== undefined) ? tags.sort((a, b) => a - b) : null;
  }

  #historyOf(instance: ProjectionInstance, tags: readonly number[]): History {
    const types = new Set(instance.item.types);
    const made = (): History => ({
      places: [],
      states: [],
      from: this.#latest.placesOf({ types, tags }),
      seen: 0,
    });
    // A fold that looks at the command's clock is another one for each command.
    if (readsNow(instance)) return made();
    const key = keyOf(instance);
    const known = this.#histories.get(key) ?? made();
    this.#histories.set(key, known);
    return known;
  }

  #extend(history: History, instance: ProjectionInstance, tags: readonly number[], before: number): void {
    for (; history.seen < history.from.length; history.seen++) {
      const place = history.from[history.seen] ?? 0;
      if (place >= before) return;
      const event = this.#log.events[place];
      if (event === undefined || !instance.projection.on.has(event.type)) continue;
      if (!hasAll(this.#log.tags[place] ?? [], tags)) continue;
      const last = history.states.at(-1) ?? startFold(instance);
      history.places.push(place);
      history.states.push(foldEvent(this.#model, instance, last, recordOf(event)));
    }
  }
}

function recordOf(event: MeasuredLog['events'][number]): RecordedEvent {
  const { type, data, tags, time } = event;
  return { type, data, tags, time: new Date(time).toISOString() };
}

function readsNow({ projection }: ProjectionInstance): boolean {
  return [...projection.on.values()].some(({ source }) => /\bnow\b/.test(source));
}

function keyOf({ constraint, projection, scope }: ProjectionInstance): string {
  const parameters = Object.entries(scope).filter(([name]) => name !== 'now');
  return JSON.stringify([
    constraint.name,
    projection.name,
    ...parameters.map(([name, value]) => [name, keyOfCel(value as CelValue)]),
  ]);
}

/** How many of some numbers, lowest first, are below a limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
