import { type Line, pointAt } from './arrow-path.ts';
import { overlaps, type Point, type Rect } from './geometry.ts';
import { SpotIndex } from './spot-index.ts';

export interface LabelWish {
  readonly id: string;
  readonly line: Line;
  readonly width: number;
}

const HEIGHT = 20;
const DOT = 4;
/** Labels that all but touch read as one. */
const APART = 16;
const PARTS = [0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78];
const SAMPLES = Array.from({ length: 15 }, (_, index) => (index + 0.5) / 15);
/** What is worse: a label on a note, on another label, or on another arrow. */
const ON_NOTE = 40;
const ON_LABEL = 30;
const ON_LINE = 4;

/** At which part of its line each label stands: near the middle, off notes, other labels and other lines. */
export function placeLabels(
  wishes: readonly LabelWish[],
  lines: ReadonlyMap<string, Line>,
  notes: SpotIndex<Rect>,
): ReadonlyMap<string, number> {
  const placed = new Map<string, number>();
  const labels = new SpotIndex<Rect>();
  const dots = indexLines(lines);
  for (const { id, line, width } of wishes) {
    const own = SAMPLES.map((part) => dotAt(pointAt(line, part)));
    let best = 0.5;
    let least = Number.POSITIVE_INFINITY;
    for (const [index, part] of PARTS.entries()) {
      const rect = rectAround(pointAt(line, part), width);
      const cost =
        index +
        (notes.countOverlaps(rect) > 0 ? ON_NOTE : 0) +
        (labels.countOverlaps(rect) > 0 ? ON_LABEL : 0) +
        ON_LINE * countOthers(dots, own, rect);
      if (cost < least) [best, least] = [part, cost];
    }
    placed.set(id, best);
    labels.add(rectAround(pointAt(line, best), width + 2 * APART));
  }
  return placed;
}

function rectAround({ x, y }: Point, width: number): Rect {
  return { x: x - width / 2, y: y - HEIGHT / 2, width, height: HEIGHT };
}

function indexLines(lines: ReadonlyMap<string, Line>): SpotIndex<Rect> {
  const dots = new SpotIndex<Rect>();
  for (const line of lines.values()) {
    for (const part of SAMPLES) dots.add(dotAt(pointAt(line, part)));
  }
  return dots;
}

function countOthers(dots: SpotIndex<Rect>, own: readonly Rect[], rect: Rect): number {
  return Math.max(0, dots.countOverlaps(rect) - own.filter((dot) => overlaps(dot, rect)).length);
}

function dotAt({ x, y }: Point): Rect {
  return { x: x - DOT / 2, y: y - DOT / 2, width: DOT, height: DOT };
}
