import { getOwn } from '../lib/get-own.ts';
import type { JsonObject } from '../lib/json.ts';

const LONGEST = 60;

/** The name of a file for a document: letters and digits of its name, with hyphens between them. */
export function nameFile(document: JsonObject, ending: string): string {
  const name = getOwn(document, 'name');
  return `${hyphenate(typeof name === 'string' ? name : '') || 'board'}.${ending}`;
}

/** The same for a part of a document, from the names that lead to it. */
export function nameOfExport(names: readonly string[], ending: string): string {
  return `${names.map(hyphenate).filter(Boolean).join('.') || 'board'}.${ending}`;
}

function hyphenate(name: string): string {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join('-').slice(0, LONGEST);
}
