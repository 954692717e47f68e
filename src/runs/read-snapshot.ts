import type { View } from '../decision/decide.ts';
import type { Query } from '../decision/query.ts';
import type { AppendCondition, Position, StoredEvent } from '../event-store/port.ts';
import { foldRecords } from '../exploration/fold-records.ts';
import type { CommandRun } from '../strategies/command-run.ts';
import type { Guard } from '../strategies/guard.ts';
import type { RunStore } from './open-race.ts';
import { toRecord } from './stored-records.ts';
import { isUpTo } from './up-to.ts';

// A store may take several transactions for one read. That it is one step all the same comes from the log, which only
// grows: everything up to a position that was read once stays as it is, whatever is appended meanwhile (S1, R1).

/** The events of a query as they stood when `head` was the last position. */
async function readUpTo(store: RunStore, query: Query, head: Position): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  // A boundary can be empty, which no store takes for a query.
  if (query.items.length === 0 || head === 0) return events;
  for await (const event of store.read(query)) {
    if (!isUpTo(event.position, head)) break;
    events.push(event);
  }
  return events;
}

/** The values of a command's projections when `head` was the last position, without the events of one cause: its own (S1). */
export async function viewAt(
  store: RunStore,
  run: CommandRun,
  head: Position,
  own: string | null,
): Promise<View> {
  const events = await readUpTo(store, run.command.boundary, head);
  return foldRecords(
    run,
    events.filter(({ causationId }) => own === null || causationId !== own).map(toRecord),
  );
}

/** What a store has to check so that it stops exactly what a guard stops after a read at `head` (S4, S5, B2); null for nothing. */
export async function conditionFor(
  store: RunStore,
  guard: Guard,
  head: Position,
): Promise<AppendCondition | null> {
  switch (guard.kind) {
    case 'none':
      return null;
    case 'log':
      return { query: 'all', after: head };
    case 'query':
      return guard.query.items.length === 0 ? null : { query: guard.query, after: head };
    case 'streams':
      return {
        streams: await Promise.all(
          guard.streams.map(async (stream) => ({ stream, version: await versionAt(store, stream, head) })),
        ),
      };
  }
}

async function versionAt(store: RunStore, stream: string, head: Position): Promise<number> {
  const events = await store.readStream(stream);
  return events.filter(({ position }) => isUpTo(position, head)).length;
}
