import type { LogReader, Window } from './log-reader.ts';
import { FINEST_STEP, type Position, type StoredEvent } from './port.ts';
import type { KeyRun, Leg } from './query-plan.ts';

/** What of a leg is wanted: at most `count` in a window, in order or the last first. */
export interface Want {
  readonly window: Window;
  readonly count: number;
  readonly backwards: boolean;
}

/** How many keys of each run are looked at to see which is the rarest. */
const PROBE = 256;
const CHUNK = 512;

/**
 * The wanted events that stand in several runs. Waiting for the browser costs more than what it brings, so there are few
 * questions: a look at the first keys of each run; if that is all of them, they are intersected, and if not, the events
 * of the rarest run are read and held against the tags of the others.
 */
export async function intersectRuns(
  reader: LogReader,
  leg: Leg,
  want: Want,
): Promise<readonly StoredEvent[]> {
  const probes = await Promise.all(
    leg.map(async (run) => ({ run, keys: await reader.positions(run, want.window, PROBE, false) })),
  );
  if (probes.every(({ keys }) => keys.length < PROBE)) {
    const shared = intersect(probes.map(({ keys }) => keys));
    const positions = (want.backwards ? shared.reverse() : shared).slice(0, want.count);
    const events = await Promise.all(positions.map((position) => reader.eventAt(position)));
    return events.filter((event) => event !== undefined);
  }
  const rarest = probes.reduce((a, b) => (spread(b.keys) > spread(a.keys) ? b : a));
  const tags = leg.flatMap(({ prefix }) => prefix[0] ?? []);
  return sift(reader, rarest.run, tags, want);
}

/** Reads on in one run until enough of its events carry all the tags. */
async function sift(
  reader: LogReader,
  run: KeyRun,
  tags: readonly string[],
  { window, count, backwards }: Want,
): Promise<readonly StoredEvent[]> {
  const found: StoredEvent[] = [];
  let { low, high } = window;
  while (found.length < count) {
    const events = await reader.events(run, { low, high }, CHUNK, backwards);
    found.push(...events.filter((event) => tags.every((tag) => event.tags.includes(tag))));
    const last = events.at(-1);
    if (last === undefined || events.length < CHUNK) break;
    if (backwards) high = last.position - FINEST_STEP;
    else low = last.position + FINEST_STEP;
  }
  return found.slice(0, count);
}

/** How far the first keys reach: without end when they are all there are, so that a run that ends is the rarest. */
function spread(keys: readonly Position[]): number {
  const [first, last] = [keys[0], keys.at(-1)];
  if (keys.length < PROBE || first === undefined || last === undefined) return Number.POSITIVE_INFINITY;
  return last - first;
}

function intersect(lists: readonly (readonly Position[])[]): Position[] {
  const [first = [], ...others] = lists.toSorted((a, b) => a.length - b.length);
  const sets = others.map((list) => new Set(list));
  return first.filter((position) => sets.every((set) => set.has(position)));
}
