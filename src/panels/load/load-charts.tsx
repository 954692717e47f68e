import { useState } from 'react';
import type { LoadAxis } from '../../lab/load/load-axes.ts';
import { formatMs } from '../../lib/format-number.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import type { Axis } from '../../ui/chart/axis.ts';
import { LineChart } from '../../ui/chart/line-chart.tsx';
import type { Series } from '../../ui/chart/series.ts';
import { ToggleGroup } from '../../ui/toggle-group.tsx';
import type { SweepPoint } from '../../workload/sweep-load.ts';
import {
  type Chosen,
  drawMetric,
  drawWaits,
  LOAD_METRICS,
  type LoadMetric,
  listFlat,
  METRICS,
} from './load-series.ts';
import { nameBefore } from './say-load.ts';

export interface LoadChartsProps {
  readonly points: readonly SweepPoint[];
  readonly axis: LoadAxis;
  readonly chosen: Chosen;
  /** The points of the settings compared with, if any: of them only the chosen strategy is drawn. */
  readonly before: readonly SweepPoint[];
  readonly at: number;
  readonly onMove: (at: number) => void;
}

/** Waits shorter than this are drawn as this: a scale that grows in proportion has no place for nothing. */
const LEAST_WAIT = 1;

/** Conflicts and waits by strategy over the load: two pictures with one cursor. */
export function LoadCharts({ points, axis, chosen, before, at, onMove }: LoadChartsProps) {
  const [metric, setMetric] = useState<LoadMetric>('stopped');
  const series = [...drawMetric(points, metric, chosen), ...drawBefore(before, metric, chosen, points)];
  const waits = drawWaits(points, chosen, LEAST_WAIT);
  const x: Axis = {
    kind: 'log',
    from: axis.values[0] ?? 1,
    to: axis.values.at(-1) ?? 2,
    format: axis.format,
    label: axis.label,
    ticks: axis.values,
  };
  const cursor = { at, stops: axis.values, onMove };
  const flat = listFlat(points, metric).map((id) => STRATEGIES[id].name);
  return (
    <div className="load-charts">
      <ToggleGroup
        label="What is drawn"
        value={metric}
        options={LOAD_METRICS.map((value) => ({ value, label: METRICS[value].name }))}
        onChoose={setMetric}
      />
      <LineChart
        title={METRICS[metric].title}
        description={describe(METRICS[metric].title, axis, series)}
        series={series}
        x={x}
        y={metricAxis(metric, series)}
        height={264}
        cursor={cursor}
        hidesX={waits.length > 0}
      />
      {waits.length > 0 && (
        <LineChart
          title="Wait for the lock: 99 of 100 commands wait no longer"
          description={describe('Wait for the lock', axis, waits)}
          series={waits}
          x={x}
          y={{
            kind: 'log',
            from: LEAST_WAIT,
            to: Math.max(10, ...waits.flatMap((each) => each.points.map(({ y }) => y))),
            format: formatMs,
            label: 'wait',
          }}
          height={148}
          cursor={cursor}
        />
      )}
      {flat.length > 0 && points.length > 0 && (
        <p className="load-hint">{`Always 0, and so not drawn: ${flat.join(', ')}.`}</p>
      )}
    </div>
  );
}

function metricAxis(metric: LoadMetric, series: readonly Series[]): Axis {
  const most = Math.max(0, ...series.flatMap(({ points }) => points.map(({ y }) => y)));
  const { isShare, title } = METRICS[metric];
  // A picture of hardly anything must not look like one of much.
  const to = isShare ? Math.min(1, Math.max(0.1, most * 1.05)) : Math.max(1, most * 1.05);
  return {
    kind: 'linear',
    from: 0,
    to,
    label: title,
    format: (value) => (isShare ? `${Math.round(value * 100)} %` : String(value)),
  };
}

function drawBefore(
  before: readonly SweepPoint[],
  metric: LoadMetric,
  { strategy }: Chosen,
  now: readonly SweepPoint[],
): readonly Series[] {
  const [first, firstBefore] = [now[0], before[0]];
  const other = first && firstBefore ? nameBefore(first, firstBefore) : null;
  return drawMetric(before, metric, { strategy, beside: null })
    .filter(({ id }) => id === strategy)
    .map((each) => ({
      ...each,
      id: `${each.id}-before`,
      name: other === null ? `${each.name}, before` : other,
      look: 'second',
    }));
}

function describe(title: string, { label }: LoadAxis, series: readonly Series[]): string {
  if (series.length === 0) return `${title} over ${label}: nothing at all`;
  return `${title} over ${label}: ${series.map(({ name }) => name).join(', ')}. The table below has the numbers.`;
}
