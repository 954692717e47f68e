import type { HistoryView } from '../../lab/lab-desk.ts';
import type { OpenBoard } from '../open-board.ts';
import { openHistory } from './history/open-history.ts';

/** The views that show a log from outside as well. */
const OF_LOGS: readonly HistoryView[] = ['contention', 'insights'];

/** Takes a log from outside to the history of a board, where its mapping is proposed. */
export function lookBackAt(open: OpenBoard, file: File): void {
  openHistory(open).source.chooseFile(file);
  const { historyView, lookBack } = open.lab.getState();
  if (!OF_LOGS.includes(historyView)) lookBack('contention');
}
