import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';

/** A text of the document; undefined for anything else, since a board may hold broken parts. */
export function readText(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A list of the document; empty for anything else. */
export function readList(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** The texts of a list of the document. */
export function readTexts(value: Json | undefined): readonly string[] {
  return readList(value).filter((entry) => typeof entry === 'string');
}

/** An object of the document; empty for anything else. */
export function readObject(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** The names in a section of the document whose entries are objects, in its order. */
export function listNames(document: JsonObject, section: string): readonly string[] {
  return Object.entries(readObject(getOwn(document, section)))
    .filter(([, entry]) => isJsonObject(entry))
    .map(([name]) => name);
}
