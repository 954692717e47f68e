import type { ReactNode } from 'react';
import type { OpenBoard } from '../open-board.ts';
import type { PageActions } from './page-actions.ts';

/** What a lesson puts around its board. */
export interface LessonFrame {
  /** In place of the bar. */
  readonly bar: (open: OpenBoard, page: PageActions) => ReactNode;
  /** Beside board and lab. */
  readonly panel: (open: OpenBoard) => ReactNode;
  /** Whether something is to be changed on the board, and so the inspector stands beside it. */
  readonly isChanging: boolean;
}
