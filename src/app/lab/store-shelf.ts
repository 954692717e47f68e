import type { BoardEntry } from '../../board/board.ts';
import { deleteStore, listStores } from '../../event-store/stores.ts';
import type { StoreEntry, StoreShelf } from '../../panels/stores/store-shelf.ts';
import { readStoreName } from './store-names.ts';

const WAIT_MS = 4000;

/** The event stores of this browser, told by the boards they belong to. `boards` gives those that are known; null while they are being looked for. */
export function createStoreShelf(here: string, boards: () => readonly BoardEntry[] | null): StoreShelf {
  return {
    list: async () => (await listStores()).map((name) => tellStore(name, here, boards())),
    remove: (name) =>
      new Promise((resolve, reject) => {
        const onBlocked = () =>
          setTimeout(
            () => reject(new Error('Another tab still uses this store: close that tab first.')),
            WAIT_MS,
          );
        deleteStore(name, name, { onBlocked }).then(() => resolve(), reject);
      }),
  };
}

function tellStore(name: string, here: string, boards: readonly BoardEntry[] | null): StoreEntry {
  const found = readStoreName(name);
  if (found === null) return { name, title: name, holds: 'other', isLeftover: false, isHere: false };
  const board = boards?.find(({ id }) => id === found.board);
  return {
    name,
    title: board?.name ?? (found.board === here ? 'This board' : `Board ${found.board.slice(0, 8)}`),
    holds: found.holds,
    isLeftover: boards !== null && board === undefined && found.board !== here,
    isHere: found.board === here,
  };
}
