import * as Y from 'yjs';
import type { Saving } from '../board.ts';
import type { BoardStorage, StoredUpdate } from './board-storage.ts';
import { explainFailure } from './storage-failure.ts';

/** So many updates become one: when a board is opened, and while it is open. */
const MANY_AT_OPENING = 30;
const MANY_SINCE = 500;
/** After a failure that may pass, it is tried again without waiting for the next edit. */
const RETRY_MS = 5000;

/**
 * Keeps every update of a Yjs document. Writing starts at once; what comes while one write is on its way goes into the
 * next one. Updates from other tabs are kept too, though those tabs keep them: a tab may die before it has, and later
 * edits that build on them could not be read without.
 */
export class UpdateLog {
  readonly #storage: BoardStorage;
  readonly #id: string;
  readonly #shared: Y.Doc;
  readonly #now: () => number;
  readonly #tell: (saving: Saving) => void;
  #waiting: Uint8Array[] = [];
  #writing: Promise<void> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  /** The last update that was there at opening, and how many came since. */
  #base = 0;
  #since = 0;

  constructor(
    storage: BoardStorage,
    id: string,
    shared: Y.Doc,
    now: () => number,
    tell: (saving: Saving) => void,
  ) {
    this.#storage = storage;
    this.#id = id;
    this.#shared = shared;
    this.#now = now;
    this.#tell = tell;
  }

  /** Reads what is kept into the Yjs document, and keeps what comes from then on. */
  async open(): Promise<void> {
    const stored = await this.#storage.readUpdates(this.#id);
    this.#shared.transact(() => {
      for (const { update } of stored) Y.applyUpdate(this.#shared, update);
    }, this);
    this.#base = stored.at(-1)?.number ?? 0;
    this.#shared.on('update', this.#keep);
    if (stored.length < MANY_AT_OPENING) return;
    void this.#shrink();
  }

  /** Puts one update in the place of all; when that fails they stay, which is as good. */
  async #shrink(): Promise<void> {
    const replaced = this.#storage.replaceUpdates(this.#id, 0, this.#readWhole);
    this.#base = await replaced.catch(() => this.#base);
  }

  /** Everything as one update, without what was deleted; another tab may have added to what was there at opening. */
  readonly #readWhole = (updates: readonly StoredUpdate[]): Uint8Array => {
    this.#shared.transact(() => {
      for (const { number, update } of updates) {
        if (number > this.#base) Y.applyUpdate(this.#shared, update);
      }
    }, this);
    return Y.encodeStateAsUpdate(this.#shared);
  };

  /** Resolves when everything so far is kept, or could not be. */
  async flush(): Promise<void> {
    if (this.#waiting.length > 0) this.#write();
    while (this.#writing !== undefined) await this.#writing;
  }

  close(): void {
    clearTimeout(this.#retry);
    this.#shared.off('update', this.#keep);
    if (this.#waiting.length > 0) this.#write();
  }

  readonly #keep = (update: Uint8Array, origin: unknown): void => {
    if (origin === this) return;
    this.#waiting.push(update);
    this.#write();
  };

  #write(): void {
    if (this.#writing !== undefined) return;
    clearTimeout(this.#retry);
    this.#tell({ kind: 'saving' });
    this.#writing = this.#writeAll().finally(() => {
      this.#writing = undefined;
    });
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        await this.#storage.addUpdate(this.#id, merge(batch));
      } catch (error) {
        this.#waiting = [...batch, ...this.#waiting];
        this.#fail(error);
        return;
      }
      await this.#tidy();
    }
    const { notice } = this.#storage;
    this.#tell(notice === null ? { kind: 'saved', at: this.#now() } : { kind: 'failed', message: notice });
  }

  #fail(error: unknown): void {
    const failure = explainFailure(error);
    this.#tell({ kind: 'failed', message: failure.message });
    if (failure.isPassing) this.#retry = setTimeout(() => this.#write(), RETRY_MS);
  }

  /** Makes one update of the many small ones. The large first one is left alone, so this takes a moment only. */
  async #tidy(): Promise<void> {
    this.#since++;
    if (this.#since < MANY_SINCE) return;
    this.#since = 0;
    await this.#storage
      .replaceUpdates(this.#id, this.#base, (updates) => merge(updates.map(({ update }) => update)))
      .catch(() => {});
  }
}

function merge(updates: readonly Uint8Array[]): Uint8Array {
  const [only] = updates;
  return only && updates.length === 1 ? only : Y.mergeUpdates([...updates]);
}
