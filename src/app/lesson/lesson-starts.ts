import { LESSONS } from '../../panels/lessons/lesson-list.ts';
import type { Action } from '../../ui/actions.ts';
import { goTo, lessonAddress } from '../routes.ts';

/** An action for each lesson that starts it, or goes on with it. */
export const LESSON_STARTS: readonly Action[] = LESSONS.map(({ id, number, title, about }) => ({
  id: `lesson-${id}`,
  group: 'Lessons',
  label: `Lesson ${number}: ${title}`,
  words: ['learn', 'teach', 'tutorial', 'course', ...about.toLowerCase().split(/\W+/)],
  scope: 'page',
  run: () => goTo(lessonAddress(id)),
}));
