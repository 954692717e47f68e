import './chart.css';
import { type ReactNode, useId, useRef } from 'react';
import { useRoom } from '../use-room.ts';
import { type Axis, layAxis, type Scale } from './axis.ts';
import { ChartCursor } from './chart-cursor.tsx';
import { type ChartArea, ChartGrid } from './chart-grid.tsx';
import { readSeries, type Series } from './series.ts';
import { SeriesLine } from './series-line.tsx';
import { SeriesNames } from './series-names.tsx';
import { spreadLabels } from './spread-labels.ts';

export interface LineChartProps {
  readonly title: ReactNode;
  /** What the picture shows, in a sentence, for those who do not see it. */
  readonly description: string;
  readonly series: readonly Series[];
  readonly x: Axis;
  readonly y: Axis;
  readonly height: number;
  /** Where one looks along `x`; it stops at `stops` only, in rising order. */
  readonly cursor?: {
    readonly at: number;
    readonly stops: readonly number[];
    readonly onMove: (at: number) => void;
    /** Whether the values of the lines that matter are written where it meets them. */
    readonly isRead?: boolean;
  };
  /** Charts above each other share their axis: all but the last leave it out. */
  readonly hidesX?: boolean;
  /** The room right of the lines for their names, where they are short. */
  readonly nameRoom?: number;
}

/** Left for the numbers, right for the names of the lines. */
const SIDES = { left: 48, right: 176, top: 12, axis: 40, none: 8 } as const;

/** Lines over a common axis, each named at its end. */
export function LineChart(props: LineChartProps) {
  const { title, description, series, x, y, height, cursor, hidesX = false, nameRoom = SIDES.right } = props;
  const frame = useRef<HTMLElement>(null);
  const room = useRoom(frame);
  const id = useId();
  const area = {
    left: SIDES.left,
    right: Math.max(SIDES.left + 80, room - nameRoom),
    top: SIDES.top,
    bottom: height - (hidesX ? SIDES.none : SIDES.axis),
  };
  const across = layAxis(x, area.left, area.right, Math.max(3, Math.floor((area.right - area.left) / 90)));
  const up = layAxis(y, area.bottom, area.top, 4);
  return (
    <figure className="chart" ref={frame} aria-labelledby={id}>
      <figcaption className="chart-title" id={id}>
        {title}
      </figcaption>
      {room > 0 && (
        <div className="chart-area">
          <svg className="chart-picture" width={room} height={height} role="img" aria-label={description}>
            <ChartGrid x={x} y={y} across={across} up={up} area={area} hidesX={hidesX} />
            {inOrderOfPaint(series).map((each) => (
              <SeriesLine key={each.id} series={each} across={across} up={up} />
            ))}
            {cursor && <Dots at={cursor.at} series={series} across={across} up={up} />}
            {cursor?.isRead && (
              <Readings at={cursor.at} series={series} y={y} across={across} up={up} area={area} />
            )}
            <SeriesNames series={series} up={up} left={area.right + 10} top={area.top} bottom={area.bottom} />
          </svg>
          {cursor && <ChartCursor {...cursor} axis={x} scale={across} area={area} />}
        </div>
      )}
    </figure>
  );
}

/** The quiet ones first: what is drawn last lies on top. */
function inOrderOfPaint(series: readonly Series[]): readonly Series[] {
  const rank = { quiet: 0, alarm: 1, second: 2, strong: 3 };
  return series.toSorted((a, b) => rank[a.look] - rank[b.look]);
}

interface DotsProps {
  readonly at: number;
  readonly series: readonly Series[];
  readonly across: Scale;
  readonly up: Scale;
}

/** Where the cursor meets the lines. */
function Dots({ at, series, across, up }: DotsProps) {
  return inOrderOfPaint(series).map((each) => {
    const value = readSeries(each, at);
    if (value === null) return null;
    return (
      <circle
        key={each.id}
        className={`chart-dot chart-${each.look}`}
        cx={across.at(at)}
        cy={up.at(value)}
        r={4}
      />
    );
  });
}

interface ReadingsProps extends DotsProps {
  readonly y: Axis;
  readonly area: ChartArea;
}

const READING_LINE = 16;

/** The values where the cursor meets the lines, beside it and not on each other. */
function Readings({ at, series, y, across, up, area }: ReadingsProps) {
  const read = series.flatMap((each) => {
    const value = readSeries(each, at);
    return value === null ? [] : [{ each, value }];
  });
  const places = spreadLabels(
    read.map(({ value }) => up.at(value) - READING_LINE / 2),
    READING_LINE,
    area.top,
    area.bottom - READING_LINE / 2,
  );
  return (
    <g aria-hidden>
      {read.map(({ each, value }, index) => (
        <text
          key={each.id}
          className={`chart-reading chart-${each.look}`}
          x={across.at(at) - 10}
          y={places[index]}
          dy="0.32em"
          textAnchor="end"
        >
          {y.format(value)}
        </text>
      ))}
    </g>
  );
}
