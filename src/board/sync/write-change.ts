import * as Y from 'yjs';
import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import type { JsonPath } from '../../lib/scan-json.ts';
import { writeJsonText } from './json-text.ts';
import { isSameJson } from './same-json.ts';
import {
  decodeKey,
  encodeKey,
  getRootList,
  getRootObject,
  isRoot,
  isShared,
  isWellFormed,
  openObject,
  putObject,
  type SharedList,
  type SharedObject,
} from './shared-shape.ts';

/** Where a value lies in Yjs: what is there, and how to put something else there. */
interface Slot {
  readonly stored: unknown;
  readonly put: (value: unknown) => void;
}

/** Brings the shared document, which reads as `before`, to `after`; it writes only what differs. */
export function writeChange(shared: Y.Doc, before: JsonObject, after: JsonObject): void {
  changeObject(shared, getRootObject(shared, []), before, after, []);
}

function changeObject(
  shared: Y.Doc,
  object: SharedObject,
  before: JsonObject,
  after: JsonObject,
  path: JsonPath,
): void {
  for (const key of Object.keys(before)) {
    if (getOwn(after, key) !== undefined) continue;
    const encoded = encodeKey(key);
    emptyRoot(shared, object.entries.get(encoded), [...path, key]);
    object.entries.delete(encoded);
  }
  for (const [key, value] of Object.entries(after)) {
    const old = getOwn(before, key);
    if (value === undefined || Object.is(old, value)) continue;
    const encoded = encodeKey(key);
    const slot = {
      stored: object.entries.get(encoded),
      put: (stored: unknown) => void object.entries.set(encoded, stored),
    };
    changeValue(shared, slot, old, value, [...path, key]);
  }
  if (object.order && !isSameOrder(before, after))
    changeOrder(object.order, Object.keys(after).map(encodeKey));
}

function changeValue(shared: Y.Doc, slot: Slot, before: Json | undefined, after: Json, path: JsonPath): void {
  const { stored, put } = slot;
  if (typeof after === 'object' && after !== null && isShared(path)) {
    if (isJsonObject(after)) {
      const [object, old] = takeObject(shared, slot, before, path);
      changeObject(shared, object, old, after, path);
    } else {
      const [list, old] = takeList(shared, slot, before, path);
      changeList(shared, list, old, after, path);
    }
    return;
  }
  if (before !== undefined && stored !== undefined && isSameJson(before, after)) return;
  emptyRoot(shared, stored, path);
  put(pack(after));
}

/** The shared object of a slot and what it reads as; an empty one is put there when there is none. */
function takeObject(
  shared: Y.Doc,
  { stored, put }: Slot,
  before: Json | undefined,
  path: JsonPath,
): [SharedObject, JsonObject] {
  const old = isJsonObject(before) ? before : {};
  if (isRoot(path)) {
    if (rootOf(stored) !== 'map') {
      emptyRoot(shared, stored, path);
      put({ root: 'map' });
    }
    return [getRootObject(shared, path), old];
  }
  return stored instanceof Y.Map && isJsonObject(before) ? [openObject(stored), old] : [putObject(put), {}];
}

/** The shared list of a slot and what it reads as; an empty one is put there when there is none. */
function takeList(
  shared: Y.Doc,
  { stored, put }: Slot,
  before: Json | undefined,
  path: JsonPath,
): [SharedList, readonly Json[]] {
  const old: readonly Json[] = Array.isArray(before) ? before : [];
  if (isRoot(path)) {
    if (rootOf(stored) !== 'list') {
      emptyRoot(shared, stored, path);
      put({ root: 'list' });
    }
    return [getRootList(shared, path), old];
  }
  if (stored instanceof Y.Array && Array.isArray(before)) return [stored, old];
  const list = new Y.Array<unknown>();
  put(list);
  return [list, []];
}

function changeList(
  shared: Y.Doc,
  list: SharedList,
  before: readonly Json[],
  after: readonly Json[],
  path: JsonPath,
): void {
  const { start, removed, added } = findDifference(before, after, isSameJson);
  if (removed === added.length) {
    for (const [offset, value] of added.entries()) {
      const index = start + offset;
      const put = (stored: unknown) => {
        list.delete(index);
        list.insert(index, [stored]);
      };
      const slot = { stored: list.get(index), put };
      changeValue(shared, slot, before[index], value, [...path, index]);
    }
    return;
  }
  list.delete(start, removed);
  for (const [offset, value] of added.entries()) {
    const index = start + offset;
    const put = (stored: unknown) => list.insert(index, [stored]);
    changeValue(shared, { stored: undefined, put }, undefined, value, [...path, index]);
  }
}

function changeOrder(order: SharedList, after: readonly string[]): void {
  const { start, removed, added } = findDifference(order.toArray(), after, Object.is);
  if (removed > 0) order.delete(start, removed);
  if (added.length > 0) order.insert(start, [...added]);
}

function isSameOrder(before: JsonObject, after: JsonObject): boolean {
  const keys = Object.keys(before);
  const otherKeys = Object.keys(after);
  return keys.length === otherKeys.length && keys.every((key, index) => key === otherKeys[index]);
}

/** The one stretch in which two lists differ. */
function findDifference<T>(
  before: readonly T[],
  after: readonly T[],
  isSame: (one: T, other: T) => boolean,
): { readonly start: number; readonly removed: number; readonly added: readonly T[] } {
  const isSameAt = (index: number, otherIndex: number) => {
    const [one, other] = [before[index], after[otherIndex]];
    return one !== undefined && other !== undefined && isSame(one, other);
  };
  let start = 0;
  while (isSameAt(start, start)) start++;
  let end = 0;
  const shorter = Math.min(before.length, after.length);
  while (start + end < shorter && isSameAt(before.length - 1 - end, after.length - 1 - end)) end++;
  return {
    start,
    removed: before.length - start - end,
    added: after.slice(start, after.length - end),
  };
}

function rootOf(stored: unknown): unknown {
  return typeof stored === 'object' && stored !== null && 'root' in stored ? stored.root : undefined;
}

/** A section that goes leaves nothing behind for a later one of its name. */
function emptyRoot(shared: Y.Doc, stored: unknown, path: JsonPath): void {
  const root = rootOf(stored);
  if (root === undefined || !isRoot(path)) return;
  if (root === 'list') {
    const list = getRootList(shared, path);
    list.delete(0, list.length);
    return;
  }
  const { entries, order } = getRootObject(shared, path);
  for (const [encoded, inner] of [...entries.entries()]) {
    const key = decodeKey(encoded) ?? encoded;
    emptyRoot(shared, inner, [...path, key]);
    entries.delete(encoded);
  }
  order?.delete(0, order.length);
}

/** A value that changes as a whole, as it stands in Yjs. */
function pack(value: Json): unknown {
  if (typeof value === 'string') return isWellFormed(value) ? value : { json: writeJsonText(value) };
  return typeof value === 'object' && value !== null ? { json: writeJsonText(value) } : value;
}
