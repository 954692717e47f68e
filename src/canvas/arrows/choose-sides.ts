import { drawLine, lengthOf, pointAt } from './arrow-path.ts';
import { centreOf, isLevel, type Point, pointOn, type Rect, type Side } from './geometry.ts';

export interface Sides {
  readonly from: Side;
  readonly to: Side;
}

/** What a way is worse by, in pixels of length. */
const THROUGH_NOTE = 110;
/** How far apart a way is looked at, in pixels, and how often at most. */
const STEP = 28;
const MOST_STEPS = 40;
const AROUND = 90;
const CORNER = 60;
const CRAMPED = 400;
const LEAST_ROOM = 16;
/** A curve that has to go further aside than ahead is squeezed; so much for each pixel. */
const SQUEEZED = 0.8;

/** The two sides by which an arrow joins two notes: the shortest way that leads through few other notes. */
export function chooseSides(from: Rect, to: Rect, isTaken: (point: Point) => boolean): Sides {
  let best: Sides = { from: 'bottom', to: 'top' };
  let least = Number.POSITIVE_INFINITY;
  for (const sides of listWays(from, to)) {
    const cost = judge(from, to, sides, isTaken, least);
    if (cost < least) [best, least] = [sides, cost];
  }
  return best;
}

/** Facing sides, then around one corner, then around the outside. */
function listWays(from: Rect, to: Rect): readonly Sides[] {
  const start = centreOf(from);
  const end = centreOf(to);
  const [right, left]: [Side, Side] = end.x >= start.x ? ['right', 'left'] : ['left', 'right'];
  const [below, above]: [Side, Side] = end.y >= start.y ? ['bottom', 'top'] : ['top', 'bottom'];
  return [
    { from: below, to: above },
    { from: right, to: left },
    { from: right, to: above },
    { from: below, to: left },
    { from: 'top', to: 'top' },
    { from: 'bottom', to: 'bottom' },
    { from: 'right', to: 'right' },
    { from: 'left', to: 'left' },
  ];
}

function judge(
  from: Rect,
  to: Rect,
  sides: Sides,
  isTaken: (point: Point) => boolean,
  enough: number,
): number {
  const start = middleOf(from, sides.from);
  const end = middleOf(to, sides.to);
  const line = drawLine({ ...start, side: sides.from }, { ...end, side: sides.to });
  const length = lengthOf(line);
  let cost = length;
  if (sides.from === sides.to) cost += AROUND;
  else if (isCorner(sides)) cost += CORNER;
  if (isFacing(sides)) cost += SQUEEZED * squeeze(start, end, sides.from);
  if (roomBefore(start, end, sides.from) < LEAST_ROOM && sides.from !== sides.to) cost += CRAMPED;
  if (roomBefore(end, start, sides.to) < LEAST_ROOM && sides.from !== sides.to) cost += CRAMPED;
  const steps = Math.min(MOST_STEPS, Math.ceil(length / STEP));
  for (let step = 1; step < steps && cost < enough; step++) {
    if (isTaken(pointAt(line, step / steps))) cost += THROUGH_NOTE;
  }
  return cost;
}

function isFacing({ from, to }: Sides): boolean {
  return from !== to && isLevel(from) === isLevel(to);
}

function squeeze(start: Point, end: Point, side: Side): number {
  const across = Math.abs(end.x - start.x);
  const down = Math.abs(end.y - start.y);
  return Math.max(0, isLevel(side) ? across - down : down - across);
}

function isCorner({ from, to }: Sides): boolean {
  return isLevel(from) !== isLevel(to);
}

function middleOf(rect: Rect, side: Side): Point {
  const { x, y } = centreOf(rect);
  return pointOn(rect, side, isLevel(side) ? x : y);
}

/** How far the other end lies beyond a side; negative when it lies behind it. */
function roomBefore(point: Point, other: Point, side: Side): number {
  switch (side) {
    case 'top':
      return point.y - other.y;
    case 'bottom':
      return other.y - point.y;
    case 'left':
      return point.x - other.x;
    case 'right':
      return other.x - point.x;
  }
}
