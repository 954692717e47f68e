import { type ElementKey, makeKey, parseKey } from '../element-key.ts';
import { NOTE_SIZE, type Place, SMALL_NOTE_SIZE } from '../placement.ts';
import type { Lane } from './lanes.ts';
import type { Rows } from './rows.ts';
import { FRAME_SIZE } from './size-of.ts';

/** From one column to the next, and from one row to the next of each sort; all are on the grid. */
export const COLUMN = 192;
const PITCH = { above: 144, below: 160 } as const;
const GAP = { aboveEvents: 88, belowEvents: 128, lanes: 80, contexts: 128 } as const;
/** A frame leaves room for its name above its notes. */
const AGGREGATE = { side: 16, top: 40, bottom: 24 } as const;
const CONTEXT = { side: 32, top: 64, bottom: 32 } as const;

/** What is drawn so far, and where the next thing below it begins. */
export interface Drawing {
  readonly places: Map<ElementKey, Place>;
  bottom: number;
}

/** Draws the lanes one under the other, those of one context together in its frame. */
export function drawLanes(drawing: Drawing, lanes: readonly Lane[]): void {
  const groups = new Map<string | Lane, Lane[]>();
  for (const lane of lanes) {
    const group = lane.context ?? lane;
    groups.set(group, [...(groups.get(group) ?? []), lane]);
  }
  for (const [group, inside] of groups) {
    if (typeof group === 'string') drawContext(drawing, group, inside);
    else drawLane(drawing, inside);
  }
}

function drawContext(drawing: Drawing, context: string, lanes: readonly Lane[]): void {
  const top = drawing.bottom + (drawing.places.size > 0 ? CONTEXT.top - GAP.lanes / 2 : 0);
  drawing.bottom = top + CONTEXT.top;
  const inner: Drawing = { places: new Map(), bottom: drawing.bottom };
  drawLane(inner, lanes);
  const { left, right } = spanOf(inner.places);
  const bottom = inner.bottom - GAP.lanes + CONTEXT.bottom;
  drawing.places.set(makeKey('context', context), {
    x: left - CONTEXT.side,
    y: top,
    width: right - left + 2 * CONTEXT.side,
    height: bottom - top,
  });
  for (const [key, place] of inner.places) drawing.places.set(key, place);
  drawing.bottom = bottom + GAP.contexts;
}

function drawLane(drawing: Drawing, lanes: readonly Lane[]): void {
  for (const lane of lanes) {
    const eventsTop = drawing.bottom + heightOf(lane.above, 'above') + frameGap(lane);
    drawRows(
      drawing,
      lane.above,
      (row) => eventsTop - GAP.aboveEvents - NOTE_SIZE.height - row * PITCH.above,
    );
    if (lane.frame !== null) drawing.places.set(lane.frame, frameOf(lane, eventsTop));
    for (const [event, column] of lane.events) {
      drawing.places.set(makeKey('event', event), { x: column * COLUMN, y: eventsTop });
    }
    drawRows(drawing, lane.beside, () => eventsTop);
    let bottom = eventsTop + NOTE_SIZE.height;
    if (lane.below.count > 0) {
      const top = bottom + GAP.belowEvents;
      drawRows(drawing, lane.below, (row) => top + row * PITCH.below);
      bottom = top + (lane.below.count - 1) * PITCH.below + NOTE_SIZE.height;
    }
    if (lane.below.count === 0 && lane.frame !== null) bottom += AGGREGATE.bottom;
    if (lane.frame !== null && lane.events.size === 0) bottom += FRAME_SIZE.height - NOTE_SIZE.height;
    drawing.bottom = bottom + GAP.lanes;
  }
}

function frameGap(lane: Lane): number {
  if (lane.above.count > 0) return 0;
  return lane.frame === null ? 0 : AGGREGATE.top;
}

function heightOf(rows: Rows, sort: 'above'): number {
  if (rows.count === 0) return 0;
  return (rows.count - 1) * PITCH[sort] + NOTE_SIZE.height + GAP.aboveEvents;
}

function drawRows(drawing: Drawing, rows: Rows, topOf: (row: number) => number): void {
  for (const { key, row, column } of rows.cells) {
    drawing.places.set(key, placeInCell(key, column * COLUMN, topOf(row)));
  }
}

/** A small note lies at the right of its cell, beside what it leads to. */
export function placeInCell(key: ElementKey, x: number, y: number): Place {
  if (parseKey(key)?.kind !== 'actor') return { x, y };
  return {
    x: x + NOTE_SIZE.width - SMALL_NOTE_SIZE.width,
    y: y + (NOTE_SIZE.height - SMALL_NOTE_SIZE.height) / 2,
  };
}

function frameOf({ events }: Lane, eventsTop: number): Place {
  if (events.size === 0) return { x: -AGGREGATE.side, y: eventsTop - AGGREGATE.top, ...FRAME_SIZE };
  return frameAround([...events.values()].map((column) => ({ x: column * COLUMN, y: eventsTop })));
}

/** The frame of an aggregate around its events. */
export function frameAround(events: readonly Place[]): Place {
  const left = Math.min(...events.map(({ x }) => x));
  const top = Math.min(...events.map(({ y }) => y));
  const right = Math.max(...events.map(({ x, width = NOTE_SIZE.width }) => x + width));
  const bottom = Math.max(...events.map(({ y, height = NOTE_SIZE.height }) => y + height));
  return {
    x: left - AGGREGATE.side,
    y: top - AGGREGATE.top,
    width: right - left + 2 * AGGREGATE.side,
    height: bottom - top + AGGREGATE.top + AGGREGATE.bottom,
  };
}

function spanOf(places: ReadonlyMap<ElementKey, Place>): { readonly left: number; readonly right: number } {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  for (const { x, width = NOTE_SIZE.width } of places.values()) {
    left = Math.min(left, x);
    right = Math.max(right, x + width);
  }
  return { left, right };
}
