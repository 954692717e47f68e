import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { DexieStore } from '../../../src/event-store/dexie-store.ts';
import { MemoryStore } from '../../../src/event-store/memory-store.ts';
import type { EventStore } from '../../../src/event-store/port.ts';

/** How often each property is tried on each store under each strategy. */
const factor = Number(process.env['AMBIT_RUNS'] ?? 300) / 300;

interface StoreUnderTest {
  readonly name: string;
  readonly cases: number;
  /** An empty store, in a place of its own. */
  open(): EventStore;
}

/** All adapters; those that are slow are tried less often. */
export const STORES: readonly StoreUnderTest[] = [
  { name: 'the memory store', cases: 300 * factor, open: () => new MemoryStore('run') },
  {
    name: 'IndexedDB',
    cases: 200 * factor,
    open: () => new DexieStore('run', { indexedDB: new IDBFactory(), IDBKeyRange }, 'relaxed'),
  },
];
