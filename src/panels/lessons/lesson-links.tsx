import './lesson-links.css';
import { Check } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { LESSONS, type LessonEntry } from './lesson-list.ts';
import type { ProgressShelf } from './lesson-run.ts';
import type { LessonProgress } from './progress.ts';

export interface LessonLinksProps {
  readonly shelf: ProgressShelf;
  /** Where a lesson is started, or gone on with. */
  readonly addressOf: (entry: LessonEntry) => string;
  /** Told when one is chosen. */
  readonly onChoose?: () => void;
}

/** All lessons, each with how far one has come in it. */
export function LessonLinks({ shelf, addressOf, onChoose }: LessonLinksProps) {
  const kept = useSyncExternalStore(shelf.listen, shelf.state);
  return (
    <ol className="lesson-links">
      {LESSONS.map((entry) => {
        const told = sayProgress(entry, kept[entry.id]);
        return (
          <li key={entry.id}>
            <a className="lesson-link" href={addressOf(entry)} {...(onChoose ? { onClick: onChoose } : {})}>
              <span className="lesson-link-number" data-done={told === DONE} aria-hidden="true">
                {told === DONE ? <Check size={14} strokeWidth={2.5} /> : entry.number}
              </span>
              <span className="lesson-link-title">
                <span className="visually-hidden">Lesson {entry.number}: </span>
                {entry.title}
              </span>
              <span className="lesson-link-about">{entry.about}</span>
              {told !== null && <span className="lesson-link-progress">{told}</span>}
            </a>
          </li>
        );
      })}
    </ol>
  );
}

const DONE = 'Done';

/** How far somebody has come in a lesson; null where they have not begun. */
export function sayProgress({ steps }: LessonEntry, progress: LessonProgress | undefined): string | null {
  const done = progress?.done.length ?? 0;
  if (progress === undefined || (done === 0 && progress.at === null)) return null;
  return done >= steps ? DONE : `${done} of ${steps} steps`;
}
