import type { LatestEvents, Wanted } from './latest-events.ts';
import type { BoundaryId } from './measure-result.ts';
import type { Transaction } from './measured-log.ts';

/** The place of the latest event before a transaction that a boundary guards; -1 for none, OUTSIDE where it does not apply. */
export type Stopper = number;
export const OUTSIDE = -2;

/** How to look for the latest event that stops a transaction under a boundary (H2). */
export type FindStopper = (transaction: Transaction, latest: LatestEvents) => Stopper;

/** The boundaries that need no model: streams are the values of the tags that `isStream` names. */
export function boundariesOf(isStream: (tag: number) => boolean): {
  readonly [B in BoundaryId]: FindStopper;
} {
  return {
    'log-version': (_, latest) => latest.latest(),
    'stream-version': ({ tags }, latest) => latestWithAny(tags.filter(isStream), latest),
    'tag-condition': ({ tags, time }, latest) =>
      tags.length === 0
        ? OUTSIDE
        : latest.latestOf({ key: `all ${tags.join(' ')}`, types: null, tags }, time),
    'any-tag': ({ tags }, latest) => latestWithAny(tags, latest),
  };
}

function latestWithAny(tags: readonly number[], latest: LatestEvents): Stopper {
  if (tags.length === 0) return OUTSIDE;
  return Math.max(...tags.map((tag) => latest.latestWith(tag)));
}

/** The latest event that any of some wishes is for. */
export function latestOfAny(wishes: readonly Wanted[], time: number, latest: LatestEvents): Stopper {
  return wishes.reduce((found, wanted) => Math.max(found, latest.latestOf(wanted, time)), -1);
}
