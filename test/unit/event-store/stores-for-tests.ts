import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { DexieStore } from '../../../src/event-store/dexie-store.ts';
import type { EventStore, NewEvent, StoredEvent, StoreTrouble } from '../../../src/event-store/port.ts';
import type { Storage } from '../../../src/event-store/store-database.ts';

/** An IndexedDB of its own, in memory. */
export function fakeStorage(): Storage {
  return { indexedDB: new IDBFactory(), IDBKeyRange };
}

export function dexieStore(name = 'test', storage = fakeStorage()): DexieStore {
  return new DexieStore(name, storage, 'relaxed');
}

export function event(
  id: string,
  type: string,
  tags: readonly string[] = [],
  more: Partial<NewEvent> = {},
): NewEvent {
  return { id, type, tags, data: {}, time: '2000-01-01T00:00:00Z', ...more };
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

export async function idsOf(events: AsyncIterable<StoredEvent>): Promise<string[]> {
  return (await collect(events)).map(({ id }) => id);
}

/** The codes of all troubles that the store tells from now on. */
export function hearTroubles(store: EventStore): StoreTrouble['code'][] {
  const codes: StoreTrouble['code'][] = [];
  store.onTrouble(({ code }) => codes.push(code));
  return codes;
}

/** Waits until something is so. */
export async function until(isSo: () => boolean): Promise<void> {
  for (let i = 0; i < 400 && !isSo(); i++) await new Promise((resolve) => setTimeout(resolve, 5));
}
