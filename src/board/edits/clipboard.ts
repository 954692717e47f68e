import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { JsonObject } from '../../lib/json.ts';
import {
  BOARD_SECTIONS,
  type BoardKind,
  type ElementKey,
  findElement,
  makeKey,
  parseKey,
} from '../element-key.ts';
import { KIND_ORDER } from '../kinds.ts';
import { findPlace, GRID, NOTE_GAP, NOTE_SIZE, type Place } from '../placement.ts';
import { pickFreeName } from './name.ts';
import { placeElements } from './places.ts';
import { changeReferences } from './references.ts';
import { renameElements } from './rename-element.ts';
import { setAt } from './set-at.ts';

/** How far from its original a copy lies: far enough to see both. */
const SHIFT = 3 * GRID;
/** Notes without a place are pasted in rows of so many. */
const IN_A_ROW = 6;

export interface PastedElements {
  readonly document: JsonObject;
  /** What was pasted, in the order of the kinds; tags are not elements of their own. */
  readonly keys: readonly ElementKey[];
}

/**
 * Elements as a small model document of their own, with their places and the tags they use. What they say about elements
 * that are not copied stays in it: where those are too, it is true again.
 */
export function copyElements(document: JsonObject, keys: readonly ElementKey[]): JsonObject {
  const copied = new Set(keys);
  let copy: JsonObject = { ambit: '1.0', name: nameOf(document) };
  const places = new Map<ElementKey, JsonObject>();
  for (const key of copied) {
    const [parsed, definition] = [parseKey(key), findElement(document, key)];
    if (!parsed || !definition) continue;
    copy = setAt(copy, [BOARD_SECTIONS[parsed.kind], parsed.name], definition);
    const place = findPlace(document, key);
    if (place) places.set(key, { ...place });
  }
  return setAt(declareTags(document, copy), ['canvas'], { places: Object.fromEntries(places) });
}

function nameOf(document: JsonObject): string {
  const name = getOwn(document, 'name');
  return typeof name === 'string' ? name : 'Copy';
}

function declareTags(document: JsonObject, copy: JsonObject): JsonObject {
  const used = new Set<string>();
  changeReferences(copy, (kind, name) => {
    if (kind === 'tag') used.add(name);
    return name;
  });
  let declared = copy;
  for (const tag of used) {
    const definition = findElement(document, `tag:${tag}`);
    if (definition) declared = setAt(declared, ['tags', tag], definition);
  }
  return declared;
}

/**
 * Adds the elements of another document, under names that are free here: what they say about each other goes with them.
 * They lie as they lay, with their corner at a point, or a little beside the originals. Tags keep their names, and are
 * declared where they are not yet; whatever else the other document has is left out.
 */
export function pasteElements(
  document: JsonObject,
  copied: JsonObject,
  at: { readonly x: number; readonly y: number } | 'beside',
): PastedElements {
  const found = listElements(copied).filter(({ kind }) => canHold(document, kind));
  const names = chooseNames(document, copied, found);
  const renamed = renameElements(copied, names);
  let pasted = document;
  const keys: ElementKey[] = [];
  const places = new Map<ElementKey, Place>();
  const sections = new Map<BoardKind, [string, JsonObject][]>();
  const move = chooseMove(copied, found, at);
  for (const [index, { kind, key, name }] of found.entries()) {
    const newName = names.get(key) ?? name;
    const newKey = makeKey(kind, newName);
    const definition = findElement(renamed, newKey);
    if (!definition) continue;
    const entries = sections.get(kind) ?? [];
    entries.push([newName, definition]);
    sections.set(kind, entries);
    keys.push(newKey);
    const place = move(findPlace(copied, key), index);
    if (place) places.set(newKey, place);
  }
  for (const [kind, entries] of sections) pasted = addEntries(pasted, kind, entries);
  return { document: placeElements(pasteTags(pasted, copied), places), keys };
}

interface Found {
  readonly kind: BoardKind;
  readonly name: string;
  readonly key: ElementKey;
}

function listElements(copied: JsonObject): readonly Found[] {
  return KIND_ORDER.filter((kind) => kind !== 'tag').flatMap((kind) => {
    const section = getOwn(copied, BOARD_SECTIONS[kind]);
    return Object.keys(isJsonObject(section) ? section : {})
      .map((name) => ({ kind, name, key: makeKey(kind, name) }))
      .filter(({ key }) => findElement(copied, key) !== undefined);
  });
}

function canHold(document: JsonObject, kind: BoardKind): boolean {
  return isJsonObject(getOwn(document, BOARD_SECTIONS[kind]) ?? {});
}

/** New names for the elements whose names are taken: free in both documents, so that one renaming cannot hit another. */
function chooseNames(
  document: JsonObject,
  copied: JsonObject,
  found: readonly Found[],
): ReadonlyMap<ElementKey, string> {
  const chosen = new Map<ElementKey, string>();
  const used = new Set<ElementKey>();
  const isIn = (side: JsonObject, kind: BoardKind, name: string) => {
    const section = getOwn(side, BOARD_SECTIONS[kind]);
    return isJsonObject(section) && Object.hasOwn(section, name);
  };
  for (const { kind, name, key } of found) {
    const free = pickFreeName(
      kind,
      name,
      (candidate) =>
        isIn(document, kind, candidate) ||
        (candidate !== name && isIn(copied, kind, candidate)) ||
        used.has(makeKey(kind, candidate)),
    );
    used.add(makeKey(kind, free));
    if (free !== name) chosen.set(key, free);
  }
  return chosen;
}

/** Where an element comes to lie; without a place beside an original there is nothing to lie beside. */
function chooseMove(copied: JsonObject, found: readonly Found[], at: { x: number; y: number } | 'beside') {
  const places = found.flatMap(({ key }) => findPlace(copied, key) ?? []);
  const corner = places.reduce<{ x: number; y: number } | undefined>(
    (least, { x, y }) => (least ? { x: Math.min(least.x, x), y: Math.min(least.y, y) } : { x, y }),
    undefined,
  );
  return (place: Place | undefined, index: number): Place | undefined => {
    if (at === 'beside') return place && { ...place, x: place.x + SHIFT, y: place.y + SHIFT };
    if (place && corner) return { ...place, x: at.x + place.x - corner.x, y: at.y + place.y - corner.y };
    return {
      x: at.x + (index % IN_A_ROW) * (NOTE_SIZE.width + NOTE_GAP),
      y: at.y + Math.floor(index / IN_A_ROW) * (NOTE_SIZE.height + NOTE_GAP),
    };
  };
}

function addEntries(
  document: JsonObject,
  kind: BoardKind,
  entries: readonly (readonly [string, JsonObject])[],
): JsonObject {
  const section = getOwn(document, BOARD_SECTIONS[kind]);
  const before = isJsonObject(section) ? section : {};
  return { ...document, [BOARD_SECTIONS[kind]]: { ...before, ...Object.fromEntries(entries) } };
}

function pasteTags(document: JsonObject, copied: JsonObject): JsonObject {
  const [known, brought] = [getOwn(document, 'tags') ?? {}, getOwn(copied, 'tags')];
  if (!isJsonObject(known) || !isJsonObject(brought)) return document;
  const added = Object.entries(brought).filter(
    ([tag, body]) => !Object.hasOwn(known, tag) && isJsonObject(body),
  );
  if (added.length === 0) return document;
  return { ...document, tags: { ...known, ...Object.fromEntries(added) } };
}

/** Copies elements next to their originals. */
export function duplicateElements(document: JsonObject, keys: readonly ElementKey[]): PastedElements {
  return pasteElements(document, copyElements(document, keys), 'beside');
}
