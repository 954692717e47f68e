import type { EventStore, StoredEvent } from '../../event-store/port.ts';
import type { LogWatcher } from '../../panels/log/log-source.ts';
import { sayError } from '../../ui/say-error.ts';

/** At most so many events are shown. */
export const SHOWN_EVENTS = 500;
/** How long new events are gathered before they are shown. */
const GATHER_MS = 80;

/** Reads the end of a log and then follows it; returns how to stop. */
export function followLog(store: Promise<EventStore>, filter: string, watcher: LogWatcher): () => void {
  let stopped = false;
  let stopFollowing = () => {};
  const start = async () => {
    const opened = await store;
    const head = await opened.lastPosition('all');
    const end = await readEnd(opened, head, filter, () => stopped);
    if (!stopped) stopFollowing = followFrom(opened, head, end, filter, watcher);
  };
  const fail = (error: unknown) => {
    if (!stopped) watcher.onFailure(sayError(error));
  };
  start().catch(fail);
  return () => {
    stopped = true;
    stopFollowing();
  };
}

/** The last matching events up to a position, and one more where there is one; in order. */
async function readEnd(
  store: EventStore,
  head: number,
  filter: string,
  isStopped: () => boolean,
): Promise<StoredEvent[]> {
  const found: StoredEvent[] = [];
  for await (const event of store.read('all', { after: head + 1, backwards: true })) {
    if (isStopped()) break;
    if (matches(event, filter)) found.push(event);
    if (found.length > SHOWN_EVENTS) break;
  }
  return found.reverse();
}

function followFrom(
  store: EventStore,
  head: number,
  end: readonly StoredEvent[],
  filter: string,
  { onView, onFailure }: LogWatcher,
): () => void {
  let rows = end;
  let hasEarlier = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = () => {
    timer = undefined;
    hasEarlier ||= rows.length > SHOWN_EVENTS;
    rows = rows.slice(-SHOWN_EVENTS);
    onView({ rows, hasEarlier });
  };
  let waiting: StoredEvent[] = [];
  const showSoon = () => {
    timer ??= setTimeout(() => {
      rows = [...rows, ...waiting];
      waiting = [];
      show();
    }, GATHER_MS);
  };
  show();
  const subscription = store.subscribe(
    'all',
    head,
    (event) => {
      if (!matches(event, filter)) return;
      waiting.push(event);
      showSoon();
    },
    (error) => onFailure(sayError(error)),
  );
  return () => {
    subscription.close();
    clearTimeout(timer);
  };
}

function matches({ type, tags }: StoredEvent, filter: string): boolean {
  const text = filter.trim().toLowerCase();
  return text === '' || [type, ...tags].some((part) => part.toLowerCase().includes(text));
}
