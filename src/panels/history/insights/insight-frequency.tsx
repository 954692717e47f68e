import type { Insights } from '../../../history/insights/insight.ts';
import { formatShare, groupDigits } from '../../../lib/format-number.ts';
import { BarList } from '../../../ui/chart/bar-list.tsx';
import { WeekMap } from '../../../ui/chart/week-map.tsx';

export interface InsightFrequencyProps {
  readonly insights: Insights;
}

const MOST = 14;

/** How often each type comes, and when in the week. */
export function InsightFrequency({ insights: { events, frequency } }: InsightFrequencyProps) {
  const types = frequency.types.slice(0, MOST);
  const rest = frequency.types.length - types.length;
  return (
    <>
      <h3>What happens</h3>
      <BarList
        label="Events by type"
        heads={['Type', 'Events']}
        bars={types.map(({ name, count }) => ({
          name,
          value: count,
          text: groupDigits(count),
          title: `${name}: ${formatShare(count / events)} of all events`,
        }))}
      />
      {rest > 0 && <p className="insights-hint">{`and ${groupDigits(rest)} rarer types`}</p>}
      <h3>When, in UTC</h3>
      <WeekMap label="Events by weekday and hour" week={frequency.week} />
    </>
  );
}
