import { Redo2, Undo2 } from 'lucide-react';
import { lazy, Suspense, useSyncExternalStore } from 'react';
import type { BoardShelf } from '../../board/board.ts';
import type { Lesson } from '../../panels/lessons/lesson.ts';
import { LessonBar } from '../../panels/lessons/lesson-bar.tsx';
import type { LessonEntry } from '../../panels/lessons/lesson-list.ts';
import { type LessonRunStore, startOver } from '../../panels/lessons/lesson-run.ts';
import type { LessonProgress } from '../../panels/lessons/progress.ts';
import { readKept } from '../kept.ts';
import type { OpenBoard } from '../open-board.ts';
import { goTo, lessonAddress, replaceWith } from '../routes.ts';
import { ActionButton } from '../shell/action-button.tsx';
import type { PageActions } from '../shell/page-actions.ts';
import { keptProgress } from './kept-progress.ts';
import { restoreBoards } from './lesson-boards.ts';

const StrategySwitch = lazy(async () => ({
  default: (await import('../../panels/strategy/strategy-switch.tsx')).StrategySwitch,
}));

const ICON = { size: 16, 'aria-hidden': true } as const;

/** What the parts around a lesson's board have in common. */
export interface LessonShown {
  readonly entry: LessonEntry;
  readonly lesson: Lesson;
  readonly run: LessonRunStore;
  readonly progress: LessonProgress;
  readonly at: number;
  readonly isTeacher: boolean;
  readonly onGo: (step: number) => void;
}

export interface LessonHeadProps extends LessonShown {
  readonly open: OpenBoard;
  readonly page: PageActions;
  readonly shelf: BoardShelf;
}

/** The bar of a lesson, with what belongs to its board. */
export function LessonHead({
  entry,
  lesson,
  run,
  progress,
  at,
  isTeacher,
  onGo,
  open,
  page,
  shelf,
}: LessonHeadProps) {
  const { board, lab, actions } = open;
  const state = useSyncExternalStore(board.listen, board.state);
  const onStartOver = async () => {
    await restoreBoards(shelf, entry, lesson, open);
    run.getState().clear();
    keptProgress.change(lesson.id, startOver);
    replaceWith(lessonAddress(lesson.id, 1, isTeacher));
  };
  return (
    <LessonBar
      entry={entry}
      steps={lesson.steps}
      at={at}
      done={progress.done}
      isTeacher={isTeacher}
      onGo={onGo}
      onTeach={(wanted) => replaceWith(lessonAddress(lesson.id, at + 1, wanted))}
      onCover={() => {
        run.getState().clear();
        keptProgress.change(lesson.id, (now) => ({ ...now, choices: {}, shown: [] }));
      }}
      onStartOver={() => void onStartOver()}
      onLeave={leaveLesson}
    >
      {lesson.steps[at]?.kind === 'change' && (
        <>
          <ActionButton action={page.undo} isDisabled={state.undoLabel === null}>
            <Undo2 {...ICON} />
          </ActionButton>
          <ActionButton action={page.redo} isDisabled={state.redoLabel === null}>
            <Redo2 {...ICON} />
          </ActionButton>
        </>
      )}
      <Suspense fallback={null}>
        <StrategySwitch lab={lab} actions={actions} isSmall />
      </Suspense>
    </LessonBar>
  );
}

/** Back to the board one had before; to all boards where there was none. */
export function leaveLesson(): void {
  goTo(readKept('last-board') === null ? '#/boards' : '#/');
}
