import { createContext, useContext } from 'react';
import type { Board } from '../../board/board.ts';
import type { DeskStore } from '../../board/desk.ts';
import type { Scene } from './scene.ts';

/** What the parts of the event model's view share. */
export interface Stage {
  readonly board: Board;
  readonly desk: DeskStore;
  readonly scene: Scene;
  /** The note that was used last: an element can have several. */
  readonly activeId: string | null;
  readonly activate: (id: string | null) => void;
}

const StageContext = createContext<Stage | null>(null);
export const StageProvider = StageContext.Provider;

/** The stage that a part stands on. */
export function useStage(): Stage {
  const stage = useContext(StageContext);
  if (stage === null) throw new Error('This part belongs inside an event model.');
  return stage;
}
