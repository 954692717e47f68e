import type { StoreContents } from './port.ts';
import { toRow } from './schema.ts';
import type { StoreDatabase } from './store-database.ts';

/** Fills an empty database in one transaction; `false` when it is not empty. */
export function restoreInDatabase(database: StoreDatabase, contents: StoreContents): Promise<boolean> {
  const { events, streams, retaggings } = database;
  return database.transaction('rw', events, streams, retaggings, async () => {
    if ((await events.limit(1).count()) > 0 || (await retaggings.limit(1).count()) > 0) return false;
    const versions = new Map<string, number>();
    for (const stream of contents.events.flatMap((event) => event.streams ?? [])) {
      versions.set(stream, (versions.get(stream) ?? 0) + 1);
    }
    await events.bulkAdd(contents.events.map((event, i) => toRow(event, i + 1)));
    await streams.bulkAdd([...versions].map(([stream, version]) => ({ stream, version })));
    await retaggings.bulkAdd(contents.retaggings.map((record) => ({ record })));
    return true;
  });
}
