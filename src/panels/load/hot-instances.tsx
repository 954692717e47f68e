import { formatShare } from '../../lib/format-number.ts';
import { STRATEGY_IDS, type StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { HeatMap } from '../../ui/chart/heat-map.tsx';
import type { InstanceLoad } from '../../workload/load-result.ts';
import type { SweepPoint } from '../../workload/sweep-load.ts';
import { loadAt } from './load-series.ts';

export interface HotInstancesProps {
  readonly point: SweepPoint;
}

const MOST_ROWS = 14;

/** Where commands are stopped, missed or wait: the hottest instances, strategy by strategy. */
export function HotInstances({ point }: HotInstancesProps) {
  const columns = STRATEGY_IDS.filter((id) =>
    (loadAt(point, id)?.instances ?? []).some((each) => heatOf(each) > 0),
  );
  const rows = listHottest(point, columns);
  if (rows.length === 0) return <p className="load-hint">No instance got in anybody’s way here.</p>;
  const most = Math.max(...rows.flatMap(({ shares }) => shares));
  return (
    <HeatMap
      label="Where commands are stopped, missed or wait"
      corner="Instance"
      columns={columns.map((id) => STRATEGIES[id].name)}
      rows={rows.map(({ instance, shares }) => ({
        name: instance,
        cells: shares.map((share, at) => {
          const id = columns[at];
          const name = id === undefined ? '' : STRATEGIES[id].name;
          return {
            heat: most > 0 ? share / most : 0,
            text: share > 0 ? formatShare(share) : '0',
            title: `${instance} under ${name}: ${formatShare(share)} of its commands`,
          };
        }),
      }))}
    />
  );
}

function listHottest(point: SweepPoint, columns: readonly StrategyId[]) {
  const tables = columns.map(
    (id) => new Map((loadAt(point, id)?.instances ?? []).map((each) => [each.instance, shareOf(each)])),
  );
  const names = [...new Set(tables.flatMap((table) => [...table.keys()]))];
  return names
    .map((instance) => ({ instance, shares: tables.map((table) => table.get(instance) ?? 0) }))
    .sort((a, b) => Math.max(...b.shares) - Math.max(...a.shares) || (a.instance < b.instance ? -1 : 1))
    .slice(0, MOST_ROWS);
}

function heatOf({ stopped, missed, waited }: InstanceLoad): number {
  return stopped + missed + waited;
}

/** Of the commands about an instance; one that is stopped twice counts twice, up to all of them. */
function shareOf(instance: InstanceLoad): number {
  return instance.commands === 0 ? 0 : Math.min(1, heatOf(instance) / instance.commands);
}
