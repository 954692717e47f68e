import { SideEffectsPanel } from '../../../panels/history/side-effects/side-effects-panel.tsx';
import type { OpenBoard } from '../../open-board.ts';
import { openLiveLab } from '../live-lab.ts';
import { makeGoTo } from './go-to.ts';

/** What the events of the board's log lead to. */
export function SideEffectsView(open: OpenBoard) {
  return <SideEffectsPanel sideEffects={openLiveLab(open).sideEffects} goTo={makeGoTo(open)} />;
}
