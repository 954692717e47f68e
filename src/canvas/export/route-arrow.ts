import type { Box } from './picture.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A curve from the edge of one box to the edge of another. */
export interface ArrowRoute {
  readonly start: Point;
  readonly bendStart: Point;
  readonly bendEnd: Point;
  readonly end: Point;
  /** Where it is at its middle. */
  readonly middle: Point;
}

const GAP = 4;

/** Leaves and arrives in the middle of the sides that face each other. */
export function routeArrow(from: Box, to: Box): ArrowRoute {
  const across = gapBetween(from.x, from.width, to.x, to.width);
  const down = gapBetween(from.y, from.height, to.y, to.height);
  const isAcross = across > down;
  const start = isAcross
    ? sidePoint(from, to.x >= from.x ? 1 : -1, 0)
    : sidePoint(from, 0, to.y >= from.y ? 1 : -1);
  const end = isAcross
    ? sidePoint(to, to.x >= from.x ? -1 : 1, 0)
    : sidePoint(to, 0, to.y >= from.y ? -1 : 1);
  const bendStart = isAcross
    ? { x: (start.x + end.x) / 2, y: start.y }
    : { x: start.x, y: (start.y + end.y) / 2 };
  const bendEnd = isAcross ? { x: (start.x + end.x) / 2, y: end.y } : { x: end.x, y: (start.y + end.y) / 2 };
  return { start, bendStart, bendEnd, end, middle: { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 } };
}

/** How much room there is between two stretches; negative when they overlap. */
function gapBetween(one: number, oneSize: number, other: number, otherSize: number): number {
  return Math.max(other - (one + oneSize), one - (other + otherSize));
}

function sidePoint({ x, y, width, height }: Box, across: number, down: number): Point {
  return {
    x: x + width / 2 + across * (width / 2 + GAP),
    y: y + height / 2 + down * (height / 2 + GAP),
  };
}
