import type { Scale } from './axis.ts';
import type { ChartPoint, Series } from './series.ts';

export interface SeriesLineProps {
  readonly series: Series;
  readonly across: Scale;
  readonly up: Scale;
}

/** A line through its points, with the band of its confidence intervals behind it. */
export function SeriesLine({ series, across, up }: SeriesLineProps) {
  const { points, look } = series;
  const at = (x: number, y: number) => `${round(across.at(x))} ${round(up.at(y))}`;
  const known = points.filter(hasInterval);
  const band = [
    ...known.map((point) => at(point.x, point.high)),
    ...known.toReversed().map((point) => at(point.x, point.low)),
  ];
  const only = points.length === 1 ? points[0] : undefined;
  return (
    <g className={`chart-series chart-${look}`} data-series={series.id}>
      {band.length > 2 && look !== 'quiet' && <path className="chart-band" d={`M${band.join('L')}Z`} />}
      {only ? (
        <circle className="chart-dot" cx={across.at(only.x)} cy={up.at(only.y)} r={3} />
      ) : (
        <path className="chart-line" d={`M${points.map((point) => at(point.x, point.y)).join('L')}`} />
      )}
    </g>
  );
}

function hasInterval(point: ChartPoint): point is ChartPoint & { low: number; high: number } {
  return typeof point.low === 'number' && typeof point.high === 'number';
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
