import type { Box } from './event-model-layout.ts';

export interface Route {
  /** An SVG path. */
  readonly path: string;
  /** Where a label can stand: the middle. */
  readonly x: number;
  readonly y: number;
}

/** A curve from one note to another: up or down between lanes, sideways within one. */
export function routeArrow(from: Box, to: Box): Route {
  const isBelow = to.y >= from.y + from.height;
  const isAbove = to.y + to.height <= from.y;
  if (isBelow || isAbove) {
    const side = isBelow ? 1 : -1;
    const start = { x: middleX(from), y: isBelow ? from.y + from.height : from.y };
    const end = { x: middleX(to), y: isBelow ? to.y - 2 : to.y + to.height + 2 };
    const bend = side * Math.max(24, Math.abs(end.y - start.y) / 2);
    return curve(start, end, { x: 0, y: bend });
  }
  const side = to.x >= from.x ? 1 : -1;
  const start = { x: side > 0 ? from.x + from.width : from.x, y: from.y + from.height / 2 };
  const end = { x: side > 0 ? to.x - 2 : to.x + to.width + 2, y: to.y + to.height / 2 };
  return curve(start, end, { x: side * Math.max(16, Math.abs(end.x - start.x) / 2), y: 0 });
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function curve(start: Point, end: Point, bend: Point): Route {
  const [first, second] = [
    { x: start.x + bend.x, y: start.y + bend.y },
    { x: end.x - bend.x, y: end.y - bend.y },
  ];
  return {
    path: `M${start.x},${start.y} C${first.x},${first.y} ${second.x},${second.y} ${end.x},${end.y}`,
    x: (start.x + end.x) / 2,
    y: (start.y + end.y) / 2,
  };
}

function middleX({ x, width }: Box): number {
  return x + width / 2;
}
