import * as Y from 'yjs';
import type { Board, BoardEntry } from '../board.ts';
import { SharedBoard } from '../sync/shared-board.ts';
import { TabChannel } from '../sync/tab-channel.ts';
import type { BoardStorage } from './board-storage.ts';
import { summarise } from './summarise.ts';
import { UpdateLog } from './update-log.ts';

/** The list of boards follows an edit after this time, as its preview costs more than the edit. */
const ENTRY_MS = 500;

/** Opens a board that is kept in a storage, and shared with the other tabs that have it open. */
export async function openShelvedBoard(
  storage: BoardStorage,
  entry: BoardEntry,
  now: () => number,
): Promise<Board> {
  const { id } = entry;
  const shared = new Y.Doc();
  const { notice } = storage;
  const log = new UpdateLog(storage, id, shared, now, (saving) => board.setSaving(saving));
  const board = new SharedBoard({
    id,
    shared,
    now,
    saving: notice === null ? { kind: 'saved', at: now() } : { kind: 'failed', message: notice },
    flush: async () => {
      await log.flush();
      await writeEntry();
    },
    close: () => {
      log.close();
      channel.close();
      void writeEntry();
    },
  });
  await log.open();
  const channel = new TabChannel(`ambit-board:${id}`, shared);

  let timer: ReturnType<typeof setTimeout> | undefined;
  let listed = board.state().document;
  const writeEntry = async () => {
    clearTimeout(timer);
    timer = undefined;
    const { document } = board.state();
    if (document === listed) return;
    listed = document;
    // A list that cannot be written is no loss: what is wrong is said where the board itself cannot be kept.
    await storage.changeEntry(id, { ...summarise(document), changedAt: now() }).catch(() => {});
  };
  // A tab that was killed may have kept its last edits, but not yet what the list says of them.
  const { name, notes, preview } = summarise(listed);
  if (name !== entry.name || notes !== entry.notes) {
    void storage.changeEntry(id, { name, notes, preview }).catch(() => {});
  }
  board.listen(() => {
    if (board.state().document !== listed) timer ??= setTimeout(() => void writeEntry(), ENTRY_MS);
  });
  return board;
}
