import * as Y from 'yjs';
import type { Json, JsonObject } from '../../lib/json.ts';
import type { JsonPath } from '../../lib/scan-json.ts';
import { readJsonText } from './json-text.ts';
import {
  decodeKey,
  getRootList,
  getRootObject,
  isRoot,
  listRootsAround,
  openObject,
  type SharedList,
  type SharedObject,
} from './shared-shape.ts';

type SharedType = Y.AbstractType<Y.YEvent<Y.AbstractType<unknown>>>;

/** Reads the document as plain data. What did not change since the last reading is the same object as then. */
export class SharedReader {
  readonly #shared: Y.Doc;
  readonly #known = new WeakMap<object, Json>();

  constructor(shared: Y.Doc) {
    this.#shared = shared;
  }

  read(): JsonObject {
    return this.#readObject(getRootObject(this.#shared, []), []);
  }

  /** Forgets what these types, which all changed, and everything around them were read as. */
  forget(changed: ReadonlyMap<SharedType, unknown>): void {
    for (const type of changed.keys()) this.#known.delete(type);
    for (const [name, type] of this.#shared.share) {
      if (!changed.has(type)) continue;
      for (const around of listRootsAround(name)) {
        const container = this.#shared.share.get(around);
        if (container) this.#known.delete(container);
      }
    }
  }

  #readObject(object: SharedObject, path: JsonPath): JsonObject {
    return this.#remember(object.entries, () => {
      const read: [string, Json][] = [];
      for (const encoded of listKeys(object)) {
        const key = decodeKey(encoded);
        const value = key === undefined ? undefined : this.#readEntry(object.entries.get(encoded), path, key);
        if (key !== undefined && value !== undefined) read.push([key, value]);
      }
      // Unlike an assignment, this makes "__proto__" a key like any other.
      return Object.fromEntries(read);
    });
  }

  #readList(list: SharedList, path: JsonPath): readonly Json[] {
    return this.#remember(list, () =>
      list.toArray().map((stored, index) => this.#readEntry(stored, path, index) ?? null),
    );
  }

  #readEntry(stored: unknown, around: JsonPath, key: string | number): Json | undefined {
    if (typeof stored !== 'object' || stored === null) return isScalar(stored) ? stored : undefined;
    // Asked first: in a section of thousands nearly all are known, and need no path.
    const known = this.#known.get(stored);
    return known === undefined ? this.#readContainer(stored, [...around, key]) : known;
  }

  #readContainer(stored: object, path: JsonPath): Json | undefined {
    if (stored instanceof Y.Map) return this.#readObject(openObject(stored), path);
    if (stored instanceof Y.Array) return this.#readList(stored, path);
    if ('json' in stored) return this.#remember(stored, () => readJsonText(String(stored.json)));
    if (!('root' in stored) || !isRoot(path)) return undefined;
    return stored.root === 'list'
      ? this.#readList(getRootList(this.#shared, path), path)
      : this.#readObject(getRootObject(this.#shared, path), path);
  }

  #remember<T extends Json>(source: object, read: () => T): T {
    const known = this.#known.get(source);
    if (known !== undefined) return known as T;
    const value = read();
    this.#known.set(source, value);
    return value;
  }
}

/** The encoded keys in the author's order; those that the order forgot come last, by name. */
function listKeys({ entries, order }: SharedObject): Iterable<string> {
  const sorted = new Set<string>();
  for (const key of order?.toArray() ?? []) {
    if (typeof key === 'string') sorted.add(key);
  }
  const forgotten: string[] = [];
  entries.forEach((_, key) => {
    if (!sorted.has(key)) forgotten.push(key);
  });
  for (const key of forgotten.sort()) sorted.add(key);
  return sorted;
}

function isScalar(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
