import type { ElementKey } from '../../board/element-key.ts';
import type { Place } from '../../board/placement.ts';
import { centreOf, type Rect } from '../arrows/geometry.ts';
import { isNote, rectOf } from './find-room.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** How much a step aside counts against a step ahead. */
const ASIDE = 2.5;

/** The nearest note in a direction; undefined where there is none. */
export function findNeighbour(
  places: ReadonlyMap<ElementKey, Place>,
  from: ElementKey,
  direction: Direction,
): ElementKey | undefined {
  const place = places.get(from);
  if (!place) return undefined;
  const start = rectOf(from, place);
  let best: ElementKey | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [key, other] of places) {
    if (key === from || !isNote(key)) continue;
    const cost = measure(start, rectOf(key, other), direction);
    if (cost < least) [best, least] = [key, cost];
  }
  return best;
}

function measure(from: Rect, to: Rect, direction: Direction): number {
  const start = centreOf(from);
  const end = centreOf(to);
  const isAcross = direction === 'left' || direction === 'right';
  const sign = direction === 'right' || direction === 'down' ? 1 : -1;
  const ahead = sign * (isAcross ? end.x - start.x : end.y - start.y);
  const aside = Math.abs(isAcross ? end.y - start.y : end.x - start.x);
  // What lies more beside than ahead belongs to another direction.
  return ahead <= 4 || aside > ahead * 2 ? Number.POSITIVE_INFINITY : ahead + aside * ASIDE;
}

/** The notes in reading order: from top to bottom, in a row from left to right. */
export function sortByPlace(places: ReadonlyMap<ElementKey, Place>): readonly ElementKey[] {
  const ROW = 56;
  return [...places]
    .filter(([key]) => isNote(key))
    .toSorted(([, a], [, b]) => Math.round(a.y / ROW) - Math.round(b.y / ROW) || a.x - b.x)
    .map(([key]) => key);
}
