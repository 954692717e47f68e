import type { EventStore, StoreTrouble } from '../../event-store/port.ts';
import { deleteStore, listStores } from '../../event-store/stores.ts';
import type { StoreEntry } from '../../panels/stores/store-shelf.ts';
import { ShelvedStore } from './shelved-store.ts';

/** How long changes are gathered before they are told. */
const GATHER_MS = 60;

/** Keeps the stores of this browser open and says how each one stands. */
export class StoreKeeper {
  readonly #shelved = new Map<string, ShelvedStore>();
  readonly #opening = new Map<string, Promise<ShelvedStore>>();
  /** Names of stores that are being deleted or made anew, and are not to be opened meanwhile. */
  readonly #changing = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #entries: readonly StoreEntry[] | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly entries = (): readonly StoreEntry[] | null => this.#entries;

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Looks for stores that other tabs made or deleted. */
  async refresh(): Promise<void> {
    const names = await listStores();
    const isFree = (name: string) => !this.#changing.has(name);
    for (const [name, { entry }] of this.#shelved) {
      if (entry.durable && isFree(name) && !names.includes(name)) this.#drop(name);
    }
    await Promise.all(names.filter(isFree).map((name) => this.open(name)));
    this.#tell();
  }

  /** The store of a name, made if there is none. */
  async open(name: string): Promise<EventStore> {
    const open = this.#shelved.get(name);
    if (open) return open.store;
    const opening = this.#opening.get(name) ?? this.#shelve(name);
    return (await opening).store;
  }

  /** A store of that name with nothing in it: one that was there before is deleted. */
  async recreate(name: string): Promise<EventStore> {
    this.#changing.add(name);
    try {
      this.#shelved.get(name)?.close();
      await deleteStore(name, name);
      return (await this.#shelve(name)).store;
    } finally {
      this.#changing.delete(name);
    }
  }

  async remove(name: string, typedName: string): Promise<boolean> {
    if (typedName !== name) return false;
    this.#changing.add(name);
    try {
      this.#drop(name);
      await deleteStore(name, typedName);
      return true;
    } finally {
      this.#changing.delete(name);
      this.#tell();
    }
  }

  async #shelve(name: string): Promise<ShelvedStore> {
    const opening = ShelvedStore.open(name, (shelved, trouble) => this.#note(shelved, trouble));
    this.#opening.set(name, opening);
    try {
      const shelved = await opening;
      this.#shelved.set(name, shelved);
      this.#tellSoon();
      return shelved;
    } finally {
      this.#opening.delete(name);
    }
  }

  #note(shelved: ShelvedStore, trouble: StoreTrouble | undefined): void {
    const { name } = shelved.store;
    if (trouble?.code === 'deleted' && this.#shelved.get(name) === shelved) this.#drop(name);
    this.#tellSoon();
  }

  #drop(name: string): void {
    this.#shelved.get(name)?.close();
    this.#shelved.delete(name);
  }

  #tellSoon(): void {
    this.#timer ??= setTimeout(() => this.#tell(), GATHER_MS);
  }

  #tell(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const entries = [...this.#shelved.values()].map(({ entry }) => entry);
    const sorted = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    if (JSON.stringify(sorted) === JSON.stringify(this.#entries)) return;
    this.#entries = sorted;
    for (const listener of this.#listeners) listener();
  }
}
