import { OUTSIDE } from './find-stoppers.ts';
import type { BoundaryMeasure, InstanceCount, Judged, PairCount } from './measure-result.ts';
import type { MeasuredLog } from './measured-log.ts';
import { placeInTime, type TimeStretches } from './time-stretches.ts';

const MOST_PAIRS = 400;
const MOST_INSTANCES = 50;

/** What stops each transaction of a log under a boundary, and how long before it that was written. */
export interface Stopped {
  /** Places of events; below 0 for none. */
  readonly stoppers: Int32Array;
  /** Milliseconds; infinite for none. */
  readonly gaps: Float64Array;
}

/** Adds to the stoppers of a log's transactions how long before them these were written. */
export function measureGaps({ transactions, events }: MeasuredLog, stoppers: Int32Array): Stopped {
  const gaps = new Float64Array(stoppers.length).fill(Number.POSITIVE_INFINITY);
  for (const [index, { time }] of transactions.entries()) {
    const event = events[stoppers[index] ?? OUTSIDE];
    if (event !== undefined) gaps[index] = time - event.time;
  }
  return { stoppers, gaps };
}

/** Counts the collisions of a boundary in a window, by pair and instance (H3). */
export function countCollisions(
  log: MeasuredLog,
  { stoppers, gaps }: Stopped,
  window: number,
  isInstance: (tag: number) => boolean,
): Omit<BoundaryMeasure, 'judged'> {
  const pairs = new Map<number, number>();
  const hot = new Int32Array(log.names.length);
  const types = log.typeNames.length;
  let collisions = 0;
  for (const [index, { first, tags }] of log.transactions.entries()) {
    if ((gaps[index] ?? 0) >= window) continue;
    collisions++;
    const stopper = stoppers[index] ?? 0;
    const pair = (log.types[first] ?? 0) * types + (log.types[stopper] ?? 0);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    countShared(tags, log.tags[stopper] ?? [], hot);
  }
  const rate = log.transactions.length === 0 ? 0 : collisions / log.transactions.length;
  return { collisions, rate, pairs: listPairs(log, pairs), instances: listInstances(log, hot, isInstance) };
}

/** Adds one for each number that two sorted lists have in common. */
function countShared(ones: readonly number[], others: readonly number[], counts: Int32Array): void {
  let at = 0;
  for (const one of ones) {
    while ((others[at] ?? Number.POSITIVE_INFINITY) < one) at++;
    if (others[at] === one) counts[one] = (counts[one] ?? 0) + 1;
  }
}

function listPairs({ typeNames }: MeasuredLog, pairs: ReadonlyMap<number, number>): readonly PairCount[] {
  const nameOf = (type: number) => typeNames[type] ?? '';
  return [...pairs]
    .map(([pair, collisions]) => ({
      type: nameOf(Math.floor(pair / typeNames.length)),
      by: nameOf(pair % typeNames.length),
      collisions,
    }))
    .sort((a, b) => b.collisions - a.collisions || compare(a.type, b.type) || compare(a.by, b.by))
    .slice(0, MOST_PAIRS);
}

function listInstances(
  log: MeasuredLog,
  hot: Int32Array,
  isInstance: (tag: number) => boolean,
): readonly InstanceCount[] {
  const found: InstanceCount[] = [];
  for (const [tag, collisions] of hot.entries()) {
    if (collisions === 0 || !isInstance(tag)) continue;
    found.push({ tag: log.names[tag] ?? '', transactions: log.carrying[tag] ?? 0, collisions });
  }
  return found.sort((a, b) => b.collisions - a.collisions || compare(a.tag, b.tag)).slice(0, MOST_INSTANCES);
}

/** The collisions of a boundary in a window, in each stretch of time. */
export function countInTime(
  { transactions }: MeasuredLog,
  { gaps }: Stopped,
  window: number,
  stretches: TimeStretches,
): readonly number[] {
  const counts = new Array<number>(stretches.count).fill(0);
  for (const [index, { time }] of transactions.entries()) {
    if ((gaps[index] ?? 0) >= window) continue;
    const place = placeInTime(stretches, time);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

/** How many transactions there are in each stretch of time. */
export function countTransactions(
  { transactions }: MeasuredLog,
  stretches: TimeStretches,
): readonly number[] {
  const counts = new Array<number>(stretches.count).fill(0);
  for (const { time } of transactions) {
    const place = placeInTime(stretches, time);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

/** How many gaps are shorter than each of some windows, in rising order. */
export function countShorter({ gaps }: Stopped, windows: readonly number[]): readonly number[] {
  const counts = windows.map(() => 0);
  for (const gap of gaps) {
    const first = windows.findIndex((window) => gap < window);
    if (first >= 0) counts[first] = (counts[first] ?? 0) + 1;
  }
  let sum = 0;
  return counts.map((count) => {
    sum += count;
    return sum;
  });
}

/** Splits what a boundary does in a window by whether the decision changed; `changed` is null where nobody can tell. */
export function judgeCollisions(
  { gaps }: Stopped,
  window: number,
  changed: readonly (boolean | null)[],
): Judged {
  const judged = { trueCollisions: 0, falseCollisions: 0, unknown: 0, missed: 0 };
  for (const [index, gap] of gaps.entries()) {
    const collides = gap < window;
    const has = changed[index] ?? null;
    if (has === null) judged.unknown += Number(collides);
    else if (collides) judged[has ? 'trueCollisions' : 'falseCollisions']++;
    else if (has) judged.missed++;
  }
  return judged;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
