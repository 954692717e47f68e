import { useEffect, useState } from 'react';
import { EmptyState } from '../ui/empty-state.tsx';
import { sayError } from '../ui/say-error.ts';
import type { Services } from './compose.ts';
import { keep } from './kept.ts';
import type { OpenBoard } from './open-board.ts';
import { BoardPage } from './shell/board-page.tsx';
import type { LessonFrame } from './shell/lesson-frame.ts';

export interface BoardPlaceProps {
  readonly id: string;
  readonly services: Services;
  /** A lesson that takes place on it. */
  readonly lesson?: LessonFrame;
}

type Opening =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly open: OpenBoard }
  | { readonly state: 'failed'; readonly message: string };

/** A board by its id, once it is open. */
export function BoardPlace({ id, services, lesson }: BoardPlaceProps) {
  const [opening, setOpening] = useState<Opening>({ state: 'opening' });
  const isLesson = lesson !== undefined;
  useEffect(() => {
    let isWanted = true;
    let close = () => {};
    services.openBoard(id).then(
      (open) => {
        if (!isWanted) return open.close();
        close = open.close;
        if (isLesson) open.lab.getState().resize('closed');
        else keep('last-board', id);
        setOpening({ state: 'open', open });
      },
      (error: unknown) => isWanted && setOpening({ state: 'failed', message: sayError(error) }),
    );
    return () => {
      isWanted = false;
      close();
    };
  }, [id, services, isLesson]);
  if (opening.state === 'opening') return <p className="empty">Opening the board…</p>;
  if (opening.state === 'open') {
    return <BoardPage open={opening.open} services={services} {...(lesson && { lesson })} />;
  }
  return (
    <main>
      <EmptyState
        title="This board cannot be opened"
        actions={
          <a className="button" href="#/boards">
            All boards
          </a>
        }
      >
        {opening.message}
      </EmptyState>
    </main>
  );
}
