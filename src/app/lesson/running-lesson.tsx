import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Lesson } from '../../panels/lessons/lesson.ts';
import type { LessonEntry } from '../../panels/lessons/lesson-list.ts';
import { createLessonRun, goOn } from '../../panels/lessons/lesson-run.ts';
import { NO_PROGRESS } from '../../panels/lessons/progress.ts';
import { useAnswer } from '../../ui/use-answer.ts';
import { BoardPlace } from '../board-place.tsx';
import type { Services } from '../compose.ts';
import { type LessonRoute, lessonAddress, replaceWith } from '../routes.ts';
import type { LessonFrame } from '../shell/lesson-frame.ts';
import { keptProgress } from './kept-progress.ts';
import { findLessonBoard } from './lesson-boards.ts';
import { LessonHead } from './lesson-head.tsx';
import { LessonSide } from './lesson-side.tsx';
import { NoLesson } from './no-lesson.tsx';

export interface RunningLessonProps {
  readonly entry: LessonEntry;
  readonly lesson: Lesson;
  readonly route: LessonRoute;
  readonly services: Services;
}

/** A lesson on the board of its step. */
export function RunningLesson({ entry, lesson, route, services }: RunningLessonProps) {
  const kept = useSyncExternalStore(keptProgress.listen, keptProgress.state);
  const progress = kept[lesson.id] ?? NO_PROGRESS;
  const at = findStep(lesson, route.step, progress.at);
  const step = lesson.steps[at];
  const { isTeacher } = route;
  const run = useMemo(createLessonRun, []);
  const name = step?.board ?? 'main';
  const found = useAnswer(
    useCallback(() => findLessonBoard(services.shelf, entry, lesson, name), [services, entry, lesson, name]),
  );
  useEffect(() => {
    // The last step is done when one has come to it.
    const done = step?.kind === 'finish' ? step.id : null;
    if (step) keptProgress.change(lesson.id, (now) => goOn(now, step.id, done));
  }, [lesson, step]);
  const onGo = useCallback(
    (to: number) => {
      const [left, next] = [lesson.steps[at], lesson.steps[to]];
      if (!left || !next) return;
      keptProgress.change(lesson.id, (now) => goOn(now, next.id, to > at ? left.id : null));
      replaceWith(lessonAddress(lesson.id, to + 1, isTeacher));
    },
    [lesson, at, isTeacher],
  );
  if (found.failure !== null) {
    return <NoLesson title="The lesson’s board could not be opened">{found.failure}</NoLesson>;
  }
  if (found.value === null || found.isStale) return <p className="empty">Opening the lesson…</p>;
  const { id, start } = found.value;
  const shared = { entry, lesson, run, progress, at, isTeacher, onGo };
  const frame: LessonFrame = {
    bar: (open, page) => <LessonHead {...shared} open={open} page={page} shelf={services.shelf} />,
    panel: (open) => <LessonSide {...shared} open={open} start={start} />,
    isChanging: step?.kind === 'change',
  };
  return <BoardPlace key={id} id={id} services={services} lesson={frame} />;
}

/** The step to show: the one asked for, or where the learner has come to. */
function findStep({ steps }: Lesson, asked: number | null, at: string | null): number {
  if (asked !== null) return Math.min(asked, steps.length) - 1;
  return Math.max(
    0,
    steps.findIndex(({ id }) => id === at),
  );
}
