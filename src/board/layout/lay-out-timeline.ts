import type { Model } from '../../model/schema.ts';
import { BOARD_SECTIONS, type BoardKind, type ElementKey, makeKey } from '../element-key.ts';
import { KIND_ORDER, KINDS } from '../kinds.ts';
import { NOTE_SIZE, type Place } from '../placement.ts';
import { COLUMN, type Drawing, drawLanes, placeInCell } from './draw-lanes.ts';
import { fillLanes, makeLanes } from './lanes.ts';
import { linkModel } from './model-links.ts';
import { orderEvents } from './order-events.ts';
import { settleAround } from './settle-around.ts';
import { FRAME_SIZE } from './size-of.ts';

const REMARKS: readonly BoardKind[] = ['hotspot', 'opportunity', 'note'];
/** A block of notes that nothing leads to is at least so wide, in columns. */
const NARROWEST = 6;
const ROW = 144;
const GAP = 80;

/**
 * Where everything on the board lies that is not fixed: events from left to right in the order of time, the commands
 * that lead to them above, or below with their constraints in the order they are checked, what follows from them to
 * the right and below; remarks at the top. No note lies on another one, and none on a fixed one. In whole pixels.
 */
export function layOutTimeline(
  model: Model,
  fixed: ReadonlyMap<ElementKey, Place>,
): ReadonlyMap<ElementKey, Place> {
  const ideal = drawTimeline(model);
  return fixed.size === 0 ? ideal : settleAround(model, ideal, fixed);
}

/** The whole board as if nothing had a place. */
function drawTimeline(model: Model): ReadonlyMap<ElementKey, Place> {
  const links = linkModel(model);
  const lanes = makeLanes(model, orderEvents(model, links));
  const loose = fillLanes(lanes, model, links);
  const widest = Math.max(NARROWEST, ...lanes.flatMap(({ events }) => [...events.values()])) + 1;
  const columns = Math.min(widest, 24);
  const drawing: Drawing = { places: new Map(), bottom: 0 };
  drawBlock(
    drawing,
    [...loose.filter(isActor), ...REMARKS.flatMap((kind) => listKeys(model, kind))],
    columns,
  );
  drawLanes(drawing, lanes);
  for (const kind of KIND_ORDER) {
    drawBlock(
      drawing,
      loose.filter((key) => key.startsWith(`${kind}:`) && !isActor(key)),
      columns,
    );
  }
  const contexts = listKeys(model, 'context').filter((key) => !drawing.places.has(key));
  for (const key of contexts) {
    drawing.places.set(key, { x: 0, y: drawing.bottom, ...FRAME_SIZE });
    drawing.bottom += FRAME_SIZE.height + GAP;
  }
  return drawing.places;
}

/** Notes in rows, as many as fit. */
function drawBlock(drawing: Drawing, keys: readonly ElementKey[], columns: number): void {
  if (keys.length === 0) return;
  for (const [index, key] of keys.entries()) {
    const row = Math.floor(index / columns);
    const y = drawing.bottom + row * ROW;
    drawing.places.set(key, placeInCell(key, (index % columns) * COLUMN, y));
  }
  drawing.bottom += Math.floor((keys.length - 1) / columns) * ROW + NOTE_SIZE.height + GAP;
}

function isActor(key: ElementKey): boolean {
  return key.startsWith('actor:');
}

function listKeys(model: Model, kind: BoardKind): ElementKey[] {
  if (KINDS[kind].form === 'label') return [];
  return Object.keys(model[BOARD_SECTIONS[kind]] ?? {}).map((name) => makeKey(kind, name));
}
