import { deleteStore, listStores } from '../../event-store/stores.ts';
import { nameStores } from '../lab/store-names.ts';

/** Takes the logs of boards away, with all that was made of them; whoever looks at one sees an empty one. */
export async function emptyLogs(boards: readonly string[]): Promise<void> {
  const stores = await listStores();
  const logs = boards.map((id) => nameStores(id).log).filter((log) => stores.includes(log));
  await Promise.all(logs.map((log) => deleteStore(log, log)));
}
