import { useMemo, useState } from 'react';
import { RunPane } from '../../panels/live/run-pane.tsx';
import { LogRoom } from '../../panels/log/log-room.tsx';
import { StoresDialog } from '../../panels/stores/stores-dialog.tsx';
import type { OpenBoard } from '../open-board.ts';
import { openLiveLab } from './live-lab.ts';
import { createStoreShelf } from './store-shelf.ts';

/** The event store of the board, live, and races run for real. */
export function LogTab(open: OpenBoard) {
  const { board, boards } = open;
  const { log, runs } = openLiveLab(open);
  const [showsStores, setShowsStores] = useState(false);
  const shelf = useMemo(() => createStoreShelf(board.id, boards), [board, boards]);
  return (
    <>
      <LogRoom
        parts={open}
        log={log}
        runs={runs}
        runPane={<RunPane parts={open} runs={runs} />}
        onStores={() => setShowsStores(true)}
      />
      {showsStores && <StoresDialog shelf={shelf} onClose={() => setShowsStores(false)} />}
    </>
  );
}
