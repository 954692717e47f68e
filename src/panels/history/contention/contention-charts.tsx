import type { BoundaryId, Measure, WindowMeasure } from '../../../history/measure/measure-result.ts';
import { sayWindow } from '../../../history/words/say-measure.ts';
import type { Axis } from '../../../ui/chart/axis.ts';
import { LineChart } from '../../../ui/chart/line-chart.tsx';
import type { ChartPoint, Series } from '../../../ui/chart/series.ts';
import { LOOKS, nameBoundary } from './boundary-looks.ts';

export interface ContentionChartsProps {
  readonly measure: Measure;
  readonly at: WindowMeasure;
  /** The chosen window, which may be ahead of the measure. */
  readonly window: number;
  readonly onMove: (window: number) => void;
}

const TICKS = [100, 1000, 10_000, 60_000, 600_000, 3_600_000];

/** Collisions over the window, and at the chosen window over time. */
export function ContentionCharts({ measure, at, window, onMove }: ContentionChartsProps) {
  const windows = measure.curve.map((point) => point.window);
  const curve = drawCurve(measure);
  const time = drawTime(measure, at);
  return (
    <div className="contention-charts">
      <LineChart
        title="Appends that would have collided, by the time between read and append"
        description={describe('Share of colliding appends by window', curve)}
        series={curve}
        x={{
          kind: 'log',
          from: windows[0] ?? 100,
          to: windows.at(-1) ?? 1000,
          format: sayWindow,
          label: 'window',
          ticks: TICKS,
        }}
        y={shareAxis(curve)}
        height={236}
        cursor={{ at: window, stops: windows, onMove, isRead: true }}
      />
      <LineChart
        title={`Collisions at ${sayWindow(at.window)} over time, per ${saySpan(at.time.size)}`}
        description={describe(`Collisions over time at a window of ${sayWindow(at.window)}`, time)}
        series={time}
        x={timeAxis(at)}
        y={countAxis(time)}
        height={164}
      />
    </div>
  );
}

/** The band beside tags is what they can be at most, where only a model could say. */
function drawCurve({ curve, boundaries, transactions }: Measure): readonly Series[] {
  const share = (count: number | undefined) => (transactions === 0 ? 0 : (count ?? 0) / transactions);
  const pointAt = (id: BoundaryId, { window, collisions }: Measure['curve'][number]): ChartPoint => {
    const y = share(collisions[id]);
    const isBand = id === 'tag-condition' && collisions['any-tag'] !== undefined;
    return { x: window, y, ...(isBand && { low: y, high: share(collisions['any-tag']) }) };
  };
  return boundaries.map((id) => ({
    id,
    name: nameBoundary(id),
    look: LOOKS[id],
    points: curve.map((point) => pointAt(id, point)),
  }));
}

function drawTime({ boundaries }: Measure, { time }: WindowMeasure): readonly Series[] {
  return boundaries
    .filter((id) => id !== 'any-tag')
    .map((id) => ({
      id,
      name: nameBoundary(id),
      look: LOOKS[id],
      points: (time.collisions[id] ?? []).map((y, index) => ({ x: time.start + index * time.size, y })),
    }));
}

function shareAxis(series: readonly Series[]): Axis {
  const most = Math.max(0.05, ...series.flatMap(({ points }) => points.map(({ y }) => y)));
  return {
    kind: 'linear',
    from: 0,
    to: Math.min(1, most * 1.05),
    format: (value) =>
      value > 0 && value < 0.095 ? `${(value * 100).toFixed(1)} %` : `${Math.round(value * 100)} %`,
    label: 'of all appends',
  };
}

function countAxis(series: readonly Series[]): Axis {
  const most = Math.max(4, ...series.flatMap(({ points }) => points.map(({ y }) => y)));
  return { kind: 'linear', from: 0, to: most * 1.05, format: String, label: 'collisions' };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function timeAxis({ time }: WindowMeasure): Axis {
  const to = time.start + Math.max(1, time.transactions.length - 1) * time.size;
  const format = (value: number) => {
    const text = new Date(value).toISOString();
    if (to - time.start > 300 * DAY) return text.slice(0, 7);
    if (to - time.start > 3 * DAY)
      return `${Number(text.slice(8, 10))} ${MONTHS[Number(text.slice(5, 7)) - 1]}`;
    return to - time.start > HOUR ? text.slice(5, 16).replace('T', ' ') : text.slice(11, 19);
  };
  const steps = 4;
  const ticks = Array.from({ length: steps + 1 }, (_, at) => time.start + ((to - time.start) * at) / steps);
  return { kind: 'linear', from: time.start, to, format, label: 'UTC', ticks };
}

/** A length of time as a word: “hour”, “6 hours”, “day”. */
function saySpan(size: number): string {
  if (size % DAY === 0) return size === DAY ? 'day' : `${size / DAY} days`;
  if (size % HOUR === 0) return size === HOUR ? 'hour' : `${size / HOUR} hours`;
  return sayWindow(size);
}

function describe(title: string, series: readonly Series[]): string {
  return `${title}: ${series.map(({ name }) => name).join(', ')}. The tables below have the numbers.`;
}
