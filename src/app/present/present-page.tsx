import './present.css';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { findShownRace } from '../exports/shown-race.ts';
import type { OpenBoard } from '../open-board.ts';
import { PresentBoard } from './present-board.tsx';
import { PresentHint, type PresentKind } from './present-hint.tsx';
import { PresentMatrix } from './present-matrix.tsx';
import { PresentRace } from './present-race.tsx';
import { useOrders } from './use-orders.ts';

/** As wide as a page is that is shown in its own size on a laptop. */
const USUAL_WIDTH = 1030;
const LEAST_SCALE = 1.4;
const MOST_SCALE = 2.6;

/** What is looked at, large and without tools, for a room. */
export function PresentPage({ open }: { readonly open: OpenBoard }) {
  const { lab, desk } = open;
  const size = useStore(lab, (held) => held.size);
  // What is shown depends on these too.
  useStore(lab, (held) => held.tab);
  useStore(lab, (held) => held.race);
  const view = useStore(desk, (held) => held.view);
  const scale = useScale();
  const place = useFocus();
  useOrders((order) => order === 'leave' && leave(open));
  useLeaveWithFullscreen(open);
  const shown = size === 'closed' ? view : (findShown(open) ?? view);
  return (
    <main ref={place} className={`present present-${shown}`} aria-label="Presentation" tabIndex={-1}>
      <div className="present-content" style={shown === 'race' || shown === 'matrix' ? { zoom: scale } : {}}>
        {shown === 'race' && <PresentRace desk={open} />}
        {shown === 'matrix' && <PresentMatrix desk={open} />}
        {(shown === 'board' || shown === 'event-model') && <PresentBoard open={open} />}
      </div>
      <PresentHint shown={shown} onLeave={() => leave(open)} />
    </main>
  );
}

/** What the open lab shows that can be presented; null for the board below it. */
function findShown(open: OpenBoard): PresentKind | null {
  const { tab } = open.lab.getState();
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

/** Larger on large screens: a room looks at them from afar. */
function useScale(): number {
  const [scale, setScale] = useState(findScale);
  useEffect(() => {
    const onResize = () => setScale(findScale());
    addEventListener('resize', onResize);
    return () => removeEventListener('resize', onResize);
  }, []);
  return scale;
}

function findScale(): number {
  return Math.min(MOST_SCALE, Math.max(LEAST_SCALE, innerWidth / USUAL_WIDTH));
}
