import './app.css';
import { lazy, Suspense } from 'react';
import { EmptyState } from '../ui/empty-state.tsx';
import { TooltipScope } from '../ui/tooltip.tsx';
import { Arrival } from './arrival.tsx';
import { BoardPlace } from './board-place.tsx';
import type { Services } from './compose.ts';
import { UpdateNotice } from './update-notice.tsx';
import { useRoute } from './use-route.ts';

const LessonPlace = lazy(async () => ({
  default: (await import('./lesson/lesson-place.tsx')).LessonPlace,
}));
const BoardsPage = lazy(async () => ({ default: (await import('./boards-page.tsx')).BoardsPage }));

/** The page: a board, all boards, or the way to one. */
export function App({ services }: { readonly services: Services }) {
  return (
    <TooltipScope>
      <Suspense fallback={<EmptyState title="A moment…">This part is being fetched.</EmptyState>}>
        <Here services={services} />
      </Suspense>
      <UpdateNotice />
    </TooltipScope>
  );
}

function Here({ services }: { readonly services: Services }) {
  const route = useRoute();
  switch (route.kind) {
    case 'boards':
      return <BoardsPage services={services} />;
    case 'board':
      return <BoardPlace key={route.id} id={route.id} services={services} />;
    case 'lesson':
      return <LessonPlace key={route.id} route={route} services={services} />;
    case 'home':
    case 'link':
      return <Arrival key={route.kind === 'link' ? route.fragment : ''} route={route} services={services} />;
  }
}
