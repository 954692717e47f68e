import { catchUp, type ProjectedStore, setPaused, startOver } from './catch-up.ts';
import { checkRows, type RowCheck } from './check-rows.ts';
import { type Checkpoint, isStale, readCheckpoint } from './checkpoint.ts';
import type { EventStore, Position } from './port.ts';
import { type Projector, shelfOf } from './projector.ts';

/** How a projector's rows stand. The same object as long as nothing changes. */
export interface ProjectionStatus {
  readonly checkpoint: Checkpoint;
  /** The last position of the log. */
  readonly head: Position;
  readonly rows: number;
  /** How fast the last catching up went; null before the first that was long enough to tell. */
  readonly perSecond: number | null;
  readonly isRunning: boolean;
  readonly isStale: boolean;
  /** What the last check found; null before, and once the rows have been begun anew. */
  readonly check: RowCheck | null;
  /** Why the store could not be asked; null while it can. */
  readonly trouble: string | null;
}

export interface RunnerTools {
  /** Milliseconds. */
  readonly now: () => number;
  readonly onChange: () => void;
  /** How many events are folded between two writes. */
  readonly batch?: number;
}

/** Keeps one projector's rows level with a store's log, one way through it at a time. */
export class ProjectionRunner {
  readonly projector: Projector;
  readonly #store: ProjectedStore & Pick<EventStore, 'countRows'>;
  readonly #tools: RunnerTools;
  #status: ProjectionStatus | null = null;
  #abort = new AbortController();
  #running: Promise<void> | null = null;
  #isBehind = false;
  #isClosed = false;

  constructor(
    store: ProjectedStore & Pick<EventStore, 'countRows'>,
    projector: Projector,
    tools: RunnerTools,
  ) {
    this.#store = store;
    this.projector = projector;
    this.#tools = tools;
  }

  /** Null until it has looked. */
  status(): ProjectionStatus | null {
    return this.#status;
  }

  /** Catches up, and once more if it is told so meanwhile. Fulfils at the end. */
  wake(): Promise<void> {
    this.#isBehind = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** Lets the batch under way be the last one, until it is resumed. */
  async pause(): Promise<void> {
    this.#abort.abort();
    await this.#running;
    await setPaused(this.#store, this.projector, true);
    await this.#look();
  }

  async resume(): Promise<void> {
    await setPaused(this.#store, this.projector, false);
    await this.wake();
  }

  /** Begins anew from before the first event. */
  async rebuild(): Promise<void> {
    this.#abort.abort();
    await this.#running;
    await startOver(this.#store, this.projector);
    this.#tell({ check: null });
    await this.wake();
  }

  /** Holds the rows to what the log gives. */
  async check(): Promise<void> {
    await this.wake();
    const check = await checkRows(this.#store, this.projector);
    await this.#look({ check });
  }

  close(): void {
    this.#isClosed = true;
    this.#abort.abort();
  }

  async #run(): Promise<void> {
    while (this.#isBehind && !this.#isClosed) {
      this.#isBehind = false;
      this.#abort = new AbortController();
      try {
        await this.#look({ trouble: null });
        await this.#catchUp(this.#abort.signal);
      } catch (error) {
        this.#tell({ trouble: error instanceof Error ? error.message : String(error) });
      }
    }
    this.#tell({ isRunning: false });
  }

  async #catchUp(signal: AbortSignal): Promise<void> {
    const { now, batch } = this.#tools;
    let [since, from] = [now(), this.#status?.checkpoint.position ?? 0];
    const onBatch = (checkpoint: Checkpoint, head: Position) => {
      const [ms, events] = [now() - since, checkpoint.position - from];
      const perSecond = ms > 0 && events > 0 ? { perSecond: (events / ms) * 1000 } : {};
      [since, from] = [now(), checkpoint.position];
      this.#tell({ checkpoint, head, isRunning: true, ...perSecond });
    };
    await catchUp(this.#store, this.projector, { signal, onBatch, ...(batch !== undefined && { batch }) });
    await this.#look({ isRunning: false });
  }

  /** Reads anew how things stand. */
  async #look(change: Partial<ProjectionStatus> = {}): Promise<void> {
    const { checkpoint } = await readCheckpoint(this.#store, this.projector);
    const head = await this.#store.lastPosition('all');
    const rows = await this.#store.countRows(shelfOf(this.projector));
    this.#tell({ checkpoint, head, rows, isStale: isStale(checkpoint, this.projector), ...change });
  }

  #tell(change: Partial<ProjectionStatus>): void {
    if (this.#isClosed || (this.#status === null && change.checkpoint === undefined)) return;
    const next = { ...NOTHING, ...this.#status, ...change } as ProjectionStatus;
    if (this.#status !== null && JSON.stringify(next) === JSON.stringify(this.#status)) return;
    this.#status = next;
    this.#tools.onChange();
  }
}

const NOTHING = {
  head: 0,
  rows: 0,
  perSecond: null,
  isRunning: false,
  isStale: false,
  check: null,
  trouble: null,
};
