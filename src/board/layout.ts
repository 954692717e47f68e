import { getOwn } from '../lib/get-own.ts';
import { isJsonObject } from '../lib/is-json-object.ts';
import type { JsonObject } from '../lib/json.ts';
import { BOARD_SECTIONS, type ElementKey, makeKey, parseKey } from './element-key.ts';
import { KIND_ORDER, KINDS } from './kinds.ts';
import { layOutTimeline } from './layout/lay-out-timeline.ts';
import { placeRest } from './layout/place-rest.ts';
import { type Place, readPlace } from './placement.ts';
import { readParsed } from './sync/read-parsed.ts';

/** Lays boards out away from the page's own thread. */
export interface LayoutService {
  /** Places for everything that is not fixed: events from left to right, what leads to them above and below. */
  readonly layOutTimeline: (
    document: JsonObject,
    fixed: ReadonlyMap<ElementKey, Place>,
  ) => Promise<ReadonlyMap<ElementKey, Place>>;
}

const keysOf = new WeakMap<JsonObject, readonly ElementKey[]>();
const placesOf = new WeakMap<JsonObject, ReadonlyMap<ElementKey, Place>>();
let last: { readonly document: JsonObject; readonly places: ReadonlyMap<ElementKey, Place> } | undefined;

/**
 * Where every note and frame of a document lies: where the document says, and otherwise where the timeline layout puts
 * it. Without a change of the document it is the same map, and so it is when all have places and none of these changed.
 */
export function completePlaces(document: JsonObject): ReadonlyMap<ElementKey, Place> {
  if (last?.document !== document) last = { document, places: findPlaces(document) };
  return last.places;
}

function findPlaces(document: JsonObject): ReadonlyMap<ElementKey, Place> {
  const keys = listPlaced(document);
  const own = readPlaces(document);
  if (keys.length === own.size && keys.every((key) => own.has(key))) return own;
  const fixed = new Map<ElementKey, Place>();
  for (const key of keys) {
    const place = own.get(key);
    if (place) fixed.set(key, place);
  }
  if (fixed.size === keys.length) return fixed;
  const { model } = readParsed(document);
  const places = new Map([...fixed, ...(model ? layOutTimeline(model, fixed) : [])]);
  placeRest(keys, places);
  return places;
}

/** The keys of everything that has a place on the board. */
function listPlaced(document: JsonObject): ElementKey[] {
  return KIND_ORDER.flatMap((kind) => {
    const section = getOwn(document, BOARD_SECTIONS[kind]);
    if (KINDS[kind].form === 'label' || !isJsonObject(section)) return [];
    const keys = keysOf.get(section) ?? Object.keys(section).map((name) => makeKey(kind, name));
    keysOf.set(section, keys);
    return keys;
  });
}

function readPlaces(document: JsonObject): ReadonlyMap<ElementKey, Place> {
  const canvas = getOwn(document, 'canvas');
  const written = isJsonObject(canvas) ? getOwn(canvas, 'places') : undefined;
  if (!isJsonObject(written)) return new Map();
  const read = placesOf.get(written) ?? readAll(written);
  placesOf.set(written, read);
  return read;
}

function readAll(written: JsonObject): ReadonlyMap<ElementKey, Place> {
  return new Map(
    Object.entries(written).flatMap(([key, value]): [ElementKey, Place][] => {
      const place = parseKey(key) && readPlace(value);
      return place ? [[key as ElementKey, place]] : [];
    }),
  );
}
