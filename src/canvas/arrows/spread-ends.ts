import type { Sides } from './choose-sides.ts';
import { centreOf, clamp, isLevel, type Rect, type Side, spanOf } from './geometry.ts';

/** An arrow between two notes by chosen sides. */
export interface Way {
  readonly id: string;
  readonly fromKey: string;
  readonly toKey: string;
  readonly from: Rect;
  readonly to: Rect;
  readonly sides: Sides;
  /** Whether it leads only to the next bead of a string. */
  readonly isPiece: boolean;
}

/** Where an arrow's ends lie along their sides. */
export interface Ends {
  from: number;
  to: number;
}

interface End {
  readonly id: string;
  readonly end: 'from' | 'to';
  /** Where it would like to be. */
  readonly wanted: number;
  /** Where the other end leads to, to keep arrows from crossing. */
  readonly order: number;
}

interface SideEnds {
  readonly rect: Rect;
  readonly side: Side;
  readonly ends: End[];
}

const MARGIN = 14;
const SPACING = 22;
/** Facing notes that share this much are joined by a straight line. */
const SHARED = 20;
/** A line this much off the straight would look like a mistake. */
const ALMOST = 12;

/** Spreads the ends that share a side of a note, so that arrows neither coincide nor cross without need. */
export function spreadEnds(ways: readonly Way[]): ReadonlyMap<string, Readonly<Ends>> {
  const ends = new Map<string, Ends>();
  const sides = new Map<string, SideEnds>();
  for (const way of ways) {
    const [from, to] = findWanted(way);
    ends.set(way.id, { from, to });
    addEnd(sides, way.fromKey, way.from, way.sides.from, {
      id: way.id,
      end: 'from',
      wanted: from,
      order: aim(way, 'from'),
    });
    addEnd(sides, way.toKey, way.to, way.sides.to, {
      id: way.id,
      end: 'to',
      wanted: to,
      order: aim(way, 'to'),
    });
  }
  for (const side of sides.values()) {
    for (const [end, at] of spread(side)) {
      const found = ends.get(end.id);
      if (found) found[end.end] = at;
    }
  }
  for (const way of ways) straighten(way, ends.get(way.id));
  return ends;
}

function addEnd(sides: Map<string, SideEnds>, key: string, rect: Rect, side: Side, end: End): void {
  const name = `${side} ${key}`;
  const found = sides.get(name);
  if (found) found.ends.push(end);
  else sides.set(name, { rect, side, ends: [end] });
}

function findWanted({ from, to, sides }: Way): [number, number] {
  const start = spanOf(from, sides.from);
  const end = spanOf(to, sides.to);
  if (isLevel(sides.from) === isLevel(sides.to)) {
    const least = Math.max(start[0], end[0]);
    const most = Math.min(start[1], end[1]);
    if (most - least >= SHARED && sides.from !== sides.to) return [(least + most) / 2, (least + most) / 2];
  }
  return [lean(from, sides.from, to), lean(to, sides.to, from)];
}

/** Half way from the middle of a side towards where the other note is. */
function lean(rect: Rect, side: Side, other: Rect): number {
  const [start, end] = spanOf(rect, side);
  const middle = (start + end) / 2;
  const { x, y } = centreOf(other);
  return middle + (clamp(isLevel(side) ? x : y, start, end) - middle) / 2;
}

function aim({ from, to, sides }: Way, end: 'from' | 'to'): number {
  const { x, y } = centreOf(end === 'from' ? to : from);
  return isLevel(sides[end]) ? x : y;
}

function* spread({ rect, side, ends }: SideEnds): Iterable<[End, number]> {
  if (ends.length < 2) return;
  const [start, stop] = spanOf(rect, side);
  const sorted = ends.toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  const spacing = Math.min(SPACING, (stop - start - 2 * MARGIN) / (sorted.length - 1));
  const places = sorted.map(({ wanted }) => clamp(wanted, start + MARGIN, stop - MARGIN));
  // Pushed apart to the right, then back to the left where they went over the end.
  for (let index = 1; index < places.length; index++) {
    places[index] = Math.max(places[index] ?? 0, (places[index - 1] ?? 0) + spacing);
  }
  const excess = centreExcess(places, sorted);
  let limit = stop - MARGIN;
  for (let index = places.length - 1; index >= 0; index--) {
    places[index] = Math.min((places[index] ?? 0) - excess, limit);
    limit = (places[index] ?? 0) - spacing;
  }
  const over = Math.max(0, start + MARGIN - (places[0] ?? 0));
  for (const [index, end] of sorted.entries()) yield [end, (places[index] ?? 0) + over];
}

/** Ends are pushed to one side only: taking half of it back leaves the group where it wanted to be. */
function centreExcess(places: readonly number[], ends: readonly End[]): number {
  const moved = places.reduce((sum, place, index) => sum + place - (ends[index]?.wanted ?? place), 0);
  return moved / places.length;
}

function straighten({ from, to, sides }: Way, ends: Ends | undefined): void {
  if (!ends || sides.from === sides.to || isLevel(sides.from) !== isLevel(sides.to)) return;
  if (ends.from === ends.to || Math.abs(ends.from - ends.to) > ALMOST) return;
  const [start, stop] = spanOf(to, sides.to);
  const [first, last] = spanOf(from, sides.from);
  if (ends.from >= start + 4 && ends.from <= stop - 4) ends.to = ends.from;
  else if (ends.to >= first + 4 && ends.to <= last - 4) ends.from = ends.to;
}
