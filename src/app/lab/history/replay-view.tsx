import { ReplayPanel } from '../../../panels/history/replay/replay-panel.tsx';
import type { OpenBoard } from '../../open-board.ts';
import { makeGoTo } from './go-to.ts';
import { openLogReplay } from './log-replay.ts';

/** Which events of the board's log no longer fit its model. */
export function ReplayView(open: OpenBoard) {
  return <ReplayPanel replay={openLogReplay(open)} goTo={makeGoTo(open)} />;
}
