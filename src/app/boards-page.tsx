import { useEffect } from 'react';
import { BoardList } from '../panels/boards/board-list.tsx';
import { Logo } from '../ui/logo.tsx';
import type { Services } from './compose.ts';
import { LessonIndex } from './lesson/lesson-index.tsx';
import { addressOf, goTo } from './routes.ts';
import { ThemeMenu } from './shell/theme-menu.tsx';
import { SHIPPED_MODELS } from './shipped-models.ts';

/** All boards, on a page of their own. */
export function BoardsPage({ services: { shelf, exchange } }: { readonly services: Services }) {
  useEffect(() => {
    document.title = 'Boards · Ambit';
  }, []);
  return (
    <div className="boards-page">
      <header className="boards-bar">
        <a className="boards-home" href="#/" aria-label="Ambit: back to the board" title="Back to the board">
          <Logo />
          Ambit
        </a>
        <ThemeMenu />
      </header>
      <BoardList
        shelf={shelf}
        models={SHIPPED_MODELS}
        exchange={exchange}
        onOpen={(id) => goTo(addressOf(id))}
        lessons={<LessonIndex />}
      />
    </div>
  );
}
