import type { PastEvent } from '../past-event.ts';

/** Events that were appended together, as places in the log: from `first` up to and without `end` (H1). */
export interface Transaction {
  readonly time: number;
  readonly first: number;
  readonly end: number;
  /** The tags of all its events that count, as numbers, lowest first. */
  readonly tags: readonly number[];
}

/** A log whose tags are numbers, as they are compared far more often than they are read. */
export interface MeasuredLog {
  readonly events: readonly PastEvent[];
  /** The tags of each event, lowest first. */
  readonly tags: readonly (readonly number[])[];
  /** Each tag by its number, and back. */
  readonly names: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly transactions: readonly Transaction[];
}

/** The part of a tag before its colon. */
export function conceptOf(tag: string): string {
  const at = tag.indexOf(':');
  return at < 0 ? tag : tag.slice(0, at);
}

/** Numbers the tags of a log. Throws when the events are not in the order of their times. */
export function numberTags(events: readonly PastEvent[]): Omit<MeasuredLog, 'transactions'> {
  const numbers = new Map<string, number>();
  let last = Number.NEGATIVE_INFINITY;
  const tags = events.map((event) => {
    if (event.time < last) throw new Error(`event ${event.id} is earlier than the one before it`);
    last = event.time;
    return event.tags.map((tag) => numberOf(numbers, tag)).sort(ascending);
  });
  return { events, tags, names: [...numbers.keys()], numbers };
}

function numberOf(numbers: Map<string, number>, tag: string): number {
  const known = numbers.get(tag);
  if (known !== undefined) return known;
  numbers.set(tag, numbers.size);
  return numbers.size - 1;
}

/**
 * Consecutive events with the same time, actor and correlation are one transaction (H1); without `collapse` each
 * event is one. Tags of which `counts` says no are not among a transaction's own.
 */
export function listTransactions(
  { events, tags }: Omit<MeasuredLog, 'transactions'>,
  collapse: boolean,
  counts: (tag: number) => boolean,
): readonly Transaction[] {
  const transactions: Transaction[] = [];
  for (let first = 0; first < events.length; ) {
    const event = events[first];
    if (event === undefined) break;
    let end = first + 1;
    while (collapse && isTogether(event, events[end])) end++;
    const own = new Set(tags.slice(first, end).flat());
    transactions.push({
      time: event.time,
      first,
      end,
      tags: [...own].filter(counts).sort(ascending),
    });
    first = end;
  }
  return transactions;
}

function isTogether(one: PastEvent, other: PastEvent | undefined): boolean {
  return (
    other !== undefined &&
    one.time === other.time &&
    one.actor === other.actor &&
    one.correlation === other.correlation
  );
}

function ascending(a: number, b: number): number {
  return a - b;
}
