import { type ElementKey, parseKey } from '../../board/element-key.ts';
import { KINDS } from '../../board/kinds.ts';
import { sizeOf } from '../../board/layout/size-of.ts';
import { GRID, NOTE_GAP, type Place } from '../../board/placement.ts';
import { overlaps, type Point, type Rect } from '../arrows/geometry.ts';

type Places = ReadonlyMap<ElementKey, Place>;

/** The rectangle an element takes up. */
export function rectOf(key: ElementKey, place: Place): Rect {
  return { x: place.x, y: place.y, ...sizeOf(key, place) };
}

/** Whether an element is a note, which takes up room; frames have room in them. */
export function isNote(key: ElementKey): boolean {
  const kind = parseKey(key)?.kind;
  return kind !== undefined && KINDS[kind].form === 'note';
}

/** The next coordinate on the grid. */
export function snap(value: number): number {
  return Math.round(value / GRID) * GRID;
}

/** A free place right of a note, or below it: as near as may be, in the same row or column. */
export function findRoomBeside(
  places: Places,
  anchor: Rect,
  size: Pick<Rect, 'width' | 'height'>,
  towards: 'right' | 'below',
): Point {
  const start =
    towards === 'right'
      ? { x: anchor.x + anchor.width + NOTE_GAP, y: anchor.y }
      : { x: anchor.x, y: anchor.y + anchor.height + NOTE_GAP };
  return findRoom(places, start, size, towards);
}

/** A free place at a point, or the next one right of it or below. */
export function findRoom(
  places: Places,
  start: Point,
  size: Pick<Rect, 'width' | 'height'>,
  towards: 'right' | 'below' = 'right',
): Point {
  const notes = [...places].filter(([key]) => isNote(key)).map(([key, place]) => rectOf(key, place));
  let spot = start;
  for (;;) {
    const rect = { ...spot, ...size };
    const inTheWay = notes.find((note) => overlaps(rect, note));
    if (!inTheWay) return { x: snapUp(spot.x), y: snapUp(spot.y) };
    spot =
      towards === 'right'
        ? { x: inTheWay.x + inTheWay.width + NOTE_GAP, y: spot.y }
        : { x: spot.x, y: inTheWay.y + inTheWay.height + NOTE_GAP };
  }
}

function snapUp(value: number): number {
  return Math.ceil(value / GRID) * GRID;
}
