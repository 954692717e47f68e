import type { PastEvent } from '../past-event.ts';

/** Events that were appended together, as places in the log: from `first` up to and without `end` (H1). */
export interface Transaction {
  readonly time: number;
  readonly first: number;
  readonly end: number;
  /** The tags of all its events that count, as numbers, lowest first. */
  readonly tags: readonly number[];
}

/** A log whose types and tags are numbers, as they are compared far more often than they are read. */
export interface NumberedLog {
  readonly events: readonly PastEvent[];
  /** The type of each event. */
  readonly types: Int32Array;
  readonly typeNames: readonly string[];
  /** The tags of each event, lowest first. */
  readonly tags: readonly (readonly number[])[];
  /** Each tag by its number, and back. */
  readonly names: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
}

export interface MeasuredLog extends NumberedLog {
  readonly transactions: readonly Transaction[];
  /** How many transactions carry each tag. */
  readonly carrying: Int32Array;
}

/** The part of a tag before its colon. */
export function conceptOf(tag: string): string {
  const at = tag.indexOf(':');
  return at < 0 ? tag : tag.slice(0, at);
}

/** Numbers the types and tags of a log. Throws when the events are not in the order of their times. */
export function numberLog(events: readonly PastEvent[]): NumberedLog {
  const numbers = new Map<string, number>();
  const typeNumbers = new Map<string, number>();
  const types = new Int32Array(events.length);
  let last = Number.NEGATIVE_INFINITY;
  const tags = events.map((event, place) => {
    if (event.time < last) throw new Error(`event ${event.id} is earlier than the one before it`);
    last = event.time;
    types[place] = numberOf(typeNumbers, event.type);
    return event.tags.map((tag) => numberOf(numbers, tag)).sort(ascending);
  });
  return { events, types, typeNames: [...typeNumbers.keys()], tags, names: [...numbers.keys()], numbers };
}

function numberOf(numbers: Map<string, number>, text: string): number {
  const known = numbers.get(text);
  if (known !== undefined) return known;
  numbers.set(text, numbers.size);
  return numbers.size - 1;
}

/**
 * Consecutive events with the same time, actor and correlation are one transaction (H1); without `collapse` each
 * event is one. Tags of which `counts` says no are not among a transaction's own.
 */
export function formTransactions(
  log: NumberedLog,
  collapse: boolean,
  counts: (tag: number) => boolean,
): MeasuredLog {
  const { events, tags } = log;
  const transactions: Transaction[] = [];
  const carrying = new Int32Array(log.names.length);
  for (let first = 0; first < events.length; ) {
    const event = events[first];
    if (event === undefined) break;
    let end = first + 1;
    while (collapse && isTogether(event, events[end])) end++;
    const own = tagsOf(tags, first, end).filter(counts);
    for (const tag of own) carrying[tag] = (carrying[tag] ?? 0) + 1;
    transactions.push({ time: event.time, first, end, tags: own });
    first = end;
  }
  return { ...log, transactions, carrying };
}

/** The tags of some events, each once and lowest first; most transactions are a single event. */
function tagsOf(tags: NumberedLog['tags'], first: number, end: number): readonly number[] {
  if (end === first + 1) return tags[first] ?? [];
  return [...new Set(tags.slice(first, end).flat())].sort(ascending);
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
