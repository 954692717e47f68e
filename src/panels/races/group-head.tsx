import { countOf } from '../../lib/format-number.ts';
import type { StrategyId } from '../../strategies/program.ts';
import type { ResultsView } from './results-view.ts';
import { knownOf } from './say-result.ts';
import { ScheduleGlyph } from './schedule-glyph.tsx';
import { findColumn, type ScheduleGroup, sayOrder } from './schedule-groups.ts';
import { isDense, ScheduleStrip } from './schedule-strip.tsx';

export interface GroupHeadProps {
  readonly view: ResultsView;
  readonly group: ScheduleGroup;
}

/** Above strategies that have the same schedules: how many there are, and each of them in small. */
export function GroupHead({ view, group }: GroupHeadProps) {
  const { chosen, strategy, shown, isMore, follow } = view;
  const { ids, orders, hasLocks } = group;
  const leader = ids.includes(strategy) ? strategy : ids[0];
  const commands = chosen.race?.commands?.length ?? 0;
  const counts = listCounts(view, ids);
  // There is nothing to be headed where none of them can be run.
  if (counts.length === 0) return null;
  return (
    <thead className="results-group-head">
      <tr>
        <th scope="col">{sayCount(counts)}</th>
        <td className="results-note">{hasLocks && 'asking for a lock is a step'}</td>
        {orders === null ? (
          <th scope="col">share of them</th>
        ) : (
          <td className="result-strip-cell">
            <ScheduleStrip
              label="Schedules"
              slots={orders.map((order, index) => ({
                label: `Schedule ${index + 1}: ${sayOrder(order, hasLocks)}`,
                content: (
                  <ScheduleGlyph
                    order={order}
                    commands={commands}
                    hasLocks={hasLocks}
                    width={isDense(orders.length) ? 17 : 24}
                  />
                ),
              }))}
              shown={findColumn(group, shown)}
              onChoose={(column) => {
                const order = orders[column];
                if (order && leader) follow({ strategy: leader, order });
              }}
            />
          </td>
        )}
        {isMore && (
          <>
            <th
              scope="col"
              className="result-number"
              title="How many of all orders, which is not how likely it is"
            >
              of all schedules
            </th>
            <th
              scope="col"
              className="result-number"
              title="How likely it is when each next step is picked blindly"
            >
              by chance
            </th>
          </>
        )}
      </tr>
    </thead>
  );
}

/** How many schedules there are under each strategy, where that is known. */
function listCounts({ chosen }: ResultsView, ids: readonly StrategyId[]): readonly string[] {
  return ids.flatMap((id) => {
    const known = knownOf(chosen.results[id]);
    return known === null || 'unavailable' in known ? [] : [known.schedules];
  });
}

/** In one number, where all strategies of the group have as many. */
function sayCount(counts: readonly string[]): string {
  const [count] = counts;
  return count !== undefined && counts.every((other) => other === count)
    ? countOf(count, 'schedule', 'schedules')
    : 'schedules';
}
