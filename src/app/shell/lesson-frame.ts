import type { ReactNode } from 'react';
import type { OpenBoard } from '../open-board.ts';
import type { PageActions } from './page-actions.ts';

/** What a lesson puts around its board. */
export interface LessonFrame {
  /** In place of the bar. */
  readonly bar: (open: OpenBoard, page: PageActions) => ReactNode;
  /** In place of the inspector. */
  readonly panel: (open: OpenBoard) => ReactNode;
}
