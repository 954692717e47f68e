export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

export type Side = 'top' | 'right' | 'bottom' | 'left';

/** Which way a side faces. */
export const NORMALS: Readonly<Record<Side, Point>> = {
  top: { x: 0, y: -1 },
  right: { x: 1, y: 0 },
  bottom: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
};

/** Whether one walks left and right along a side. */
export function isLevel(side: Side): boolean {
  return side === 'top' || side === 'bottom';
}

/** The middle of a rectangle. */
export function centreOf({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** The point of a side at this coordinate along it (an x at the top and bottom, a y at left and right). */
export function pointOn(rect: Rect, side: Side, at: number): Point {
  switch (side) {
    case 'top':
      return { x: at, y: rect.y };
    case 'bottom':
      return { x: at, y: rect.y + rect.height };
    case 'left':
      return { x: rect.x, y: at };
    case 'right':
      return { x: rect.x + rect.width, y: at };
  }
}

/** Where a side begins and ends, along it. */
export function spanOf(rect: Rect, side: Side): readonly [start: number, end: number] {
  return isLevel(side) ? [rect.x, rect.x + rect.width] : [rect.y, rect.y + rect.height];
}

/** Whether two rectangles share more than an edge. */
export function overlaps(one: Rect, other: Rect): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** Whether a point lies in a rectangle. */
export function contains(rect: Rect, { x, y }: Point): boolean {
  return x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height;
}

/** A number within bounds. */
export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
