import { useEffect, useMemo, useState } from 'react';
import type { LogEvent } from '../../lab/live-log.ts';
import type { RunSession } from '../../lab/live-runs.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { BoundaryReport } from '../../strategies/report-boundary.ts';
import { findNeeding, type Needing } from './find-needing.ts';
import type { RowLooks } from './log-table-row.tsx';

/** Times are said anew this often. */
const MINUTE_MS = 60_000;
const NOTHING: ReadonlySet<number> = new Set();

/** What rows are drawn with. `isRace`: the log is that of a race run, the last one of which is the session. */
export function useRowLooks(
  document: JsonObject,
  reports: readonly BoundaryReport[] | null,
  isRace: boolean,
  session: RunSession | null,
): RowLooks {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  const needing = useMemo(() => rememberNeeding(reports ?? []), [reports]);
  const last = isRace && session?.kind === 'stepped' ? session.steps.at(-1) : undefined;
  const fresh = useMemo(() => (last?.wrote === undefined ? NOTHING : new Set(last.wrote)), [last]);
  return useMemo(() => ({ document, needing, fresh, isRace, now }), [document, needing, fresh, isRace, now]);
}

/** An event object stays the same, and so does what there is to say of it. */
function rememberNeeding(reports: readonly BoundaryReport[]): (event: LogEvent) => readonly Needing[] {
  const known = new WeakMap<LogEvent, readonly Needing[]>();
  return (event) => {
    const found = known.get(event) ?? findNeeding(event, reports);
    known.set(event, found);
    return found;
  };
}
