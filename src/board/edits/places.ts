import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { ElementKey } from '../element-key.ts';
import { sizeOf } from '../layout/size-of.ts';
import { type Place, readPlace } from '../placement.ts';
import { replaceEntry } from './change-each.ts';

type Places = ReadonlyMap<ElementKey, Place>;

/**
 * Puts elements where they are to lie, in whole pixels. An element keeps the size it has unless a new one is given, and
 * whatever else the document says about its place; a place that is none changes nothing.
 */
export function placeElements(document: JsonObject, places: Places): JsonObject {
  const canvas = getOwn(document, 'canvas') ?? {};
  if (!isJsonObject(canvas)) return document;
  const old = getOwn(canvas, 'places') ?? {};
  if (!isJsonObject(old)) return document;
  const changed = [...places].flatMap(([key, place]): [string, JsonObject][] => {
    const rounded = readPlace(roundPlace(place));
    if (rounded === undefined) return [];
    const before = getOwn(old, key);
    const after = { ...(isJsonObject(before) ? before : {}), ...rounded };
    return isJsonObject(before) && isSame(before, rounded) ? [] : [[key, after]];
  });
  if (changed.length === 0) return document;
  const placed = { ...old, ...Object.fromEntries(changed) };
  return replaceEntry(document, 'canvas', replaceEntry(canvas, 'places', placed));
}

function roundPlace({ x, y, width, height }: Place): JsonObject {
  return {
    x: Math.round(x),
    y: Math.round(y),
    ...(width === undefined ? {} : { width: Math.round(width) }),
    ...(height === undefined ? {} : { height: Math.round(height) }),
  };
}

function isSame(before: JsonObject, place: Place): boolean {
  return Object.entries(place).every(([key, value]) => Object.is(getOwn(before, key), value));
}

/** The places with the notes' edges or middles on one line: the outermost edge, or the middle of them all. */
export function alignPlaces(
  places: Places,
  how: 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom',
): Map<ElementKey, Place> {
  const isAcross = how === 'left' || how === 'center' || how === 'right';
  const spans = [...places].map(([key, place]) => measure(key, place, isAcross));
  const low = Math.min(...spans.map(({ start }) => start));
  const high = Math.max(...spans.map(({ start, size }) => start + size));
  return new Map(
    spans.map(({ key, place, size }) => {
      if (how === 'left' || how === 'top') return [key, moveTo(place, isAcross, low)];
      if (how === 'right' || how === 'bottom') return [key, moveTo(place, isAcross, high - size)];
      return [key, moveTo(place, isAcross, Math.round((low + high - size) / 2))];
    }),
  );
}

/** The places with equal gaps between the notes; the outermost two stay where they are. */
export function distributePlaces(places: Places, how: 'across' | 'down'): Map<ElementKey, Place> {
  const isAcross = how === 'across';
  const spans = [...places]
    .map(([key, place]) => measure(key, place, isAcross))
    .sort((one, other) => one.start - other.start);
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined || spans.length < 3) return new Map(places);
  const free = last.start + last.size - first.start - spans.reduce((sum, { size }) => sum + size, 0);
  const gap = free / (spans.length - 1);
  let start = first.start;
  const moved = new Map<ElementKey, Place>();
  for (const { key, place, size } of spans) {
    moved.set(key, moveTo(place, isAcross, Math.round(start)));
    start += size + gap;
  }
  return new Map([...places.keys()].map((key) => [key, moved.get(key) ?? { x: 0, y: 0 }]));
}

function measure(key: ElementKey, place: Place, isAcross: boolean) {
  const { width, height } = sizeOf(key, place);
  return { key, place, start: isAcross ? place.x : place.y, size: isAcross ? width : height };
}

function moveTo(place: Place, isAcross: boolean, to: number): Place {
  return isAcross ? { ...place, x: to } : { ...place, y: to };
}
