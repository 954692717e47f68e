import type { EventStore, ReadOptions } from '../../src/event-store/port.ts';
import type { Differences } from './differences.ts';
import { idsOf, listAll } from './known-log.ts';
import { settle } from './settle.ts';
import type { StepWith, VectorRun } from './vector-run.ts';

/** Reads and compares the events, or their ids. */
export async function checkRead(
  { read, expect }: StepWith<'read'>,
  store: EventStore,
  { known }: VectorRun,
  differences: Differences,
): Promise<void> {
  const { query, after, ...options } = read;
  const where: ReadOptions = after === undefined ? options : { ...options, after: known.resolve(after) };
  // Whether misuse is noticed at the call or at the first event is left open.
  const found = await settle(Promise.resolve().then(() => listAll(store.read(query, where))));
  if ('error' in found || 'error' in expect) return differences.compare('the result', found, expect);
  if ('ids' in expect) return differences.compare('the ids', idsOf(found), expect.ids);
  const ids = idsOf(expect.events);
  const positions = known.positionsOf(ids);
  differences.compare(
    'the events',
    found,
    expect.events.map((event, i) => ({ ...event, position: positions[i] })),
  );
}
