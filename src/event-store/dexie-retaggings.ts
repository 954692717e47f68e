import { checkNoLaterMigration } from './migration.ts';
import type { Position, RecordedRetagging, Retagging, StoredEvent } from './port.ts';
import { applyTags, checkRetagging, checkUndo } from './retagging.ts';
import { keyRow } from './schema.ts';
import type { StoreDatabase } from './store-database.ts';

/** Changes tags, their keys and the record of it in one transaction. */
export function retagInDatabase(database: StoreDatabase, retagging: Retagging): Promise<RecordedRetagging> {
  const { events, retaggings } = database;
  return database.transaction('rw', events, retaggings, async () => {
    const known = await retaggings.get({ 'record.id': retagging.id });
    if (known) return known.record;
    const stored = await readEvents(
      database,
      retagging.changes.map(({ position }) => position),
    );
    const before = checkRetagging(retagging, (position) => stored.get(position));
    for (const change of retagging.changes) {
      const event = stored.get(change.position);
      if (event) stored.set(change.position, applyTags(event, change));
    }
    await events.bulkPut([...stored.values()].map(keyRow));
    const record = {
      ...retagging,
      before: before.map(({ position, tags }) => ({ position, tags })),
      undone: false,
    };
    await retaggings.add({ record });
    return record;
  });
}

/** Gives events their former tags and keys, and records it, in one transaction. */
export function undoInDatabase(database: StoreDatabase, id: string): Promise<RecordedRetagging> {
  const { events, retaggings, migrations } = database;
  return database.transaction('rw', events, retaggings, migrations, async () => {
    const all = (await retaggings.toArray()).map(({ record }) => record);
    const known = checkUndo(id, all);
    const migrated = (await migrations.toArray()).map(({ record }) => record);
    checkNoLaterMigration(known, all.indexOf(known), migrated);
    const tagsAt = new Map(known.before.map(({ position, tags }) => [position, tags]));
    const stored = await readEvents(database, [...tagsAt.keys()]);
    const former = [...stored.values()].map((event) => ({
      ...event,
      tags: tagsAt.get(event.position) ?? event.tags,
    }));
    await events.bulkPut(former.map(keyRow));
    const record = { ...known, undone: true };
    await retaggings.where({ 'record.id': id }).modify({ record });
    return record;
  });
}

async function readEvents(
  { events }: StoreDatabase,
  positions: readonly Position[],
): Promise<Map<Position, StoredEvent>> {
  const rows = await events.bulkGet([...new Set(positions)]);
  return new Map(rows.flatMap((row) => (row ? [[row.event.position, row.event]] : [])));
}
