import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Storage } from '../../src/event-store/store-database.ts';
import { openEventStore } from '../../src/event-store/stores.ts';
import type { MakeStore } from './handles.ts';
import { runContract } from './run-contract.ts';

runContract('The IndexedDB store, with one connection', makeStores(1));
runContract('The IndexedDB store, with three connections', makeStores(3));

function makeStores(connections: number): MakeStore {
  return async () => {
    const storage: Storage = { indexedDB: new IDBFactory(), IDBKeyRange };
    const open = () => openEventStore('contract', { storage });
    const first = await open();
    const others = await Promise.all(Array.from({ length: connections - 1 }, open));
    return {
      handles: [first, ...others],
      remove: async () => {
        for (const store of [first, ...others]) store.close();
      },
    };
  };
}
