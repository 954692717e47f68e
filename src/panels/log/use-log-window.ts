import { useEffect, useState, useSyncExternalStore } from 'react';
import type { LiveLog, LogFilter, LogStatus, LogView, LogWindow } from '../../lab/live-log.ts';

/** A log that is made anew fails for a moment; that is not worth a word. */
const PATIENCE_MS = 600;

export interface ShownLog {
  /** Null until the log is open. */
  readonly status: LogStatus | null;
  /** Null until it has been read. While another filter is being looked through, the last view stays. */
  readonly view: LogView | null;
  readonly isStale: boolean;
  readonly look: LogWindow['look'];
}

interface Held {
  readonly log: LiveLog;
  readonly window: LogWindow;
  readonly view: LogView;
  readonly filter: LogFilter;
}

/** A log through a filter, live. When the log is made anew it is looked at from its own beginning. `filter` must be memoised. */
export function useLogWindow(log: LiveLog, filter: LogFilter): ShownLog {
  const status = useSyncExternalStore(log.listen, log.status);
  const [held, setHeld] = useState<Held | null>(null);
  const edition = status?.edition ?? 0;
  useEffect(() => {
    if (edition === 0) return;
    const window = log.open(filter);
    let failing: ReturnType<typeof setTimeout> | undefined;
    const update = () => {
      const view = window.view();
      if (view === null) return;
      const show = () => setHeld({ log, window, view, filter });
      if (view.failure === null) show();
      else failing = setTimeout(show, PATIENCE_MS);
    };
    const forget = window.listen(update);
    return () => {
      forget();
      clearTimeout(failing);
      window.close();
    };
  }, [log, edition, filter]);
  const own = held?.log === log ? held : null;
  return {
    status,
    view: own?.view ?? null,
    isStale: own?.filter !== filter,
    look: own?.window.look ?? lookNowhere,
  };
}

function lookNowhere(): void {}
