import { MatrixPanel } from '../../panels/matrix/matrix-panel.tsx';
import type { OpenBoard } from '../open-board.ts';

/** Every pair of commands, and what can happen between them. */
export function MatrixTab(open: OpenBoard) {
  return <MatrixPanel {...open} />;
}
