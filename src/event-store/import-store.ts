import { ArchiveReader } from './archive-reader.ts';
import { type BadLine, readNdjson } from './ndjson.ts';
import type { EventStore } from './port.ts';

export type ImportResult =
  | { readonly kind: 'imported'; readonly events: number; readonly retaggings: number }
  /** Nothing was written; the first 20 of them. */
  | { readonly kind: 'bad-lines'; readonly lines: readonly BadLine[] }
  /** Nothing was written: an archive goes into an empty store only. */
  | { readonly kind: 'not-empty' };

/**
 * Puts an archive into an empty store, all of it or nothing: every line is read and judged before the first is written,
 * and the writing is one step of the store. Events keep their order and get the positions 1, 2, 3 …
 */
export async function importStore(
  store: EventStore,
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<ImportResult> {
  const archive = new ArchiveReader();
  for await (const read of readNdjson(lines)) archive.take(read);
  const contents = archive.finish();
  if (!('events' in contents)) return { kind: 'bad-lines', lines: contents };
  if (!(await store.restore(contents))) return { kind: 'not-empty' };
  return { kind: 'imported', events: contents.events.length, retaggings: contents.retaggings.length };
}
