import { getOwn } from '../../lib/get-own.ts';
import type { Model } from '../../model/schema.ts';
import { type ElementKey, makeKey, parseKey } from '../element-key.ts';
import { GRID, type Place } from '../placement.ts';
import { frameAround } from './draw-lanes.ts';
import { FreeRoom } from './free-room.ts';
import { isFrame, sizeOf } from './size-of.ts';

type Places = ReadonlyMap<ElementKey, Place>;

/**
 * The ideal places of what is not fixed, moved to where the fixed elements are: each keeps its position beside the
 * nearest fixed one as far as there is room. Frames go around their events, wherever these are.
 */
export function settleAround(model: Model, ideal: Places, fixed: Places): Places {
  const notes = [...ideal.keys()].filter((key) => !isFrame(key));
  // While most notes have no place of their own, moving one must not move all the others.
  const isSettled = notes.filter((key) => fixed.has(key)).length * 2 >= notes.length;
  const anchors = (isSettled ? [...fixed] : [])
    .flatMap(([key, place]) => {
      const from = ideal.get(key);
      return from && !isFrame(key) ? [{ from, dx: place.x - from.x, dy: place.y - from.y }] : [];
    })
    .sort((one, other) => one.from.x - other.from.x);
  const room = new FreeRoom();
  for (const [key, place] of fixed) {
    if (!isFrame(key)) room.take({ ...place, ...sizeOf(key, place) });
  }
  const settled = new Map<ElementKey, Place>();
  for (const key of notes) {
    const place = ideal.get(key);
    if (place === undefined || fixed.has(key)) continue;
    settled.set(key, room.takeNear({ ...moveAlong(anchors, place), ...sizeOf(key) }));
  }
  for (const [key, place] of ideal) {
    if (!isFrame(key) || fixed.has(key)) continue;
    const inside = listInside(model, key).flatMap((event) => {
      const found = settled.get(event) ?? fixed.get(event);
      return found ? [found] : [];
    });
    settled.set(key, inside.length > 0 ? frameAround(inside) : moveAlong(anchors, place));
  }
  return settled;
}

/** A place moved as far as the nearest fixed element was. */
function moveAlong(anchors: readonly Anchor[], place: Place): Place {
  const { dx, dy } = findNearest(anchors, place) ?? { dx: 0, dy: 0 };
  return { ...place, x: snap(place.x + dx), y: snap(place.y + dy) };
}

interface Anchor {
  readonly from: Place;
  readonly dx: number;
  readonly dy: number;
}

/** Among so many anchors on either side the nearest one is looked for, so that thousands take no time. */
const LOOKED_AT = 24;

function findNearest(anchors: readonly Anchor[], { x, y }: Place): Anchor | undefined {
  let low = 0;
  let high = anchors.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((anchors[middle]?.from.x ?? 0) < x) low = middle + 1;
    else high = middle;
  }
  const distance = ({ from }: Anchor) => Math.abs(from.x - x) + Math.abs(from.y - y);
  let best: Anchor | undefined;
  for (const anchor of anchors.slice(Math.max(0, low - LOOKED_AT), low + LOOKED_AT)) {
    if (!best || distance(anchor) < distance(best)) best = anchor;
  }
  return best;
}

function listInside(model: Model, frame: ElementKey): ElementKey[] {
  const { kind, name } = parseKey(frame) ?? { kind: 'note', name: '' };
  if (kind === 'aggregate') {
    return (getOwn(model.aggregates, name)?.events ?? []).map((event) => makeKey('event', event));
  }
  return Object.entries(model.events ?? {})
    .filter(([, { context }]) => context === name)
    .map(([event]) => makeKey('event', event));
}

function snap(value: number): number {
  return Math.round(value / GRID) * GRID;
}
