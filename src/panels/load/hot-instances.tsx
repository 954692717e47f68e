import { formatShare } from '../../lib/format-number.ts';
import { STRATEGY_IDS, type StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { HeatMap } from '../../ui/chart/heat-map.tsx';
import type { LoadFinding } from '../../workload/find-one.ts';
import type { InstanceLoad } from '../../workload/load-result.ts';
import type { SweepPoint } from '../../workload/sweep-load.ts';
import { loadAt } from './load-series.ts';

export interface HotInstancesProps {
  readonly point: SweepPoint;
  /** Shows something that happened to an instance, as a race. */
  readonly onShowOne: (strategy: StrategyId, finding: LoadFinding, instance: string) => void;
}

const MOST_ROWS = 14;

/** Where commands are stopped, missed or wait: the hottest instances, strategy by strategy. */
export function HotInstances({ point, onShowOne }: HotInstancesProps) {
  const columns = STRATEGY_IDS.filter((id) =>
    (loadAt(point, id)?.instances ?? []).some((each) => heatOf(each) > 0),
  );
  const rows = listHottest(point, columns);
  if (rows.length === 0) return <p className="load-hint">No instance got in anybody’s way here.</p>;
  const findable = (id: StrategyId | undefined, instance: string) => {
    const worst = id === undefined ? null : findWorst(point, id, instance);
    return id === undefined || worst === null ? undefined : () => onShowOne(id, worst, instance);
  };
  const most = Math.max(...rows.flatMap(({ shares }) => shares));
  return (
    <HeatMap
      label="Where commands are stopped, missed or wait"
      corner="Instance"
      columns={columns.map((id) => STRATEGIES[id].name)}
      rows={rows.map(({ instance, shares }) => ({
        name: shorten(instance),
        cells: shares.map((share, at) => {
          const id = columns[at];
          const name = id === undefined ? '' : STRATEGIES[id].name;
          return {
            heat: most > 0 ? share / most : 0,
            text: share > 0 ? formatShare(share) : '0',
            title: `${instance} under ${name}: ${formatShare(share)} of its commands`,
            onOpen: findable(id, instance),
          };
        }),
      }))}
    />
  );
}

/** `category:category7` says everything twice. */
function shorten(instance: string): string {
  const [concept = '', value = ''] = instance.split(/:(.*)/s);
  return value.startsWith(concept) ? value : instance;
}

/** By how often something happened to them under any strategy, and not by its share: one command of one is no heat. */
function listHottest(point: SweepPoint, columns: readonly StrategyId[]) {
  const tables = columns.map(
    (id) => new Map((loadAt(point, id)?.instances ?? []).map((each) => [each.instance, each])),
  );
  const names = [...new Set(tables.flatMap((table) => [...table.keys()]))];
  return names
    .map((instance) => {
      const loads = tables.map((table) => table.get(instance));
      const heats = loads.map((each) => (each === undefined ? 0 : heatOf(each)));
      const shares = loads.map((each) => (each === undefined ? 0 : shareOf(each)));
      return { instance, shares, heat: Math.max(...heats) };
    })
    .sort((a, b) => b.heat - a.heat || (a.instance < b.instance ? -1 : 1))
    .slice(0, MOST_ROWS);
}

/** What is worth showing of an instance: what was missed, then what was stopped, then what waited. */
function findWorst(point: SweepPoint, id: StrategyId, instance: string): LoadFinding | null {
  const load = loadAt(point, id);
  const own = load?.instances.find((each) => each.instance === instance);
  if (load === null || own === undefined || heatOf(own) === 0) return null;
  if (own.missed > 0) return 'missedConflict';
  const { conflict, falseConflict, neededWait } = load.counts.verdicts;
  if (own.stopped > 0) return falseConflict >= conflict ? 'falseConflict' : 'conflict';
  return neededWait > 0 ? 'neededWait' : 'needlessWait';
}

function heatOf({ stopped, missed, waited }: InstanceLoad): number {
  return stopped + missed + waited;
}

/** Of the commands about an instance; one that is stopped twice counts twice, up to all of them. */
function shareOf(instance: InstanceLoad): number {
  return instance.commands === 0 ? 0 : Math.min(1, heatOf(instance) / instance.commands);
}
