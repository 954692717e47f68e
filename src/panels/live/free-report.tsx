import type { FreeSession } from '../../lab/live-runs.ts';
import { Notice } from '../../ui/notice.tsx';
import { RunTable } from './run-table.tsx';
import { sayFreeRuns } from './say-runs.ts';
import { TotalsTable } from './totals-table.tsx';

/** What many free runs showed, beside what exploration says, and each one of them. */
export function FreeReport({ session }: { readonly session: FreeSession }) {
  const { order, runs, tally, exploration, disagreement, state } = session;
  return (
    <>
      {disagreement !== null && (
        <Notice kind="trouble">
          Run {disagreement.run} is none of the explored schedules. {disagreement.reason}.
        </Notice>
      )}
      {tally !== null && <p className="live-story">{sayFreeRuns(session)}</p>}
      {state !== 'failed' && <TotalsTable tally={tally} exploration={exploration} />}
      {runs.length > 0 && (
        <details className="live-each">
          <summary>Each run</summary>
          <RunTable runs={runs} commands={order.race.commands ?? []} />
        </details>
      )}
    </>
  );
}
