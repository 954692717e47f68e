import { clamp, isLevel, NORMALS, type Point, type Side } from './geometry.ts';

/** One end of an arrow: where it touches a note, and on which side. */
export interface ArrowEnd extends Point {
  readonly side: Side;
}

/** The line of an arrow: straight or curved between four points, or bent around something at right angles. */
export type Line =
  | { readonly form: 'curve'; readonly points: readonly [Point, Point, Point, Point] }
  | { readonly form: 'bend'; readonly points: readonly [Point, Point, Point, Point] };

const BEND_RADIUS = 12;
const BEND_ROOM = 24;
/** Ends that are this close to being opposite are joined by a straight line. */
const STRAIGHT = 1;

/** The line between two ends: around the outside where both are on the same side, a curve otherwise. */
export function drawLine(from: ArrowEnd, to: ArrowEnd): Line {
  return from.side === to.side ? drawBend(from, to) : drawCurve(from, to);
}

function drawCurve(from: ArrowEnd, to: ArrowEnd): Line {
  const reach = findReach(from, to);
  return {
    form: 'curve',
    points: [from, leave(from, reach), leave(to, reach), { x: to.x, y: to.y }],
  };
}

function findReach(from: ArrowEnd, to: ArrowEnd): number {
  const [across, along] = isLevel(from.side)
    ? [Math.abs(to.x - from.x), Math.abs(to.y - from.y)]
    : [Math.abs(to.y - from.y), Math.abs(to.x - from.x)];
  return isLevel(from.side) === isLevel(to.side)
    ? clamp(along / 2, 16, 160)
    : clamp(Math.min(across, along) * 0.7, 16, 160);
}

function leave({ x, y, side }: ArrowEnd, reach: number): Point {
  return { x: x + NORMALS[side].x * reach, y: y + NORMALS[side].y * reach };
}

function drawBend(from: ArrowEnd, to: ArrowEnd): Line {
  const normal = NORMALS[from.side];
  const isOuter = (one: number, other: number, sign: number) =>
    sign > 0 ? Math.max(one, other) : Math.min(one, other);
  const corner = (end: Point): Point => ({
    x: normal.x === 0 ? end.x : isOuter(from.x, to.x, normal.x) + normal.x * BEND_ROOM,
    y: normal.y === 0 ? end.y : isOuter(from.y, to.y, normal.y) + normal.y * BEND_ROOM,
  });
  return { form: 'bend', points: [from, corner(from), corner(to), to] };
}

/** The point of a line at a part of its way, 0 to 1. */
export function pointAt({ form, points }: Line, part: number): Point {
  const [a, b, c, d] = points;
  if (form === 'curve') {
    const rest = 1 - part;
    const weights = [rest ** 3, 3 * rest ** 2 * part, 3 * rest * part ** 2, part ** 3] as const;
    return {
      x: a.x * weights[0] + b.x * weights[1] + c.x * weights[2] + d.x * weights[3],
      y: a.y * weights[0] + b.y * weights[1] + c.y * weights[2] + d.y * weights[3],
    };
  }
  const legs = [
    [a, b],
    [b, c],
    [c, d],
  ] as const;
  const lengths = legs.map(([start, end]) => Math.hypot(end.x - start.x, end.y - start.y));
  let left = part * lengths.reduce((sum, length) => sum + length, 0);
  for (const [index, [start, end]] of legs.entries()) {
    const length = lengths[index] ?? 0;
    if (left <= length && length > 0) {
      return {
        x: start.x + ((end.x - start.x) * left) / length,
        y: start.y + ((end.y - start.y) * left) / length,
      };
    }
    left -= length;
  }
  return d;
}

/** How long a line is, about. */
export function lengthOf(line: Line): number {
  let length = 0;
  let last = pointAt(line, 0);
  for (const part of [0.25, 0.5, 0.75, 1]) {
    const next = pointAt(line, part);
    length += Math.hypot(next.x - last.x, next.y - last.y);
    last = next;
  }
  return length;
}

/** A line as the `d` of an SVG path. */
export function writePath({ form, points }: Line): string {
  const [a, b, c, d] = points;
  if (form === 'bend') return `M${say(a)}${sayCorner(a, b, c)}${sayCorner(b, c, d)}L${say(d)}`;
  const isStraight = isOnLine(a, d, b) && isOnLine(a, d, c);
  return isStraight ? `M${say(a)}L${say(d)}` : `M${say(a)}C${say(b)} ${say(c)} ${say(d)}`;
}

function isOnLine(a: Point, d: Point, point: Point): boolean {
  const length = Math.hypot(d.x - a.x, d.y - a.y);
  if (length === 0) return true;
  return Math.abs((d.x - a.x) * (a.y - point.y) - (a.x - point.x) * (d.y - a.y)) / length <= STRAIGHT;
}

function sayCorner(before: Point, corner: Point, after: Point): string {
  const start = towards(corner, before);
  const end = towards(corner, after);
  return `L${say(start)}Q${say(corner)} ${say(end)}`;
}

function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const part = length === 0 ? 0 : Math.min(BEND_RADIUS, length / 2) / length;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

function say({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;
}
