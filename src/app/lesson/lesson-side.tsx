import { useMemo } from 'react';
import type { JsonObject } from '../../lib/json.ts';
import { LessonPanel } from '../../panels/lessons/lesson-panel.tsx';
import { LessonContext, type LessonMatter } from '../../panels/lessons/use-lesson.ts';
import { type Action, useActions } from '../../ui/actions.ts';
import type { OpenBoard } from '../open-board.ts';
import { addressOf, goTo, lessonAddress } from '../routes.ts';
import { keptProgress } from './kept-progress.ts';
import { type LessonShown, leaveLesson } from './lesson-head.tsx';

export interface LessonSideProps extends LessonShown {
  readonly open: OpenBoard;
  readonly start: JsonObject;
}

/** A step of a lesson beside its board. */
export function LessonSide({ lesson, run, progress, at, isTeacher, onGo, open, start }: LessonSideProps) {
  const { board, desk, lab, engine, actions } = open;
  const matter = useMemo<LessonMatter>(
    () => ({
      lesson,
      parts: { board, desk, lab, engine },
      load: engine,
      openBench: async () => (await import('./open-bench.ts')).openBench(open),
      run,
      progress,
      change: (change) => keptProgress.change(lesson.id, change),
      isTeacher,
      goOn: () => onGo(at + 1),
      open: (id) => goTo(lessonAddress(id, null, isTeacher)),
      keepBoard: () => goTo(addressOf(board.id)),
      leave: leaveLesson,
    }),
    [lesson, open, board, desk, lab, engine, run, progress, isTeacher, onGo, at],
  );
  useActions(
    actions,
    useMemo(() => listActions(at, onGo), [at, onGo]),
  );
  return (
    <LessonContext value={matter}>
      <LessonPanel at={at} start={start} onGo={onGo} />
    </LessonContext>
  );
}

function listActions(at: number, onGo: (step: number) => void): readonly Action[] {
  const common = { group: 'Lesson', scope: 'page' } as const;
  return [
    {
      ...common,
      id: 'lesson-focus',
      label: 'Go to the text of the lesson',
      keys: ['F6'],
      run: () => document.getElementById('lesson-title')?.focus(),
    },
    { ...common, id: 'lesson-next', label: 'Next step of the lesson', run: () => onGo(at + 1) },
    {
      ...common,
      id: 'lesson-back',
      label: 'Step back in the lesson',
      isEnabled: () => at > 0,
      run: () => onGo(at - 1),
    },
    { ...common, id: 'lesson-leave', label: 'Leave the lesson', run: leaveLesson },
  ];
}
