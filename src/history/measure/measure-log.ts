import type { PastEvent } from '../past-event.ts';
import {
  countCollisions,
  countInTime,
  countShorter,
  countTransactions,
  judgeCollisions,
  measureGaps,
  type Stopped,
} from './count-collisions.ts';
import { boundariesOf, OUTSIDE } from './find-stoppers.ts';
import { LatestEvents } from './latest-events.ts';
import { CURVE_WINDOWS, LONGEST_WINDOW, type MeasureOptions } from './measure-options.ts';
import type { BoundaryId, BoundaryMeasure, Counts, Measure, WindowMeasure } from './measure-result.ts';
import { conceptOf, formTransactions, type MeasuredLog, numberLog } from './measured-log.ts';
import { ModelBoundary } from './model-boundary.ts';
import { makeMatcher } from './name-pattern.ts';
import { chooseConcept, surveyActors, surveyConcepts } from './survey-log.ts';
import { divideTime } from './time-stretches.ts';

/** How much of a measure is done, from 0 to 1. */
export interface MeasureProgress {
  readonly share: number;
}

/** Transactions between two words of progress. */
const STRIDE = 4096;

/** What a walk through the log found about each transaction. */
interface Walk {
  readonly stopped: ReadonlyMap<BoundaryId, Stopped>;
  /** For each window whether each transaction's decision changed, with a model. */
  readonly changed: readonly (readonly (boolean | null)[])[];
  readonly ambiguous: number;
}

/**
 * Measures how often the appends of a log would have collided under each boundary (H1–H3). The events are in the order
 * of their times. A transaction collides when an event of another one, earlier in the log and less than the window
 * ago, is in its boundary: of two at the same instant the later one collides. Yields its progress.
 */
export function* measureLog(
  all: readonly PastEvent[],
  options: MeasureOptions,
): Generator<MeasureProgress, Measure> {
  const isActorOut = makeMatcher(options.withoutActors ?? []);
  const isConceptOut = makeMatcher(options.withoutConcepts ?? []);
  const events = all.filter(({ actor }) => actor === null || !isActorOut(actor));
  const numbered = numberLog(events);
  yield { share: 0.1 };
  const concepts = surveyConcepts(numbered, isConceptOut);
  const concept = options.concept ?? chooseConcept(concepts, events.length);
  const isOut = numbered.names.map((name) => isConceptOut(conceptOf(name)));
  const log = formTransactions(numbered, options.collapse ?? true, (tag) => isOut[tag] === false);
  const isOfStream = log.names.map((name) => conceptOf(name) === concept);
  const isStream = (tag: number) => isOfStream[tag] === true;
  yield { share: 0.2 };
  const walk = yield* walkLog(log, options, isStream);
  const windows: WindowMeasure[] = [];
  for (const [index, window] of options.windows.entries()) {
    windows.push(measureWindow(log, walk, window, index, isStream));
    yield { share: 0.7 + (0.2 * (index + 1)) / options.windows.length };
  }
  const boundaries = [...walk.stopped.keys()];
  return {
    events: events.length,
    eventsLeftOut: all.length - events.length,
    transactions: log.transactions.length,
    from: events[0]?.time ?? null,
    until: events.at(-1)?.time ?? null,
    concept,
    boundaries,
    outside: countOutside(walk),
    concepts,
    actors: surveyActors(all, isActorOut),
    windows,
    curve: drawCurve(walk),
    model: options.model
      ? { name: options.model.model.name, mapped: countMapped(walk), ambiguous: walk.ambiguous }
      : null,
  };
}

function* walkLog(
  log: MeasuredLog,
  { model, windows }: MeasureOptions,
  isStream: (tag: number) => boolean,
): Generator<MeasureProgress, Walk> {
  const latest = new LatestEvents(log, Math.max(LONGEST_WINDOW + 1, ...windows));
  const mapped = model && new ModelBoundary(model, log, latest, windows);
  const { 'any-tag': anyTag, ...others } = boundariesOf(isStream);
  const finders = Object.entries(model ? others : { ...others, 'any-tag': anyTag });
  const found = finders.map(([id, find]) => ({
    id: id as BoundaryId,
    find,
    stoppers: new Int32Array(log.transactions.length),
  }));
  const changed = windows.map(() => [] as (boolean | null)[]);
  let ambiguous = 0;
  for (const [index, transaction] of log.transactions.entries()) {
    if (index % STRIDE === 0) yield { share: 0.2 + (0.5 * index) / log.transactions.length };
    const judgement = mapped?.judge(transaction);
    for (const { id, find, stoppers } of found) {
      const isJudged = id === 'tag-condition' && judgement !== undefined;
      stoppers[index] = isJudged ? judgement.stopper : find(transaction, latest);
    }
    if (judgement?.isAmbiguous) ambiguous++;
    for (const [at, of] of changed.entries()) of.push(judgement?.changed?.[at] ?? null);
    for (let place = transaction.first; place < transaction.end; place++) latest.add(place);
  }
  const stopped = new Map(found.map(({ id, stoppers }) => [id, measureGaps(log, stoppers)]));
  return { stopped, changed: mapped ? changed : [], ambiguous };
}

function measureWindow(
  log: MeasuredLog,
  { stopped, changed }: Walk,
  window: number,
  index: number,
  isStream: (tag: number) => boolean,
): WindowMeasure {
  const stretches = divideTime(log.events[0]?.time ?? 0, log.events.at(-1)?.time ?? 0);
  const boundaries: { [B in BoundaryId]?: BoundaryMeasure } = {};
  const collisions: { [B in BoundaryId]?: readonly number[] } = {};
  for (const [id, of] of stopped) {
    const isInstance = id === 'stream-version' ? isStream : () => true;
    const counted = countCollisions(log, of, window, isInstance);
    const has = changed[index];
    boundaries[id] = has ? { ...counted, judged: judgeCollisions(of, window, has) } : counted;
    collisions[id] = countInTime(log, of, window, stretches);
  }
  const { start, size } = stretches;
  const time = { start, size, transactions: countTransactions(log, stretches), collisions };
  return { window, boundaries, time };
}

function drawCurve({ stopped }: Walk): Measure['curve'] {
  const counts = [...stopped].map(([id, of]) => [id, countShorter(of, CURVE_WINDOWS)] as const);
  return CURVE_WINDOWS.map((window, at) => {
    const collisions: { [B in BoundaryId]?: number } = {};
    for (const [id, of] of counts) collisions[id] = of[at] ?? 0;
    return { window, collisions };
  });
}

function countOutside({ stopped }: Walk): Counts {
  const result: { [B in BoundaryId]?: number } = {};
  for (const [id, { stoppers }] of stopped) {
    result[id] = stoppers.filter((stopper) => stopper === OUTSIDE).length;
  }
  return result;
}

function countMapped({ stopped }: Walk): number {
  const stoppers = stopped.get('tag-condition')?.stoppers ?? new Int32Array();
  return stoppers.filter((stopper) => stopper !== OUTSIDE).length;
}
