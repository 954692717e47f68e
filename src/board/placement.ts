import { getOwn } from '../lib/get-own.ts';
import { isJsonObject } from '../lib/is-json-object.ts';
import type { Json, JsonObject } from '../lib/json.ts';
import type { ElementKey } from './element-key.ts';

/**
 * Where an element lies: `canvas.places[key]` of the document. Whole pixels at 100 %, from the top left corner. Notes
 * have no size of their own unless somebody gave them one; frames always have.
 */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width?: number;
  readonly height?: number;
}

/** The grid that notes snap to, and the sizes of notes and of small ones (actors), in pixels at 100 %. */
export const GRID = 8;
export const NOTE_SIZE = { width: 160, height: 104 } as const;
export const SMALL_NOTE_SIZE = { width: 104, height: 56 } as const;
/** The room between two notes when one is made next to another. */
export const NOTE_GAP = 24;

/** Where the document says an element lies; undefined when it says nothing usable. */
export function findPlace(document: JsonObject, key: ElementKey): Place | undefined {
  const canvas = getOwn(document, 'canvas');
  const places = isJsonObject(canvas) ? getOwn(canvas, 'places') : undefined;
  return isJsonObject(places) ? readPlace(getOwn(places, key)) : undefined;
}

/** A place read from JSON: whole, finite, and small enough to draw; undefined for anything else. */
export function readPlace(value: Json | undefined): Place | undefined {
  if (!isJsonObject(value)) return undefined;
  const { x, y, width, height } = value;
  if (!isCoordinate(x) || !isCoordinate(y)) return undefined;
  return {
    x,
    y,
    ...(isCoordinate(width) && width > 0 ? { width } : {}),
    ...(isCoordinate(height) && height > 0 ? { height } : {}),
  };
}

function isCoordinate(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= 1_000_000;
}
