import type { Json } from '../lib/json.ts';
import type { ProjectedStore } from './catch-up.ts';
import { readCheckpoint } from './checkpoint.ts';
import { foldInto, type Projector, planEvents, shelfOf } from './projector.ts';

/** What rows should be and are not, by a rebuilding in memory that touches nothing. */
export interface RowCheck {
  /** How many events of its types the log has up to the checkpoint, and how many of them the rows were made of. */
  readonly inLog: number;
  readonly seen: number;
  /** How many rows differ from what the log gives: missing, wrong or too many. */
  readonly wrongRows: number;
  /** The first of them, in the order of keys. */
  readonly firstWrong: string | null;
}

/** Holds a projector's rows to what the log gives up to its checkpoint: a hole in them shows, however it came about. */
export async function checkRows(
  store: ProjectedStore,
  projector: Projector,
  signal?: AbortSignal,
): Promise<RowCheck> {
  const { checkpoint } = await readCheckpoint(store, projector);
  const expected = new Map<string, Json | undefined>();
  let inLog = 0;
  for await (const event of store.read('all')) {
    signal?.throwIfAborted();
    if (event.position > checkpoint.position) break;
    for (const planned of planEvents(projector, [event])) {
      inLog++;
      foldInto(projector, planned, expected);
    }
  }
  const found = new Map<string, Json>();
  for (const { key, value } of await store.listRows(shelfOf(projector))) found.set(key, value);
  const wrong = [...new Set([...expected.keys(), ...found.keys()])]
    .filter((key) => JSON.stringify(expected.get(key)) !== JSON.stringify(found.get(key)))
    .sort();
  return { inLog, seen: checkpoint.seen, wrongRows: wrong.length, firstWrong: wrong[0] ?? null };
}
