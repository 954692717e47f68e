import type { EventStore } from '../event-store/port.ts';
import type { PreparedRace } from '../exploration/prepare-race.ts';
import type { LogEntry, Unavailable } from '../exploration/result.ts';
import { toLogEntry, toNewEvent } from './stored-records.ts';

/** What a run needs of an event store. */
export type RunStore = Pick<EventStore, 'name' | 'append' | 'read' | 'readStream' | 'lastPosition'>;

/**
 * Appends a race's given events to a store, which has to be empty: what lay there would be in every boundary, and the
 * run no longer one of the explored schedules (R3).
 */
export async function appendGiven(
  store: RunStore,
  { given }: PreparedRace,
  runId: string,
): Promise<Unavailable | null> {
  if ((await store.lastPosition('all')) > 0) return { unavailable: `The store "${store.name}" is not empty` };
  const origin = { runId, by: null, command: null };
  const events = given.map((record, index) =>
    toNewEvent(origin, record, `${runId}/given/${index + 1}`, null),
  );
  if (events.length > 0) await store.append(events);
  return null;
}

/** All of a store, as the log of a run. */
export async function readLog(store: RunStore, runId: string): Promise<readonly LogEntry[]> {
  const log: LogEntry[] = [];
  for await (const event of store.read('all')) log.push(toLogEntry(runId, event));
  return log;
}
