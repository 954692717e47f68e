/** How a line looks. The dash tells it apart without colour, and so does the name at its end. */
export type SeriesLook = 'strong' | 'second' | 'quiet' | 'alarm';

export interface ChartPoint {
  readonly x: number;
  readonly y: number;
  /** The confidence interval, where there is one. */
  readonly low?: number | null;
  readonly high?: number | null;
}

export interface Series {
  readonly id: string;
  readonly name: string;
  /** A few words more, under the name. */
  readonly note?: string;
  readonly look: SeriesLook;
  readonly points: readonly ChartPoint[];
}

/** The value of a series at `x`: between two points, as the straight line between them says; null outside. */
export function readSeries({ points }: Series, x: number): number | null {
  const after = points.findIndex((point) => point.x >= x);
  const right = points[after];
  if (right === undefined) return null;
  if (right.x === x) return right.y;
  const left = points[after - 1];
  if (left === undefined) return null;
  return left.y + ((right.y - left.y) * (x - left.x)) / (right.x - left.x);
}
