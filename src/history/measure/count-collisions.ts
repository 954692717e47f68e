import { gapOf, OUTSIDE, type Stopper } from './find-stoppers.ts';
import { hasAll } from './latest-events.ts';
import type { BoundaryMeasure, InstanceCount, Judged, PairCount, TimeMeasure } from './measure-result.ts';
import type { MeasuredLog } from './measured-log.ts';
import { placeInTime, type TimeStretches } from './time-stretches.ts';

const MOST_PAIRS = 400;
const MOST_INSTANCES = 50;

/** Counts the collisions of a boundary in a window, by pair, instance and stretch of time (H3). */
export function countCollisions(
  log: MeasuredLog,
  stoppers: readonly Stopper[],
  window: number,
  isInstance: (tag: number) => boolean,
): Omit<BoundaryMeasure, 'judged'> {
  const pairs = new Map<string, Map<string, number>>();
  const hot = new Map<number, number>();
  let collisions = 0;
  log.transactions.forEach((transaction, index) => {
    const stopper = stoppers[index] ?? OUTSIDE;
    if (gapOf(log, transaction.time, stopper) >= window) return;
    collisions++;
    countPair(pairs, log.events[transaction.first]?.type ?? '', log.events[stopper]?.type ?? '');
    const carried = log.tags[stopper] ?? [];
    for (const tag of transaction.tags) {
      if (isInstance(tag) && hasAll(carried, [tag])) hot.set(tag, (hot.get(tag) ?? 0) + 1);
    }
  });
  const rate = log.transactions.length === 0 ? 0 : collisions / log.transactions.length;
  return { collisions, rate, pairs: listPairs(pairs), instances: listInstances(log, hot) };
}

function countPair(pairs: Map<string, Map<string, number>>, type: string, by: string): void {
  const row = pairs.get(type) ?? new Map<string, number>();
  pairs.set(type, row);
  row.set(by, (row.get(by) ?? 0) + 1);
}

function listPairs(pairs: ReadonlyMap<string, ReadonlyMap<string, number>>): readonly PairCount[] {
  return [...pairs]
    .flatMap(([type, row]) => [...row].map(([by, collisions]) => ({ type, by, collisions })))
    .sort((a, b) => b.collisions - a.collisions || compare(a.type, b.type) || compare(a.by, b.by))
    .slice(0, MOST_PAIRS);
}

function listInstances(log: MeasuredLog, hot: ReadonlyMap<number, number>): readonly InstanceCount[] {
  const nameOf = (tag: number) => log.names[tag] ?? '';
  const hottest = [...hot]
    .sort(([a, one], [b, other]) => other - one || compare(nameOf(a), nameOf(b)))
    .slice(0, MOST_INSTANCES);
  const carrying = new Map(hottest.map(([tag]) => [tag, 0]));
  for (const { tags } of log.transactions) {
    for (const tag of tags) {
      const count = carrying.get(tag);
      if (count !== undefined) carrying.set(tag, count + 1);
    }
  }
  return hottest.map(([tag, collisions]) => ({
    tag: nameOf(tag),
    transactions: carrying.get(tag) ?? 0,
    collisions,
  }));
}

/** The collisions of a boundary in a window, in each stretch of time. */
export function countInTime(
  log: MeasuredLog,
  stoppers: readonly Stopper[],
  window: number,
  stretches: TimeStretches,
): readonly number[] {
  const counts = new Array<number>(stretches.count).fill(0);
  log.transactions.forEach(({ time }, index) => {
    if (gapOf(log, time, stoppers[index] ?? OUTSIDE) >= window) return;
    const place = placeInTime(stretches, time);
    counts[place] = (counts[place] ?? 0) + 1;
  });
  return counts;
}

/** How many transactions there are in each stretch of time. */
export function countTransactions(
  { transactions }: MeasuredLog,
  stretches: TimeStretches,
): TimeMeasure['transactions'] {
  const counts = new Array<number>(stretches.count).fill(0);
  for (const { time } of transactions) {
    const place = placeInTime(stretches, time);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

/** Splits what a boundary does in a window by whether the decision changed; `changed` is null where nobody can tell. */
export function judgeCollisions(
  log: MeasuredLog,
  stoppers: readonly Stopper[],
  window: number,
  changed: readonly (boolean | null)[],
): Judged {
  const judged = { trueCollisions: 0, falseCollisions: 0, unknown: 0, missed: 0 };
  log.transactions.forEach(({ time }, index) => {
    const collides = gapOf(log, time, stoppers[index] ?? OUTSIDE) < window;
    const has = changed[index] ?? null;
    if (has === null) judged.unknown += Number(collides);
    else if (collides) judged[has ? 'trueCollisions' : 'falseCollisions']++;
    else if (has) judged.missed++;
  });
  return judged;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
