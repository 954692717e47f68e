import { ChevronDown, ChevronsDown, ChevronUp, Maximize2 } from 'lucide-react';
import { type KeyboardEvent, lazy, type ReactNode, Suspense } from 'react';
import { useStore } from 'zustand';
import { LAB_TABS, type LabTab } from '../../lab/lab-desk.ts';
import { Tooltip } from '../../ui/tooltip.tsx';
import type { OpenBoard } from '../open-board.ts';

const LabActions = lazy(async () => ({ default: (await import('./lab-actions.tsx')).LabActions }));

const DoomMark = lazy(async () => ({ default: (await import('./history/doom-mark.tsx')).DoomMark }));

const NAMES: Readonly<Record<LabTab, string>> = {
  races: 'Races',
  matrix: 'Matrix',
  load: 'Load',
  log: 'Log',
  history: 'History',
};
const ICON = { size: 16, 'aria-hidden': true } as const;

export interface LabBarProps {
  readonly open: OpenBoard;
  /** One line about the model, shown while the lab is closed. */
  readonly summary: ReactNode;
}

/** The line of the lab: its tabs, and what can be done with what is shown. */
export function LabBar({ open, summary }: LabBarProps) {
  const { lab } = open;
  const size = useStore(lab, (held) => held.size);
  const resize = (wanted: typeof size) => () => lab.getState().resize(wanted);
  if (size === 'closed') {
    return (
      <div className="lab-line">
        <button className="lab-toggle" type="button" aria-expanded={false} onClick={resize('open')}>
          <ChevronUp {...ICON} />
          Lab
        </button>
        {summary}
        <Tabs open={open} isClosed />
      </div>
    );
  }
  return (
    <div className="lab-line">
      <Tabs open={open} isClosed={false} />
      <div className="lab-tools">
        <Suspense fallback={null}>
          <LabActions {...open} />
        </Suspense>
        {size === 'full' ? (
          <button className="text-button" type="button" onClick={resize('open')}>
            <ChevronsDown {...ICON} />
            Back to the board
          </button>
        ) : (
          <Tooltip text="Let the lab fill the page">
            <button
              className="icon-button"
              type="button"
              aria-label="Let the lab fill the page"
              onClick={resize('full')}
            >
              <Maximize2 {...ICON} />
            </button>
          </Tooltip>
        )}
        <button className="lab-toggle" type="button" aria-expanded onClick={resize('closed')}>
          <ChevronDown {...ICON} />
          <span className="visually-hidden">Lab</span>
        </button>
      </div>
    </div>
  );
}

function Tabs({ open, isClosed }: { readonly open: OpenBoard; readonly isClosed: boolean }) {
  const { lab } = open;
  const tab = useStore(lab, (held) => held.tab);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (way === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = LAB_TABS[(LAB_TABS.indexOf(tab) + way + LAB_TABS.length) % LAB_TABS.length] ?? tab;
    lab.getState().show(next);
    event.currentTarget.querySelector<HTMLElement>(`#lab-tab-${next}`)?.focus();
  };
  return (
    <div className="lab-tabs" role="tablist" aria-label="Lab" tabIndex={-1} onKeyDown={onKeyDown}>
      {LAB_TABS.map((name) => {
        const isShown = !isClosed && name === tab;
        return (
          <button
            key={name}
            id={`lab-tab-${name}`}
            className="lab-tab"
            type="button"
            role="tab"
            aria-selected={isShown}
            aria-controls="lab-body"
            tabIndex={isClosed || isShown ? 0 : -1}
            onClick={() => lab.getState().show(name)}
          >
            {NAMES[name]}
            {name === 'history' && (
              <Suspense fallback={null}>
                <DoomMark {...open} />
              </Suspense>
            )}
          </button>
        );
      })}
    </div>
  );
}
