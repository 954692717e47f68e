import { LoadPanel } from '../../panels/load/load-panel.tsx';
import type { OpenBoard } from '../open-board.ts';

/** Many commands at once on a simulated clock, under every strategy. */
export function LoadTab(open: OpenBoard) {
  return <LoadPanel parts={open} engine={open.engine} />;
}
