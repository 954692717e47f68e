import { placeElements } from '../../board/edits/places.ts';
import { type ElementKey, parseKey } from '../../board/element-key.ts';
import type { Place } from '../../board/placement.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { Canvas } from '../canvas.ts';
import { followFrames } from './frames.ts';

type Places = ReadonlyMap<ElementKey, Place>;

/** Writes down where everything is: once somebody places notes by hand, the others stay where they are seen. */
export function pinPlaces(document: JsonObject, places: Places): JsonObject {
  return placeElements(document, places);
}

/** Puts notes at new places, in one step (with moves of the same group that come soon after); events join and leave the frames they are moved into and out of. */
export function moveNotes({ board, places }: Canvas, verb: string, moved: Places, group?: string): void {
  const before = places();
  const after = new Map([...before, ...moved]);
  if (moved.size === 0) return;
  board.edit(
    `${verb} ${sayNotes([...moved.keys()])}`,
    (document) => followFrames(pinPlaces(document, after), before, after, moved.keys()),
    group === undefined ? {} : { group },
  );
}

/** Elements in words: the name of one, or how many. */
export function sayNotes(keys: readonly ElementKey[]): string {
  const [only] = keys;
  return keys.length === 1 && only !== undefined ? (parseKey(only)?.name ?? '') : `${keys.length} notes`;
}

/** The same places, so much further on. */
export function shiftPlaces(
  places: Places,
  by: { readonly x: number; readonly y: number },
): Map<ElementKey, Place> {
  return new Map(
    [...places].map(([key, place]) => [key, { ...place, x: place.x + by.x, y: place.y + by.y }]),
  );
}

/** The places of some elements. */
export function pickPlaces(places: Places, keys: Iterable<ElementKey>): Map<ElementKey, Place> {
  const picked = new Map<ElementKey, Place>();
  for (const key of keys) {
    const place = places.get(key);
    if (place) picked.set(key, place);
  }
  return picked;
}
