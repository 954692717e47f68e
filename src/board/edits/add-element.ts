import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { JsonObject } from '../../lib/json.ts';
import { BOARD_SECTIONS, type BoardKind, type ElementKey, makeKey } from '../element-key.ts';
import { sizeOf } from '../layout/size-of.ts';
import { GRID, NOTE_GAP, type Place } from '../placement.ts';
import { findFreeName, pickFreeName, toName } from './name.ts';
import { placeElements } from './places.ts';

export interface NewElement {
  /** What it is to be called; a taken name gets a number, and without one it is called after its kind. */
  readonly name?: string;
  readonly place?: Place;
  readonly definition?: JsonObject;
}

export interface AddedElement {
  readonly document: JsonObject;
  readonly key: ElementKey;
}

/** Adds an element under a free name. A section that is no object is left as it is, and nothing is added. */
export function addElement(document: JsonObject, kind: BoardKind, options: NewElement = {}): AddedElement {
  const { name = '', place, definition = {} } = options;
  const key = makeKey(kind, findFreeName(document, kind, name));
  const added = addDefinitions(document, kind, [[key, definition]]);
  const isPlaced = place !== undefined && added !== document;
  return { document: isPlaced ? placeElements(added, new Map([[key, place]])) : added, key };
}

/** A row of elements, one for each line that says something; bullets and numbers before it are no part of its name. */
export function addLines(
  document: JsonObject,
  kind: BoardKind,
  lines: readonly string[],
  start: Place,
): { readonly document: JsonObject; readonly keys: readonly ElementKey[] } {
  const section = getOwn(document, BOARD_SECTIONS[kind]);
  const taken = new Set(isJsonObject(section) ? Object.keys(section) : []);
  const names = lines
    .map((line) => toName(kind, line.replace(/^\s*(?:[-*+•–]|\d{1,3}[.)]|\[[ xX]?\])\s+/u, '')))
    .filter((name) => name !== '')
    .map((wanted) => {
      const name = pickFreeName(kind, wanted, (candidate) => taken.has(candidate));
      taken.add(name);
      return name;
    });
  const keys = names.map((name) => makeKey(kind, name));
  const added = addDefinitions(
    document,
    kind,
    keys.map((key) => [key, {}]),
  );
  if (added === document) return { document, keys: [] };
  return { document: placeElements(added, placeInRow(keys, start)), keys };
}

/** Places for elements from left to right, a gap between them. */
function placeInRow(keys: readonly ElementKey[], start: Place): Map<ElementKey, Place> {
  let x = start.x;
  return new Map(
    keys.map((key) => {
      const place = { ...start, x };
      x += Math.ceil((sizeOf(key, start).width + NOTE_GAP) / GRID) * GRID;
      return [key, place];
    }),
  );
}

function addDefinitions(
  document: JsonObject,
  kind: BoardKind,
  added: readonly (readonly [ElementKey, JsonObject])[],
): JsonObject {
  const section = getOwn(document, BOARD_SECTIONS[kind]);
  if (added.length === 0 || (section !== undefined && !isJsonObject(section))) return document;
  const entries = added.map(([key, definition]) => [key.slice(kind.length + 1), definition] as const);
  return { ...document, [BOARD_SECTIONS[kind]]: { ...section, ...Object.fromEntries(entries) } };
}
