import type { BoundaryMeasure, PairCount } from '../../../history/measure/measure-result.ts';
import { groupDigits } from '../../../lib/format-number.ts';
import { HeatMap } from '../../../ui/chart/heat-map.tsx';

export interface PairMapProps {
  readonly measured: BoundaryMeasure;
}

const MOST = 7;

/** Which types of events get in each other's way: the busiest of them, the one that is stopped in its row. */
export function PairMap({ measured: { pairs, collisions } }: PairMapProps) {
  if (pairs.length === 0) return <p className="contention-hint">Nothing collides here.</p>;
  const rows = busiest(pairs, ({ type }) => type);
  const columns = busiest(pairs, ({ by }) => by);
  const counts = new Map(pairs.map((pair) => [keyOf(pair.type, pair.by), pair.collisions]));
  const most = Math.max(...pairs.map((pair) => pair.collisions));
  const shown = rows.flatMap((type) => columns.map((by) => counts.get(keyOf(type, by)) ?? 0));
  const rest = collisions - shown.reduce((sum, count) => sum + count, 0);
  return (
    <>
      <HeatMap
        label="Pairs of event types that collide"
        corner="Stopped ↓ by →"
        columns={columns}
        rows={rows.map((type) => ({
          name: type,
          cells: columns.map((by) => {
            const count = counts.get(keyOf(type, by)) ?? 0;
            return {
              heat: count / most,
              text: groupDigits(count),
              title: `${type} stopped by ${by}: ${groupDigits(count)}`,
            };
          }),
        }))}
      />
      {rest > 0 && <p className="contention-hint">{`${groupDigits(rest)} more between other types.`}</p>}
    </>
  );
}

function keyOf(type: string, by: string): string {
  return JSON.stringify([type, by]);
}

function busiest(pairs: readonly PairCount[], nameOf: (pair: PairCount) => string): readonly string[] {
  const counts = new Map<string, number>();
  for (const pair of pairs) counts.set(nameOf(pair), (counts.get(nameOf(pair)) ?? 0) + pair.collisions);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST)
    .map(([name]) => name);
}
