import './present.css';
import { type RefObject, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { LabTab } from '../../lab/lab-desk.ts';
import { findShownRace } from '../exports/shown-race.ts';
import type { OpenBoard } from '../open-board.ts';
import { PresentBoard } from './present-board.tsx';
import { PresentHint, type PresentKind } from './present-hint.tsx';
import { PresentMatrix } from './present-matrix.tsx';
import { PresentRace } from './present-race.tsx';
import { useFit } from './use-fit.ts';
import { useOrders } from './use-orders.ts';

/** What is looked at, large and without tools, for a room. */
export function PresentPage({ open }: { readonly open: OpenBoard }) {
  const { lab, desk } = open;
  const { size, tab, race, strategy } = useStore(lab);
  const view = useStore(desk, (held) => held.view);
  const shown = (size === 'closed' ? null : findShown(tab, open)) ?? view;
  const content = useRef<HTMLDivElement>(null);
  const scale = useFit(content, `${shown} ${strategy} ${JSON.stringify(race)}`);
  const place = useFocus();
  useOrders((order) => order === 'leave' && leave(open));
  useLeaveWithFullscreen(open);
  return (
    <main ref={place} className={`present present-${shown}`} aria-label="Presentation" tabIndex={-1}>
      {shown === 'race' || shown === 'matrix' ? (
        <div ref={content} className="present-content" style={{ zoom: scale }}>
          <div>{shown === 'race' ? <PresentRace desk={open} /> : <PresentMatrix desk={open} />}</div>
        </div>
      ) : (
        <PresentBoard open={open} />
      )}
      <PresentHint shown={shown} onLeave={() => leave(open)} />
    </main>
  );
}

/** What the open lab shows that can be presented; null for the board below it. */
function findShown(tab: LabTab, open: OpenBoard): PresentKind | null {
  if (tab === 'matrix') return 'matrix';
  return tab === 'races' && findShownRace(open) !== null ? 'race' : null;
}

function leave({ lab }: OpenBoard): void {
  lab.getState().present(false);
  if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => {});
}

/** Whoever leaves full screen by the browser's own key leaves the presentation. */
function useLeaveWithFullscreen(open: OpenBoard): void {
  useEffect(() => {
    const onChange = () => document.fullscreenElement === null && leave(open);
    document.addEventListener('fullscreenchange', onChange);
    return () => document.removeEventListener('fullscreenchange', onChange);
  }, [open]);
}

/** Takes the focus, and gives it back to where it was. */
function useFocus(): RefObject<HTMLElement | null> {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    place.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return place;
}
