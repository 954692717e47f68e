import type { Json } from '../lib/json.ts';
import {
  type Checkpoint,
  checkpointRef,
  isStale,
  readCheckpoint,
  startCheckpoint,
  toRowValue,
} from './checkpoint.ts';
import type { EventStore, Position, StoredEvent, StoreQuery } from './port.ts';
import { foldInto, keysIn, type PlannedEvent, type Projector, planEvents, shelfOf } from './projector.ts';

/** What projections need of a store. */
export type ProjectedStore = Pick<
  EventStore,
  'read' | 'lastPosition' | 'getRows' | 'listRows' | 'changeRows'
>;

export interface CatchUpOptions {
  /** How many events are folded between two writes; 2000 unless said. */
  readonly batch?: number;
  /** Once it is aborted, the batch under way is the last one. */
  readonly signal?: AbortSignal;
  /** Told after each write. */
  readonly onBatch?: (checkpoint: Checkpoint, head: Position) => void;
}

/** Why catching up ended: at the end of the log, stopped from outside, paused, at an event that cannot be taken, or because the rows were made with another definition. */
export interface CatchUpEnd {
  readonly kind: 'level' | 'stopped' | 'paused' | 'failed' | 'stale';
  readonly checkpoint: Checkpoint;
}

const BATCH = 2000;
/** So many rows are kept at hand from batch to batch. */
const AT_HAND = 50_000;

/**
 * Brings a projector's rows from its checkpoint to the end of the log, in batches: rows and checkpoint are written in one
 * transaction, so that whatever is cut off goes on where the last batch ended. Where another tab was faster, it goes on from there.
 */
export async function catchUp(
  store: ProjectedStore,
  projector: Projector,
  options: CatchUpOptions = {},
): Promise<CatchUpEnd> {
  for (;;) {
    const { row, checkpoint } = await readCheckpoint(store, projector);
    const standing = whyStanding(checkpoint, projector, options.signal);
    if (standing) return { kind: standing, checkpoint };
    const head = await store.lastPosition('all');
    if (checkpoint.position >= head) return { kind: 'level', checkpoint };
    await new Run(store, projector, options, head, row, checkpoint).go();
  }
}

function whyStanding(
  checkpoint: Checkpoint,
  projector: Projector,
  signal?: AbortSignal,
): Exclude<CatchUpEnd['kind'], 'level'> | null {
  if (checkpoint.isPaused) return 'paused';
  if (isStale(checkpoint, projector)) return 'stale';
  if (checkpoint.error !== null) return 'failed';
  return signal?.aborted ? 'stopped' : null;
}

/** One way through the log, from a checkpoint to where the log ended when it began. */
class Run {
  readonly #store: ProjectedStore;
  readonly #projector: Projector;
  readonly #options: CatchUpOptions;
  readonly #head: Position;
  readonly #rows = new Map<string, Json | undefined>();
  #row: Json | undefined;
  #checkpoint: Checkpoint;

  constructor(
    store: ProjectedStore,
    projector: Projector,
    options: CatchUpOptions,
    head: Position,
    row: Json | undefined,
    checkpoint: Checkpoint,
  ) {
    this.#store = store;
    this.#projector = projector;
    this.#options = options;
    this.#head = head;
    this.#row = row;
    this.#checkpoint = checkpoint;
  }

  /** Goes on until the end, an event that cannot be taken, a stop, or somebody else's write. */
  async go(): Promise<void> {
    const { batch = BATCH, signal } = this.#options;
    const query = queryOf(this.#projector);
    let events: StoredEvent[] = [];
    if (query !== null) {
      for await (const event of this.#store.read(query, { after: this.#checkpoint.position })) {
        if (event.position > this.#head) break;
        events.push(event);
        if (events.length < batch) continue;
        if (!(await this.#write(events, event.position)) || signal?.aborted) return;
        events = [];
      }
    }
    await this.#write(events, this.#head);
  }

  /** Whether to go on. */
  async #write(events: readonly StoredEvent[], upTo: Position): Promise<boolean> {
    const projector = this.#projector;
    const planned = planEvents(projector, events);
    await this.#fetch(keysIn(planned));
    const { taken, fault } = this.#fold(planned);
    const last = events[taken - 1];
    const failed = events[taken];
    const position = fault ? (failed?.position ?? 1) - 1 : upTo;
    const rebuildTo = this.#checkpoint.rebuildTo;
    const next: Checkpoint = {
      ...this.#checkpoint,
      position: Math.max(position, last?.position ?? 0, this.#checkpoint.position),
      seen: this.#checkpoint.seen + taken,
      rebuildTo: rebuildTo === null || position >= rebuildTo ? null : rebuildTo,
      error:
        fault && failed
          ? { ...fault, position: failed.position, eventId: failed.id, eventType: failed.type }
          : null,
    };
    const ref = checkpointRef(projector.name);
    const shelf = shelfOf(projector);
    const rows = [...keysIn(planned.slice(0, taken))].flatMap((key) => {
      const value = this.#rows.get(key);
      return value === undefined ? [] : [{ shelf, key, value }];
    });
    const value = toRowValue(next);
    const isWritten = await this.#store.changeRows({
      expect: [{ ...ref, value: this.#row }],
      put: [...rows, { ...ref, value }],
    });
    if (!isWritten) return false;
    this.#row = value;
    this.#checkpoint = next;
    this.#options.onBatch?.(next, this.#head);
    return fault === null;
  }

  #fold(planned: readonly PlannedEvent[]) {
    for (const [taken, one] of planned.entries()) {
      const fault = foldInto(this.#projector, one, this.#rows);
      if (fault) return { taken, fault };
    }
    return { taken: planned.length, fault: null };
  }

  /** Brings rows to hand. */
  async #fetch(keys: ReadonlySet<string>): Promise<void> {
    if (this.#rows.size > AT_HAND) this.#rows.clear();
    // Begun from nothing, there is nothing to be found.
    if (this.#checkpoint.position === 0) return;
    const missing = [...keys].filter((key) => !this.#rows.has(key));
    if (missing.length === 0) return;
    const shelf = shelfOf(this.#projector);
    const values = await this.#store.getRows(missing.map((key) => ({ shelf, key })));
    for (const [i, key] of missing.entries()) this.#rows.set(key, values[i]);
  }
}

/** What a projector reads; null for nothing. */
export function queryOf({ types }: Projector): StoreQuery | null {
  return types.length === 0 ? null : { items: [{ types, tags: [] }] };
}

/** Lets a projector begin anew: its rows go, and its checkpoint is before the first event. */
export async function startOver(store: ProjectedStore, projector: Projector): Promise<void> {
  const ref = checkpointRef(projector.name);
  const head = await store.lastPosition('all');
  const value = toRowValue({ ...startCheckpoint(projector), rebuildTo: head });
  await changeCheckpoint(store, projector, () => ({ clear: [shelfOf(projector)], put: [{ ...ref, value }] }));
}

/** Lets a projector stand still, or go on; going on, it tries an event again that it could not take. */
export async function setPaused(
  store: ProjectedStore,
  projector: Projector,
  isPaused: boolean,
): Promise<void> {
  const ref = checkpointRef(projector.name);
  await changeCheckpoint(store, projector, (checkpoint) => ({
    put: [
      { ...ref, value: toRowValue({ ...checkpoint, isPaused, error: isPaused ? checkpoint.error : null }) },
    ],
  }));
}

async function changeCheckpoint(
  store: ProjectedStore,
  projector: Projector,
  change: (checkpoint: Checkpoint) => Omit<Parameters<ProjectedStore['changeRows']>[0], 'expect'>,
): Promise<void> {
  for (;;) {
    const { row, checkpoint } = await readCheckpoint(store, projector);
    const expect = [{ ...checkpointRef(projector.name), value: row }];
    if (await store.changeRows({ expect, ...change(checkpoint) })) return;
  }
}
