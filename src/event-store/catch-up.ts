import type { Json } from '../lib/json.ts';
import {
  type Checkpoint,
  checkpointRef,
  isStale,
  type ProjectionError,
  readCheckpoint,
  startCheckpoint,
  toRowValue,
} from './checkpoint.ts';
import type { EventStore, Position, StoredEvent } from './port.ts';
import { foldInto, keysIn, type Projector, planEvents, shelfOf } from './projector.ts';

/** What projections need of a store. */
export type ProjectedStore = Pick<
  EventStore,
  'read' | 'lastPosition' | 'getRows' | 'listRows' | 'changeRows'
>;

export interface CatchUpOptions {
  /** How many events are passed between two writes; 10,000 unless said. */
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

const BATCH = 10_000;
/** So many events are folded in one go: the page waits so long. */
const SLICE = 1000;
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
  readonly #changed = new Set<string>();
  #row: Json | undefined;
  #checkpoint: Checkpoint;
  /** How many events were folded since the last write. */
  #taken = 0;
  #error: ProjectionError | null = null;

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
    const slice = Math.min(batch, SLICE);
    let events: StoredEvent[] = [];
    let passed = 0;
    // One way through the log is faster than looking its types up in an index, unless they are very rare.
    for await (const event of this.#store.read('all', { after: this.#checkpoint.position })) {
      if (event.position > this.#head) break;
      events.push(event);
      passed++;
      if (events.length < slice && passed < batch) continue;
      if (!(await this.#take(events))) break;
      events = [];
      if (passed < batch) continue;
      if (!(await this.#write(event.position)) || signal?.aborted) return;
      passed = 0;
    }
    if (this.#error === null) await this.#take(events);
    await this.#write(this.#error === null ? this.#head : this.#error.position - 1);
  }

  /** Folds events into the rows at hand; false where one cannot be taken. */
  async #take(events: readonly StoredEvent[]): Promise<boolean> {
    const planned = planEvents(this.#projector, events);
    await this.#fetch(keysIn(planned));
    for (const one of planned) {
      const fault = foldInto(this.#projector, one, this.#rows);
      if (fault) {
        const { position, id: eventId, type: eventType } = one.event;
        this.#error = { ...fault, position, eventId, eventType };
        return false;
      }
      for (const key of keysIn([one])) this.#changed.add(key);
      this.#taken++;
    }
    return true;
  }

  /** Whether it was written: not, where somebody else has written meanwhile. */
  async #write(upTo: Position): Promise<boolean> {
    const { rebuildTo } = this.#checkpoint;
    const next: Checkpoint = {
      ...this.#checkpoint,
      position: upTo,
      seen: this.#checkpoint.seen + this.#taken,
      rebuildTo: rebuildTo === null || upTo >= rebuildTo ? null : rebuildTo,
      error: this.#error,
    };
    const ref = checkpointRef(this.#projector.name);
    const shelf = shelfOf(this.#projector);
    const rows = [...this.#changed].flatMap((key) => {
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
    this.#taken = 0;
    this.#changed.clear();
    if (this.#rows.size > AT_HAND) this.#rows.clear();
    this.#options.onBatch?.(next, this.#head);
    return true;
  }

  /** Brings rows to hand. */
  async #fetch(keys: ReadonlySet<string>): Promise<void> {
    // Begun from nothing, there is nothing to be found.
    if (this.#checkpoint.position === 0) return;
    const missing = [...keys].filter((key) => !this.#rows.has(key));
    if (missing.length === 0) return;
    const shelf = shelfOf(this.#projector);
    const values = await this.#store.getRows(missing.map((key) => ({ shelf, key })));
    for (const [i, key] of missing.entries()) this.#rows.set(key, values[i]);
  }
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
