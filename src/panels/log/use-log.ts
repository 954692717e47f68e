import { useEffect, useState } from 'react';
import type { LogSource, LogView } from './log-source.ts';

/** How long typing may pause before the log is looked through. */
const TYPING_MS = 150;
/** A store that is made anew fails for a moment; that is not worth a word. */
const PATIENCE_MS = 500;

export interface FollowedLog {
  /** Null until it has been read. */
  readonly view: LogView | null;
  readonly failure: string | null;
  /** Whether the view is still that of another filter. */
  readonly isStale: boolean;
}

/** The end of a store's log, live. Another edition of the store is followed from its own beginning. */
export function useLog(source: LogSource, store: string, edition: number, filter: string): FollowedLog {
  const [view, setView] = useState<LogView | null>(null);
  const [viewedBy, setViewedBy] = useState(filter);
  const [failure, setFailure] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another edition has to be followed anew
  useEffect(() => {
    let stop = () => {};
    let failing: ReturnType<typeof setTimeout> | undefined;
    const onView = (next: LogView) => {
      setView(next);
      setViewedBy(filter);
      setFailure(null);
    };
    const onFailure = (message: string) => {
      failing = setTimeout(() => setFailure(message), PATIENCE_MS);
    };
    const start = () => {
      stop = source.follow(store, filter, { onView, onFailure });
    };
    const starting = setTimeout(start, filter === '' ? 0 : TYPING_MS);
    return () => {
      clearTimeout(starting);
      clearTimeout(failing);
      stop();
    };
  }, [source, store, edition, filter]);
  return { view, failure, isStale: view === null || viewedBy !== filter };
}
