import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import type { HistoryView } from '../../lab/lab-desk.ts';
import { HistoryRoom } from '../../panels/history/history-room.tsx';
import type { OpenBoard } from '../open-board.ts';
import { DropZone } from './history/drop-zone.tsx';
import { lookBackAt } from './look-back-at.ts';

const VIEWS: Readonly<Record<HistoryView, React.ComponentType<OpenBoard>>> = {
  contention: lazy(async () => ({ default: (await import('./history/contention-view.tsx')).ContentionView })),
  insights: lazy(async () => ({ default: (await import('./history/insights-view.tsx')).InsightsView })),
  readModels: lazy(async () => ({
    default: (await import('./history/read-models-view.tsx')).ReadModelsView,
  })),
  sideEffects: lazy(async () => ({
    default: (await import('./history/side-effects-view.tsx')).SideEffectsView,
  })),
  replay: lazy(async () => ({ default: (await import('./history/replay-view.tsx')).ReplayView })),
  migrations: lazy(async () => ({
    default: (await import('./history/migrations-view.tsx')).MigrationsView,
  })),
  published: lazy(async () => ({ default: (await import('./history/published-view.tsx')).PublishedView })),
};

/** What is in the log already, of this board or from outside. */
export function HistoryTab(open: OpenBoard) {
  const view = useStore(open.lab, (held) => held.historyView);
  const View = VIEWS[view];
  return (
    <DropZone onFile={(file) => lookBackAt(open, file)}>
      <HistoryRoom lab={open.lab}>
        <Suspense fallback={<p className="empty">This part is being fetched…</p>}>
          <View {...open} />
        </Suspense>
      </HistoryRoom>
    </DropZone>
  );
}
