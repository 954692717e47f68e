import { getOwn } from '../lib/get-own.ts';
import { isJsonObject } from '../lib/is-json-object.ts';
import type { JsonObject } from '../lib/json.ts';
import { ELEMENT_SECTIONS } from '../model/element-kind.ts';

/** Every kind of thing that has a name on the board, and the section of the document it is in. */
export const BOARD_SECTIONS = { ...ELEMENT_SECTIONS, context: 'contexts', tag: 'tags' } as const;

export type BoardKind = keyof typeof BOARD_SECTIONS;

/** A thing on the board as `kind:Name`, such as `event:CourseDefined`: how slices and the canvas call it. */
export type ElementKey = `${BoardKind}:${string}`;

/** The key of an element. */
export function makeKey(kind: BoardKind, name: string): ElementKey {
  return `${kind}:${name}`;
}

/** The kind and name of a key; undefined for a text that is none. */
export function parseKey(key: string): { readonly kind: BoardKind; readonly name: string } | undefined {
  const colon = key.indexOf(':');
  const kind = key.slice(0, colon);
  return colon > 0 && Object.hasOwn(BOARD_SECTIONS, kind)
    ? { kind: kind as BoardKind, name: key.slice(colon + 1) }
    : undefined;
}

/** What the document says about an element; undefined when it has no such element or that is no object. */
export function findElement(document: JsonObject, key: string): JsonObject | undefined {
  const parsed = parseKey(key);
  if (!parsed) return undefined;
  const section = getOwn(document, BOARD_SECTIONS[parsed.kind]);
  const element = isJsonObject(section) ? getOwn(section, parsed.name) : undefined;
  return isJsonObject(element) ? element : undefined;
}
