import { useState } from 'react';
import type { LogEvent, LogView } from '../../lab/live-log.ts';

export interface ChosenEvent {
  /** Where it stands in the view; null where nothing is chosen, or it was chosen in another view. */
  readonly place: number | null;
  readonly event: LogEvent | null;
  readonly choose: (place: number, event: LogEvent | undefined) => void;
}

interface Choice {
  readonly sight: string;
  /** Counted without what turned up in front later. */
  readonly place: number;
  readonly event: LogEvent | null;
}

/** The event that one looks at more closely. `sight` tells apart what is looked at: another log, or another filter. */
export function useChosenEvent(view: LogView | null, sight: string): ChosenEvent {
  const [choice, setChoice] = useState<Choice | null>(null);
  const prepended = view?.prepended ?? 0;
  const choose = (place: number, event: LogEvent | undefined) =>
    setChoice((before) => ({ sight, place: place - prepended, event: event ?? before?.event ?? null }));
  if (choice === null || choice.sight !== sight) return { place: null, event: choice?.event ?? null, choose };
  const place = choice.place + prepended;
  // A row that was chosen by key may come to hand a moment later.
  const event = choice.event?.position === view?.at(place)?.position ? choice.event : view?.at(place);
  return { place, event: event ?? choice.event, choose };
}
