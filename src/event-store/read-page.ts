import type { Want } from './intersect-runs.ts';
import type { LogReader } from './log-reader.ts';
import { listEvents } from './match-legs.ts';
import type { StoredEvent } from './port.ts';
import type { Leg } from './query-plan.ts';

export interface Page {
  readonly events: readonly StoredEvent[];
  /** Whether the window holds nothing more. */
  readonly complete: boolean;
}

/**
 * The first `count` matches in a window, in order. A leg that gave as many as it was asked for may have more behind its
 * last one, so nothing behind that is certain to be next: it waits for the next page.
 */
export async function readPage(reader: LogReader, legs: readonly Leg[], want: Want): Promise<Page> {
  const found = await Promise.all(legs.map((leg) => listEvents(reader, leg, want)));
  const sign = want.backwards ? -1 : 1;
  const ends = found.flatMap((events) => (events.length < want.count ? [] : (events.at(-1)?.position ?? [])));
  const [only] = found;
  if (only && found.length === 1) return { events: only, complete: ends.length === 0 };
  const end = Math.min(...ends.map((position) => sign * position));
  const unique = new Map(found.flat().map((event) => [event.position, event]));
  const events = [...unique.values()]
    .filter(({ position }) => sign * position <= end)
    .sort((a, b) => sign * (a.position - b.position));
  return { events: events.slice(0, want.count), complete: ends.length === 0 && events.length <= want.count };
}
