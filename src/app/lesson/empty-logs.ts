import { deleteStore, listStores } from '../../event-store/stores.ts';
import { openLiveLab } from '../lab/live-lab.ts';
import { nameStores } from '../lab/store-names.ts';
import type { OpenBoard } from '../open-board.ts';

/** Takes the logs of boards away, with all that was made of them. That of the open board is empty from then on. */
export async function emptyLogs(boards: readonly string[], open: OpenBoard): Promise<void> {
  const stores = await listStores();
  for (const id of boards) {
    const { log } = nameStores(id);
    if (!stores.includes(log)) continue;
    if (id === open.board.id) await openLiveLab(open).log.clear();
    else await deleteStore(log, log);
  }
}
