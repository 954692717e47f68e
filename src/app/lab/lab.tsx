import './lab.css';
import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import type { LabTab } from '../../lab/lab-desk.ts';
import type { OpenBoard } from '../open-board.ts';

const TABS: Readonly<Record<LabTab, React.ComponentType<OpenBoard>>> = {
  races: lazy(async () => ({ default: (await import('./races-tab.tsx')).RacesTab })),
  matrix: lazy(async () => ({ default: (await import('./matrix-tab.tsx')).MatrixTab })),
  load: lazy(async () => ({ default: (await import('./load-tab.tsx')).LoadTab })),
  log: lazy(async () => ({ default: (await import('./log-tab.tsx')).LogTab })),
  history: lazy(async () => ({ default: (await import('./history-tab.tsx')).HistoryTab })),
};

/** What the chosen tab of the lab shows. */
export function Lab(open: OpenBoard) {
  const tab = useStore(open.lab, (held) => held.tab);
  const Tab = TABS[tab];
  return (
    <div className="lab-room" role="tabpanel" aria-labelledby={`lab-tab-${tab}`}>
      <Suspense fallback={<p className="empty">This part is being fetched…</p>}>
        <Tab {...open} />
      </Suspense>
    </div>
  );
}
