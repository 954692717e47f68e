import { addElement } from '../../board/edits/add-element.ts';
import { connect } from '../../board/edits/arrows.ts';
import type { BoardKind, ElementKey } from '../../board/element-key.ts';
import { makeKey } from '../../board/element-key.ts';
import { KINDS } from '../../board/kinds.ts';
import { FRAME_SIZE, sizeOf } from '../../board/layout/size-of.ts';
import type { Place } from '../../board/placement.ts';
import type { JsonObject } from '../../lib/json.ts';
import { centreOf, type Point, type Rect } from '../arrows/geometry.ts';
import type { Canvas } from '../canvas.ts';
import { findRoom, findRoomBeside, isNote, rectOf, snap } from './find-room.ts';
import { followFrames } from './frames.ts';
import { pinPlaces } from './move-notes.ts';

export interface NewNote {
  /** Where its top left corner is to be. */
  readonly at: Point;
  /** An arrow to draw to it. */
  readonly from?: ElementKey;
}

/** Makes a note at a place and lets its name be typed. */
export function makeNoteAt({ typing, places }: Canvas, kind: BoardKind, { at, from }: NewNote): void {
  const before = places();
  const place: Place = KINDS[kind].form === 'frame' ? { ...at, ...FRAME_SIZE } : at;
  typing.begin(kind, (document, name) => {
    const added = addElement(document, kind, { name, place });
    if (added.document === document) return added;
    const after = new Map(before).set(added.key, place);
    const pinned = followFrames(pinPlaces(added.document, after), before, after, [added.key]);
    return { key: added.key, document: from === undefined ? pinned : draw(pinned, from, added.key) };
  });
}

function draw(document: JsonObject, from: ElementKey, to: ElementKey): JsonObject {
  const joined = connect(document, from, to);
  return 'document' in joined ? joined.document : document;
}

/** Makes a note beside the one that leads the selection, or in the middle of the view. */
export function makeNote(canvas: Canvas, kind: BoardKind, towards: 'right' | 'below' = 'right'): void {
  const places = canvas.places();
  const leading = canvas.desk.getState().selected.findLast((key) => isNote(key) && places.has(key));
  const size = sizeOf(makeKey(kind, ''));
  const anchor = leading === undefined ? undefined : places.get(leading);
  const at =
    leading === undefined || anchor === undefined
      ? findRoom(places, centreIn(viewOf(canvas), size), size, towards)
      : findRoomBeside(places, rectOf(leading, anchor), size, towards);
  makeNoteAt(canvas, kind, { at });
}

function centreIn(view: Rect, { width, height }: Pick<Rect, 'width' | 'height'>): Point {
  const { x, y } = centreOf(view);
  return { x: snap(x - width / 2), y: snap(y - height / 2) };
}

/** The part of the board that is in sight. */
export function viewOf({ flow, root }: Canvas): Rect {
  const box = root.current?.getBoundingClientRect();
  const shown = flow();
  if (!box || !shown) return { x: 0, y: 0, width: 800, height: 600 };
  const { x, y, zoom } = shown.getViewport();
  return { x: -x / zoom, y: -y / zoom, width: box.width / zoom, height: box.height / zoom };
}
