import { useCallback } from 'react';
import { findLesson, type LessonEntry } from '../../panels/lessons/lesson-list.ts';
import { useAnswer } from '../../ui/use-answer.ts';
import type { Services } from '../compose.ts';
import type { LessonRoute } from '../routes.ts';
import { NoLesson } from './no-lesson.tsx';
import { RunningLesson } from './running-lesson.tsx';

export interface LessonPlaceProps {
  readonly route: LessonRoute;
  readonly services: Services;
}

/** A lesson by its address. */
export function LessonPlace({ route, services }: LessonPlaceProps) {
  const entry = findLesson(route.id);
  if (entry !== undefined) return <FetchedLesson entry={entry} route={route} services={services} />;
  return (
    <NoLesson title="There is no such lesson">
      The address names the lesson “{route.id}”, which Ambit does not have. All lessons are listed on the page
      of boards.
    </NoLesson>
  );
}

function FetchedLesson({ entry, ...props }: LessonPlaceProps & { readonly entry: LessonEntry }) {
  const { value, failure } = useAnswer(useCallback(() => entry.load(), [entry]));
  if (failure !== null) {
    return (
      <NoLesson title="The lesson could not be fetched">
        {failure} Your progress is kept: load the page again when there is a network.
      </NoLesson>
    );
  }
  if (value === null) return <p className="empty">Opening the lesson…</p>;
  return <RunningLesson entry={entry} lesson={value} {...props} />;
}
