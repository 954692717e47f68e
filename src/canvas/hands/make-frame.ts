import { addElement } from '../../board/edits/add-element.ts';
import type { BoardKind } from '../../board/element-key.ts';
import { FRAME_SIZE } from '../../board/layout/size-of.ts';
import { GRID, type Place } from '../../board/placement.ts';
import { centreOf, type Rect } from '../arrows/geometry.ts';
import type { Canvas } from '../canvas.ts';
import { rectOf, snap } from './find-room.ts';
import { followFrames } from './frames.ts';
import { viewOf } from './make-note.ts';
import { pickPlaces, pinPlaces } from './move-notes.ts';

const PADDING = { side: 3 * GRID, top: 5 * GRID, bottom: 3 * GRID };

/** Draws a frame around what is selected, or in the middle of the view, and lets its name be typed. */
export function makeFrameAround(canvas: Canvas, kind: BoardKind): void {
  const { typing, places, desk } = canvas;
  const before = places();
  const chosen = pickPlaces(before, desk.getState().selected);
  const place =
    chosen.size > 0 ? wrap([...chosen].map(([key, at]) => rectOf(key, at))) : centre(viewOf(canvas));
  typing.begin(kind, (document, name) => {
    const added = addElement(document, kind, { name, place });
    if (added.document === document) return added;
    const after = new Map(before).set(added.key, place);
    const pinned = pinPlaces(added.document, after);
    return { key: added.key, document: followFrames(pinned, before, after, before.keys()) };
  });
}

function wrap(rects: readonly Rect[]): Place {
  const left = Math.min(...rects.map(({ x }) => x)) - PADDING.side;
  const top = Math.min(...rects.map(({ y }) => y)) - PADDING.top;
  const right = Math.max(...rects.map(({ x, width }) => x + width)) + PADDING.side;
  const bottom = Math.max(...rects.map(({ y, height }) => y + height)) + PADDING.bottom;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function centre(view: Rect): Place {
  const { x, y } = centreOf(view);
  return { x: snap(x - FRAME_SIZE.width / 2), y: snap(y - FRAME_SIZE.height / 2), ...FRAME_SIZE };
}
