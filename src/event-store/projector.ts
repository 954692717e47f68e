import type { Json } from '../lib/json.ts';
import type { NewEvent, Refusal } from './port.ts';

/** Which expression failed, and how. */
export type ProjectionFault = Pick<Refusal, 'at' | 'expression' | 'message'>;

/** Makes rows from events; what they mean is not known here. All functions are pure. */
export interface Projector {
  readonly name: string;
  /** Another text than before when it would make other rows of the same events. */
  readonly definition: string;
  /** The event types it reads. */
  readonly types: readonly string[];
  /** The keys of the rows that an event changes. */
  readonly keysOf: (event: NewEvent) => readonly string[] | ProjectionFault;
  /** A row's value after an event; undefined where there is no such row yet. */
  readonly fold: (
    value: Json | undefined,
    event: NewEvent,
  ) => { readonly value: Json } | { readonly fault: ProjectionFault };
}

/** The shelf of a projector's rows. */
export function shelfOf({ name }: Pick<Projector, 'name'>): string {
  return `rows:${name}`;
}

/** An event with the keys of the rows it changes, or why they cannot be had. */
export interface PlannedEvent<E extends NewEvent = NewEvent> {
  readonly event: E;
  readonly keys: readonly string[] | ProjectionFault;
}

/** Those of some events that a projector reads, with the rows they change. */
export function planEvents<E extends NewEvent>(
  projector: Projector,
  events: readonly E[],
): readonly PlannedEvent<E>[] {
  return events
    .filter(({ type }) => projector.types.includes(type))
    .map((event) => ({ event, keys: projector.keysOf(event) }));
}

/** All rows that events change, each once. */
export function keysIn(planned: readonly PlannedEvent[]): ReadonlySet<string> {
  return new Set(planned.flatMap(({ keys }) => ('message' in keys ? [] : keys)));
}

/**
 * Folds one event into rows, which are read from and written to the map: all rows that it changes, or none where one
 * fails. Returns the fault.
 */
export function foldInto(
  projector: Projector,
  { event, keys }: PlannedEvent,
  rows: Map<string, Json | undefined>,
): ProjectionFault | null {
  if ('message' in keys) return keys;
  const folded: (readonly [string, Json])[] = [];
  for (const key of keys) {
    const result = projector.fold(rows.get(key), event);
    if ('fault' in result) return result.fault;
    folded.push([key, result.value]);
  }
  for (const [key, value] of folded) rows.set(key, value);
  return null;
}
