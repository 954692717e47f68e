import type { BoardEntry } from '../board.ts';
import type { BoardStorage, StoredUpdate } from './board-storage.ts';

/** Boards in this page only; `notice` says why. */
export class MemoryStorage implements BoardStorage {
  readonly notice: string;
  readonly #entries = new Map<string, BoardEntry>();
  readonly #updates = new Map<string, readonly StoredUpdate[]>();
  readonly #watching = new Set<() => void>();
  #numbers = 0;

  constructor(notice: string) {
    this.notice = notice;
  }

  readonly watchEntries = (tell: (entries: readonly BoardEntry[]) => void): (() => void) => {
    const told = () => tell([...this.#entries.values()]);
    this.#watching.add(told);
    told();
    return () => this.#watching.delete(told);
  };

  readonly findEntry = async (id: string): Promise<BoardEntry | undefined> => this.#entries.get(id);

  readonly add = async (entry: BoardEntry, update: Uint8Array): Promise<void> => {
    this.#entries.set(entry.id, entry);
    await this.addUpdate(entry.id, update);
    this.#tell();
  };

  readonly changeEntry = async (id: string, changes: Partial<Omit<BoardEntry, 'id'>>): Promise<void> => {
    const entry = this.#entries.get(id);
    if (entry) this.#entries.set(id, { ...entry, ...changes });
    this.#tell();
  };

  readonly purge = async (): Promise<void> => {};

  readonly readUpdates = async (id: string): Promise<readonly StoredUpdate[]> => this.#updates.get(id) ?? [];

  readonly addUpdate = async (id: string, update: Uint8Array): Promise<void> => {
    this.#numbers++;
    this.#updates.set(id, [...(this.#updates.get(id) ?? []), { number: this.#numbers, update }]);
  };

  readonly replaceUpdates = async (
    id: string,
    after: number,
    merge: (updates: readonly StoredUpdate[]) => Uint8Array,
  ): Promise<number> => {
    const all = this.#updates.get(id) ?? [];
    const merged = merge(all.filter(({ number }) => number > after));
    this.#updates.set(
      id,
      all.filter(({ number }) => number <= after),
    );
    await this.addUpdate(id, merged);
    return this.#numbers;
  };

  #tell(): void {
    for (const told of [...this.#watching]) told();
  }
}
