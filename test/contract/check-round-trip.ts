import { exportStore } from '../../src/event-store/export-store.ts';
import { importStore } from '../../src/event-store/import-store.ts';
import type { EventStore } from '../../src/event-store/port.ts';
import type { Differences } from './differences.ts';
import { listAll } from './known-log.ts';
import type { VectorRun } from './vector-run.ts';

/** Exports a store into an empty one: everything has to be there again, at positions from 1 without gaps. */
export async function checkRoundTrip(
  store: EventStore,
  { makeStore }: VectorRun,
  differences: Differences,
): Promise<void> {
  const { handles, remove } = await makeStore();
  const [copy] = handles;
  try {
    const result = await importStore(copy, exportStore(store));
    differences.compare('the import', result.kind, 'imported');
    const events = (await listAll(store.read('all'))).map((event, i) => ({ ...event, position: i + 1 }));
    differences.compare('the copy', await listAll(copy.read('all')), events);
    const done = async (one: EventStore) =>
      (await one.listRetaggings()).map(({ id, undone, reason }) => ({ id, undone, reason }));
    differences.compare('the retaggings of the copy', await done(copy), await done(store));
    const again = await importStore(copy, exportStore(store));
    if (events.length > 0) differences.compare('a second import', again.kind, 'not-empty');
  } finally {
    await remove();
  }
}
