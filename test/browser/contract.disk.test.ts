import { runContract } from '../contract/run-contract.ts';
import { shareContexts } from './contexts.ts';
import { RemoteStore } from './remote-store.ts';

const contexts = shareContexts({ tabs: 2 });
let stores = 0;

runContract('IndexedDB on disk, from two tabs and two workers', async () => {
  const name = `contract-${stores++}`;
  const { tabs, workers } = contexts();
  const [first, ...others] = tabs;
  const handle = await RemoteStore.open(first, name);
  const handles = await Promise.all(
    [...others, ...workers].map((context) => RemoteStore.open(context, name)),
  );
  return {
    handles: [handle, ...handles],
    remove: async () => {
      await Promise.all(handles.map((other) => other.closeAndWait()));
      await first.call('remove', name);
    },
  };
});
