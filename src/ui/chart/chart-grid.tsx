import type { Axis, Scale } from './axis.ts';

/** The pixels that the lines are drawn in. */
export interface ChartArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface ChartGridProps {
  readonly x: Axis;
  readonly y: Axis;
  readonly across: Scale;
  readonly up: Scale;
  readonly area: ChartArea;
  readonly hidesX: boolean;
}

/** The numbers of both sides, and lines to read them by. */
export function ChartGrid({ x, y, across, up, area, hidesX }: ChartGridProps) {
  return (
    <g aria-hidden>
      {up.ticks.map((tick) => (
        <g key={tick}>
          <line className="chart-rule" x1={area.left} x2={area.right} y1={up.at(tick)} y2={up.at(tick)} />
          <text className="chart-number" x={area.left - 8} y={up.at(tick)} dy="0.32em" textAnchor="end">
            {y.format(tick)}
          </text>
        </g>
      ))}
      <line className="chart-base" x1={area.left} x2={area.right} y1={area.bottom} y2={area.bottom} />
      {!hidesX &&
        across.ticks.map((tick) => (
          <text
            key={tick}
            className="chart-number"
            x={across.at(tick)}
            y={area.bottom + 16}
            textAnchor="middle"
          >
            {x.format(tick)}
          </text>
        ))}
      {!hidesX && (
        <text className="chart-number" x={area.right} y={area.bottom + 32} textAnchor="end">
          {x.label}
        </text>
      )}
    </g>
  );
}
