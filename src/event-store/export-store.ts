import { type ArchiveLine, FORMAT, VERSION } from './archive-line.ts';
import type { EventStore, Position, RecordedRetagging } from './port.ts';

/**
 * A store as the lines of an NDJSON archive, each with its line break. The last line says how many there have to be, so
 * that an archive that was cut off is not taken for a whole one. Throws when tags are changed meanwhile: then the record
 * of the changes and the tags written down before would not fit together. Migrations and their backups stay behind: an
 * archive holds the log as it stands.
 */
export async function* exportStore(store: EventStore): AsyncGenerator<string, void, undefined> {
  const retaggings = await store.listRetaggings();
  const positions = new Set<Position>();
  yield write({ format: FORMAT, version: VERSION, store: store.name });
  for await (const event of store.read('all')) {
    positions.add(event.position);
    yield write({ event });
  }
  if (stateOf(await store.listRetaggings()) !== stateOf(retaggings)) {
    throw new Error(`Tags in "${store.name}" were changed during the export: start it again`);
  }
  // What a migration took away cannot get its tags back from here.
  const kept = retaggings.filter(({ before }) => before.every(({ position }) => positions.has(position)));
  for (const retagging of kept) yield write({ retagging });
  yield write({ end: { events: positions.size, retaggings: kept.length } });
}

function write(line: ArchiveLine): string {
  return `${JSON.stringify(line)}\n`;
}

function stateOf(retaggings: readonly RecordedRetagging[]): string {
  return JSON.stringify(retaggings.map(({ id, undone }) => [id, undone]));
}
