import { LessonLinks } from '../../panels/lessons/lesson-links.tsx';
import { lessonAddress } from '../routes.ts';
import { keptProgress } from './kept-progress.ts';

/** All lessons, each a way into it. */
export function LessonIndex({ onChoose }: { readonly onChoose?: () => void }) {
  return (
    <LessonLinks
      shelf={keptProgress}
      addressOf={({ id }) => lessonAddress(id)}
      {...(onChoose ? { onChoose } : {})}
    />
  );
}
