import type { LogView } from '../../lab/live-log.ts';
import { countOf, groupDigits } from '../../lib/format-number.ts';

/** How many events there are, and how many of them match. */
export function sayExtent(
  view: LogView | null,
  isStale: boolean,
  events: number,
  isFiltered: boolean,
): string {
  if (view === null || isStale) return 'Looking…';
  const all = countOf(events, 'event', 'events');
  if (!isFiltered) return all;
  return view.isCounting
    ? `The last ${groupDigits(view.count)} of ${all} that match, counting the others…`
    : `${groupDigits(view.count)} of ${all}`;
}
