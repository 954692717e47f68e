import type { ReactNode } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';

export interface NoLessonProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Why there is no lesson to see, and the way on. */
export function NoLesson({ title, children }: NoLessonProps) {
  return (
    <main>
      <EmptyState
        title={title}
        actions={
          <a className="button" href="#/boards">
            All boards and lessons
          </a>
        }
      >
        {children}
      </EmptyState>
    </main>
  );
}
