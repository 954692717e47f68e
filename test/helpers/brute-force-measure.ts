import type { BoundaryId } from '../../src/history/measure/measure-result.ts';
import type { PastEvent } from '../../src/history/past-event.ts';

export interface PlainOptions {
  readonly window: number;
  readonly concept: string;
  readonly withoutActors: readonly string[];
  readonly withoutConcepts: readonly string[];
  readonly collapse: boolean;
}

/** The places in the log (without those left out) of the transactions, by the letter of H1. */
function plainTransactions(
  events: readonly PastEvent[],
  collapse: boolean,
): readonly (readonly PastEvent[])[] {
  const transactions: PastEvent[][] = [];
  for (const event of events) {
    const last = transactions.at(-1)?.[0];
    const isSame =
      collapse &&
      last?.time === event.time &&
      last.actor === event.actor &&
      last.correlation === event.correlation;
    if (isSame) transactions.at(-1)?.push(event);
    else transactions.push([event]);
  }
  return transactions;
}

const conceptOf = (tag: string) => tag.split(':')[0] ?? '';

/** Whether a boundary of a transaction guards an event of another, by the letter of H2. */
function guards(boundary: BoundaryId, own: readonly string[], concept: string, event: PastEvent): boolean {
  switch (boundary) {
    case 'log-version':
      return true;
    case 'stream-version':
      return own.some((tag) => conceptOf(tag) === concept && event.tags.includes(tag));
    case 'tag-condition':
      return own.length > 0 && own.every((tag) => event.tags.includes(tag));
    case 'any-tag':
      return own.some((tag) => event.tags.includes(tag));
  }
}

/** How many transactions collide: each is compared with all before it. */
export function plainCollisions(
  all: readonly PastEvent[],
  boundary: BoundaryId,
  options: PlainOptions,
): { readonly collisions: number; readonly transactions: number } {
  const events = all.filter(({ actor }) => actor === null || !options.withoutActors.includes(actor));
  const transactions = plainTransactions(events, options.collapse);
  const colliding = transactions.filter((transaction, index) => {
    const time = transaction[0]?.time ?? 0;
    const own = transaction
      .flatMap(({ tags }) => tags)
      .filter((tag) => !options.withoutConcepts.includes(conceptOf(tag)));
    return transactions
      .slice(0, index)
      .flat()
      .some((event) => event.time > time - options.window && guards(boundary, own, options.concept, event));
  });
  return { collisions: colliding.length, transactions: transactions.length };
}
