import { MemoryStore } from '../../src/event-store/memory-store.ts';
import { runContract } from './run-contract.ts';

runContract('The memory store', async () => {
  const store = new MemoryStore('contract');
  return { handles: [store], remove: async () => store.close() };
});
