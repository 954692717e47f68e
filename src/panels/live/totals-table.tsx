import { FINDINGS } from '../../exploration/findings.ts';
import type { Exploration, Unavailable } from '../../exploration/result.ts';
import { formatShare, groupDigits } from '../../lib/format-number.ts';
import type { RunTally } from '../../runs/tally.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { ShareBar } from './share-bar.tsx';
import { listTotals, type TotalsRow } from './totals.ts';

export interface TotalsTableProps {
  /** Null before the first run has ended. */
  readonly tally: RunTally | null;
  /** Null until it is known. */
  readonly exploration: Exploration | Unavailable | null;
}

/** What the runs showed so far, beside what all schedules would. */
export function TotalsTable({ tally, exploration }: TotalsTableProps) {
  const explored = exploration !== null && 'schedules' in exploration ? exploration : null;
  const rows = listTotals(tally, explored);
  return (
    <>
      <table className="live-totals" aria-label="Totals">
        <thead>
          <tr>
            <th scope="col">What happened</th>
            <th scope="col" className="live-number">
              Of these runs
            </th>
            <th
              scope="col"
              className="live-number"
              title="In how many of all orders in which the steps can go; exact, by exploration"
            >
              Of all schedules
            </th>
            <th
              scope="col"
              className="live-number"
              title="How likely it is when each next step is drawn by lot among the commands that could take it"
            >
              By chance
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.finding} row={row} />
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={4} className="muted">
                Nothing is written at all.
              </td>
            </tr>
          )}
        </tbody>
      </table>
      <p className="live-small">{sayExact(exploration)}</p>
    </>
  );
}

function Row({ row: { finding, count, whole, unit, exact, chance } }: { readonly row: TotalsRow }) {
  const { one, many, meaning } = FINDINGS[finding];
  const share = whole === 0 ? null : count / whole;
  return (
    <tr className={count === 0 ? 'live-totals-none' : ''}>
      <th scope="row" title={meaning}>
        <VerdictMark finding={finding} size={14} />
        {count} of {whole} {unit} {count === 1 ? one : many}
        <ShareBar share={share ?? 0} exact={exact} finding={finding} />
      </th>
      <td className="live-number">{share === null ? '–' : formatShare(share)}</td>
      <td className="live-number">{exact === null ? '–' : formatShare(exact)}</td>
      <td className="live-number">{chance === null ? '–' : formatShare(chance)}</td>
    </tr>
  );
}

function sayExact(exploration: Exploration | Unavailable | null): string {
  if (exploration === null) return 'Exploring all schedules…';
  if ('unavailable' in exploration) return `Nothing to compare with: ${exploration.unavailable}.`;
  const { schedules } = exploration;
  return schedules === '1'
    ? 'The steps can go in one order only.'
    : `“All schedules” are the ${groupDigits(schedules)} orders in which the steps can go: that share is exact, and a tick on the bar. Real runs do not take each order equally often. “By chance”: how likely it is when each next step is drawn by lot.`;
}
