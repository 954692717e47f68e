import type { KeyboardEvent, PointerEvent } from 'react';
import type { Axis, Scale } from './axis.ts';
import type { ChartArea } from './chart-grid.tsx';

export interface ChartCursorProps {
  readonly at: number;
  readonly stops: readonly number[];
  readonly onMove: (at: number) => void;
  readonly axis: Axis;
  readonly scale: Scale;
  readonly area: ChartArea;
}

/** The place one looks at: dragged along the picture, or moved by the arrow keys. */
export function ChartCursor({ at, stops, onMove, axis, scale, area }: ChartCursorProps) {
  const index = stops.indexOf(nearest(stops, (stop) => Math.abs(stop - at)) ?? at);
  const move = (event: PointerEvent<HTMLElement>) => {
    const pixel = event.clientX - event.currentTarget.getBoundingClientRect().left + area.left;
    const stop = nearest(stops, (each) => Math.abs(scale.at(each) - pixel));
    if (stop !== undefined && stop !== at) onMove(stop);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = keyTarget(event.key, index, stops.length);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    const stop = stops[next];
    if (stop !== undefined) onMove(stop);
  };
  return (
    <div
      className="chart-cursor-area"
      style={{
        left: area.left,
        top: area.top,
        width: area.right - area.left,
        height: area.bottom - area.top,
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        move(event);
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && move(event)}
    >
      <div
        className="chart-cursor"
        role="slider"
        tabIndex={0}
        aria-label={axis.label}
        aria-valuemin={stops[0] ?? at}
        aria-valuemax={stops.at(-1) ?? at}
        aria-valuenow={at}
        aria-valuetext={axis.format(at)}
        style={{ left: scale.at(at) - area.left }}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

function nearest(stops: readonly number[], distance: (stop: number) => number): number | undefined {
  return stops.toSorted((a, b) => distance(a) - distance(b))[0];
}

function keyTarget(key: string, index: number, count: number): number | null {
  const target = {
    ArrowLeft: index - 1,
    ArrowDown: index - 1,
    ArrowRight: index + 1,
    ArrowUp: index + 1,
    Home: 0,
    End: count - 1,
  }[key];
  return target === undefined ? null : Math.min(count - 1, Math.max(0, target));
}
