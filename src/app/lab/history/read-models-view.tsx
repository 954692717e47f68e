import { ReadModelsPanel } from '../../../panels/history/read-models/read-models-panel.tsx';
import type { OpenBoard } from '../../open-board.ts';
import { openLiveLab } from '../live-lab.ts';
import { makeGoTo } from './go-to.ts';

/** The read models of the board, live on its log. */
export function ReadModelsView(open: OpenBoard) {
  const { readModels } = openLiveLab(open);
  return (
    <ReadModelsPanel
      readModels={readModels}
      goTo={makeGoTo(open)}
      showBoard={() => open.lab.getState().resize('closed')}
    />
  );
}
