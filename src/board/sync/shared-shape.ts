import * as Y from 'yjs';
import type { JsonPath } from '../../lib/scan-json.ts';
import { pointer } from '../../model/pointer.ts';

/*
 * How a document lies in Yjs. Containers down to the properties of an element's properties are shared types, so that
 * two people can change different parts of one element; what is deeper is one value, and so is each place on the canvas:
 * x and y change together.
 *
 * A Y.Map forgets the order of its keys, and the order is the author's: each object therefore has a list of its keys
 * beside its entries. A value is a scalar as it is, a shared type, `{ json }` for what changes as a whole, or `{ root }`
 * for a section. Sections are root types of the Yjs document: when two people make the first hotspot at the same time,
 * both write into the same section, and none replaces the other's.
 */

/** An object of the document: its entries by encoded key, and the order of these keys. */
export interface SharedObject {
  readonly entries: Y.Map<unknown>;
  /** Undefined only in what another program wrote. */
  readonly order: Y.Array<unknown> | undefined;
}

export type SharedList = Y.Array<unknown>;

/** The key of the order of keys; no encoded key is like it. */
const ORDER = '#';
const DEEPEST = 4;
const DEEPEST_ON_CANVAS = 2;

/** Whether an object or list at this place is shared part by part, and not one value. */
export function isShared(path: JsonPath): boolean {
  return path.length <= (path[0] === 'canvas' ? DEEPEST_ON_CANVAS : DEEPEST);
}

/** Whether what is at this place, which is shared, is a root type. */
export function isRoot(path: JsonPath): boolean {
  const isSection = path.length <= 1 || (path[0] === 'canvas' && path.length <= DEEPEST_ON_CANVAS);
  return isSection && path.every((key) => typeof key === 'string');
}

/** The root type of an object; it is there without being made, so that everybody has the same. */
export function getRootObject(shared: Y.Doc, path: JsonPath): SharedObject {
  const place = nameRoot(path);
  return { entries: shared.getMap(`map:${place}`), order: shared.getArray(`order:${place}`) };
}

/** The root type of a list. */
export function getRootList(shared: Y.Doc, path: JsonPath): SharedList {
  return shared.getArray(`list:${nameRoot(path)}`);
}

/** The names of the objects that a root type is, or belongs to, or is inside of; empty for another root type. */
export function listRootsAround(name: string): readonly string[] {
  const [, place] = /^(?:map|order|list):(.*)$/s.exec(name) ?? [];
  if (place === undefined) return [];
  const around = ['map:'];
  for (let slash = place.indexOf('/', 1); slash > 0; slash = place.indexOf('/', slash + 1)) {
    around.push(`map:${place.slice(0, slash)}`);
  }
  return [...around, `map:${place}`];
}

/** A nested object as a shared object. */
export function openObject(entries: Y.Map<unknown>): SharedObject {
  const order = entries.get(ORDER);
  return { entries, order: order instanceof Y.Array ? order : undefined };
}

/** Puts an empty object under a key or at an index, with the function that puts a value there. */
export function putObject(put: (value: unknown) => void): SharedObject {
  const entries = new Y.Map<unknown>();
  put(entries);
  const order = new Y.Array<unknown>();
  entries.set(ORDER, order);
  return { entries, order };
}

/** A key as it stands in Yjs: apart from our own, and without halves of surrogate pairs, which Yjs would lose. */
export function encodeKey(key: string): string {
  return isWellFormed(key) ? `k:${key}` : `j:${JSON.stringify(key)}`;
}

/** The inverse of `encodeKey`; undefined for any other text. */
export function decodeKey(encoded: string): string | undefined {
  if (encoded.startsWith('k:')) return encoded.slice(2);
  if (!encoded.startsWith('j:')) return undefined;
  try {
    return String(JSON.parse(encoded.slice(2)));
  } catch {
    return undefined;
  }
}

/** Whether Yjs gives a text back as it is: no half of a surrogate pair in it. */
export function isWellFormed(text: string): boolean {
  return !/\p{Cs}/u.test(text);
}

function nameRoot(path: JsonPath): string {
  return pointer(...path.map((key) => encodeKey(String(key))));
}
