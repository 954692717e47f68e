import { expect } from 'vitest';
import { MemoryStore } from '../../src/event-store/memory-store.ts';
import { deleteStore, openEventStore } from '../../src/event-store/stores.ts';
import { runContract } from '../contract/run-contract.ts';

runContract('The memory store in Chromium', async () => {
  const store = new MemoryStore('contract');
  return { handles: [store], remove: async () => store.close() };
});

runContract('The IndexedDB store in Chromium', async () => {
  const name = crypto.randomUUID();
  const stores = [await openEventStore(name), await openEventStore(name)] as const;
  expect(stores.map(({ durable }) => durable)).toEqual([true, true]);
  return {
    handles: stores,
    remove: async () => {
      for (const store of stores) store.close();
      await deleteStore(name, name);
    },
  };
});
