import type { ElementKey } from '../element-key.ts';
import { NOTE_GAP, type Place } from '../placement.ts';
import { isFrame, sizeOf } from './size-of.ts';

const WIDTH = 1500;

/** Adds places, in rows below everything, for elements that have none: those too broken to be part of the model. */
export function placeRest(keys: readonly ElementKey[], places: Map<ElementKey, Place>): void {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.NEGATIVE_INFINITY;
  for (const [key, place] of places) {
    left = Math.min(left, place.x);
    top = Math.max(top, place.y + sizeOf(key, place).height);
  }
  if (places.size === 0) [left, top] = [0, 0];
  let x = left;
  let y = top + 2 * NOTE_GAP;
  let rowHeight = 0;
  for (const key of keys) {
    if (places.has(key)) continue;
    const { width, height } = sizeOf(key);
    if (x > left && x + width > left + WIDTH) {
      x = left;
      y += rowHeight + NOTE_GAP;
      rowHeight = 0;
    }
    places.set(key, isFrame(key) ? { x, y, width, height } : { x, y });
    x += width + NOTE_GAP;
    rowHeight = Math.max(rowHeight, height);
  }
}
