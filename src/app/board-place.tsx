import { useEffect, useState } from 'react';
import { EmptyState } from '../ui/empty-state.tsx';
import { sayError } from '../ui/say-error.ts';
import type { Services } from './compose.ts';
import { keep } from './kept.ts';
import type { OpenBoard } from './open-board.ts';
import { BoardPage } from './shell/board-page.tsx';

export interface BoardPlaceProps {
  readonly id: string;
  readonly services: Services;
}

type Opening =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly open: OpenBoard }
  | { readonly state: 'failed'; readonly message: string };

/** A board by its id, once it is open. */
export function BoardPlace({ id, services }: BoardPlaceProps) {
  const [opening, setOpening] = useState<Opening>({ state: 'opening' });
  useEffect(() => {
    let isWanted = true;
    let close = () => {};
    services.openBoard(id).then(
      (open) => {
        if (!isWanted) return open.close();
        close = open.close;
        keep('last-board', id);
        setOpening({ state: 'open', open });
      },
      (error: unknown) => isWanted && setOpening({ state: 'failed', message: sayError(error) }),
    );
    return () => {
      isWanted = false;
      close();
    };
  }, [id, services]);
  if (opening.state === 'opening') return <p className="empty">Opening the board…</p>;
  if (opening.state === 'open') return <BoardPage open={opening.open} services={services} />;
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
