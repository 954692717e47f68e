import { useSyncExternalStore } from 'react';
import type { Board } from '../../../board/board.ts';
import { type ContentionDeskStore, createContentionDesk } from '../../../lab/history/contention-desk.ts';
import { BOARD_LOG } from '../../../lab/history/log-source.ts';
import { ContentionPanel } from '../../../panels/history/contention/contention-panel.tsx';
import { download } from '../../download.ts';
import type { OpenBoard } from '../../open-board.ts';
import { WithLog } from './with-log.tsx';

const desks = new WeakMap<Board, ContentionDeskStore>();

/** How often the appends of a log would have collided. */
export function ContentionView(open: OpenBoard) {
  const { board } = open;
  const model = useSyncExternalStore(board.listen, () => board.state().parsed.model);
  const hasCommands = Object.keys(model?.commands ?? {}).length > 0;
  return (
    <WithLog open={open}>
      {({ log, name }, logs) => (
        <ContentionPanel
          key={log}
          logs={logs}
          log={log}
          name={name}
          desk={deskOf(board)}
          model={hasCommands ? model : null}
          isOwn={log === BOARD_LOG}
          save={(fileName, type, text) => download(fileName, type, [text])}
        />
      )}
    </WithLog>
  );
}

function deskOf(board: Board): ContentionDeskStore {
  const desk = desks.get(board) ?? createContentionDesk();
  desks.set(board, desk);
  return desk;
}
