import { useEffect, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { listStores } from '../../../event-store/stores.ts';
import type { LogReplay } from '../../../lab/history/log-replay.ts';
import type { OpenBoard } from '../../open-board.ts';
import { nameStores } from '../store-names.ts';
import { openLogReplay } from './log-replay.ts';

/** A quiet mark when an event in the board's log no longer fits its model. A board without a log is not given one for it. */
export function DoomMark(open: OpenBoard) {
  const { board, lab } = open;
  const [replay, setReplay] = useState<LogReplay | null>(null);
  const tab = useStore(lab, (held) => held.tab);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one tab or another may have made the log
  useEffect(() => {
    if (replay !== null) return;
    let isGone = false;
    const look = async () => {
      const names = await listStores();
      if (!isGone && names.includes(nameStores(board.id).log)) setReplay(openLogReplay(open));
    };
    void look();
    return () => {
      isGone = true;
    };
  }, [board, tab, replay]);
  return replay === null ? null : <Mark replay={replay} />;
}

function Mark({ replay }: { readonly replay: LogReplay }) {
  const { report } = useSyncExternalStore(replay.listen, replay.state);
  if (report === null || report.doom === null) return null;
  return (
    <span className="lab-tab-doom" title="An event in the log no longer fits the model">
      <span aria-hidden="true">✗</span>
      <span className="visually-hidden">: an event no longer fits</span>
    </span>
  );
}
