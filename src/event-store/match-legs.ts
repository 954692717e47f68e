import { intersectRuns, type Want } from './intersect-runs.ts';
import type { LogReader, Window } from './log-reader.ts';
import type { Position, StoredEvent } from './port.ts';
import type { Leg } from './query-plan.ts';

/** Whether anything in the window matches: for legs of one run each a single look at a key. */
export async function hasMatch(reader: LogReader, legs: readonly Leg[], window: Window): Promise<boolean> {
  const found = await Promise.all(
    legs.map(async (leg) => {
      const [run, ...others] = leg;
      if (others.length === 0) return reader.hasAny(run, window);
      return (await intersectRuns(reader, leg, { window, count: 1, backwards: false })).length > 0;
    }),
  );
  return found.includes(true);
}

/** The position of the last match, 0 when there is none. */
export async function findLast(reader: LogReader, legs: readonly Leg[]): Promise<Position> {
  const want = { window: { low: 1, high: Number.POSITIVE_INFINITY }, count: 1, backwards: true };
  const found = await Promise.all(
    legs.map(async (leg) => {
      const [run, ...others] = leg;
      if (others.length === 0) return reader.positions(run, want.window, 1, true);
      return (await intersectRuns(reader, leg, want)).map(({ position }) => position);
    }),
  );
  return Math.max(0, ...found.flat());
}

/** The matching events of one leg; fewer than wanted when there are no more. */
export async function listEvents(reader: LogReader, leg: Leg, want: Want): Promise<readonly StoredEvent[]> {
  const [run, ...others] = leg;
  if (others.length > 0) return intersectRuns(reader, leg, want);
  return reader.events(run, want.window, want.count, want.backwards);
}
