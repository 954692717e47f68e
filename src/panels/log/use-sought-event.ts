import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { LabDeskStore } from '../../lab/lab-desk.ts';
import type { LogEvent, LogView } from '../../lab/live-log.ts';

interface Seeking {
  /** Whether the board's own log is shown, with all of its events. */
  readonly isSeen: boolean;
  readonly onUnseen: () => void;
  readonly onFound: (place: number, event: LogEvent | undefined) => void;
}

/** The place of the event that another part of the lab last asked to see; it is chosen once it is in the view. */
export function useSoughtEvent(
  lab: LabDeskStore,
  view: LogView | null,
  isStale: boolean,
  { isSeen, onUnseen, onFound }: Seeking,
): number | null {
  const position = useStore(lab, (held) => held.soughtEvent);
  const [place, setPlace] = useState<number | null>(null);
  useEffect(() => {
    if (position === null) return;
    if (!isSeen) return onUnseen();
    if (isStale || view === null) return;
    const found = view.placeOf(position);
    if (found !== null) {
      setPlace(found);
      onFound(found, view.at(found));
    }
    lab.getState().settleEvent();
  }, [position, isSeen, isStale, view, lab, onUnseen, onFound]);
  return place;
}
