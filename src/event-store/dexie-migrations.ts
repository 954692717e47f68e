import { CHECKPOINTS, outdate } from './checkpoint.ts';
import { checkMeanwhile, checkUndoMigration, reverse, streamsOf } from './migration.ts';
import type { Migration, Position, RecordedMigration, StoredEvent } from './port.ts';
import { INDEXES, keyRow } from './schema.ts';
import type { StoreDatabase } from './store-database.ts';

/** Changes stored events, their keys and streams, and records it with the originals, in one transaction. */
export function migrateInDatabase(database: StoreDatabase, migration: Migration): Promise<RecordedMigration> {
  return inTransaction(database, async () => {
    const { events, retaggings, migrations } = database;
    const known = await migrations.get({ 'record.id': migration.id });
    if (known) return known.record;
    const last = await events.orderBy(':id').last();
    const stored = await readAt(database, migration.changes);
    checkMeanwhile(migration, last?.event.position ?? 0, (position) => stored.get(position));
    await write(database, migration.changes, last?.event.position ?? 0);
    const record = { ...migration, retaggings: await retaggings.count(), undone: false };
    await migrations.add({ record });
    return record;
  });
}

/** Puts the originals of a migration back, and records it, in one transaction. */
export function undoMigrationInDatabase(database: StoreDatabase, id: string): Promise<RecordedMigration> {
  return inTransaction(database, async () => {
    const { retaggings, migrations } = database;
    const all = (await migrations.toArray()).map(({ record }) => record);
    const tagged = (await retaggings.toArray()).map(({ record }) => record);
    const wanted = all.find((one) => one.id === id);
    const stored = await readAt(database, wanted?.changes ?? []);
    const known = checkUndoMigration(id, all, tagged, (position) => stored.get(position));
    await write(database, reverse(known), 0);
    const record = { ...known, undone: true };
    await migrations.where({ 'record.id': id }).modify({ record });
    return record;
  });
}

function inTransaction<T>(database: StoreDatabase, work: () => Promise<T>): Promise<T> {
  const { events, streams, retaggings, migrations, meta, rows } = database;
  return database.transaction('rw', [events, streams, retaggings, migrations, meta, rows], work);
}

async function write(
  { events, streams, meta, rows }: StoreDatabase,
  changes: Migration['changes'],
  head: Position,
): Promise<void> {
  // Everything goes first: an id may move to another position.
  await events.bulkDelete(changes.map(({ position }) => position));
  await events.bulkAdd(changes.flatMap(({ after }) => (after ? [keyRow(after)] : [])));
  for (const stream of streamsOf(changes)) {
    const version = await events.where(INDEXES.stream).equals(stream).count();
    await streams.put({ stream, version });
  }
  const checkpoints = rows.where(':id').between([CHECKPOINTS], [CHECKPOINTS, []]);
  await rows.bulkPut([...outdate(await checkpoints.toArray())]);
  const isCut = changes.some(({ position, after }) => position === head && after === null);
  if (isCut) await meta.put({ key: 'head', value: String(Math.floor(head)) });
}

async function readAt(
  { events }: StoreDatabase,
  changes: Migration['changes'],
): Promise<ReadonlyMap<Position, StoredEvent>> {
  const rows = await events.bulkGet(changes.map(({ position }) => position));
  return new Map(rows.flatMap((row) => (row ? [[row.event.position, row.event]] : [])));
}
