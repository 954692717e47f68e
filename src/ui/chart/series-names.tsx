import type { Scale } from './axis.ts';
import type { Series } from './series.ts';
import { spreadLabels } from './spread-labels.ts';

export interface SeriesNamesProps {
  readonly series: readonly Series[];
  readonly up: Scale;
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

const LINE = 15;

/** The names of the lines at their ends, moved apart where they would lie on each other. */
export function SeriesNames({ series, up, left, top, bottom }: SeriesNamesProps) {
  const named = series.filter(({ points }) => points.length > 0);
  const ends = named.map(({ points }) => up.at(points.at(-1)?.y ?? 0));
  // More names than there is room for go on below the lines rather than over each other.
  const lowest = Math.max(bottom, top + LINE * (named.length - 1));
  const places = spreadLabels(ends, LINE, top, lowest);
  return (
    <g aria-hidden>
      {named.map(({ id, name, note, look }, index) => {
        const y = places[index] ?? 0;
        const end = ends[index] ?? 0;
        return (
          <g key={id} className={`chart-${look}`}>
            {Math.abs(y - end) > 3 && (
              <path className="chart-leader" d={`M${left - 8} ${end}L${left - 3} ${y}`} />
            )}
            <text className="chart-name" x={left} y={y} dy="0.32em">
              {name}
              {note !== undefined && <tspan className="chart-note">{`  ${note}`}</tspan>}
            </text>
          </g>
        );
      })}
    </g>
  );
}
