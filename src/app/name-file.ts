import { getOwn } from '../lib/get-own.ts';
import type { JsonObject } from '../lib/json.ts';

const LONGEST = 60;

/** The name of a file for a document: letters and digits of its name, with hyphens between them. */
export function nameFile(document: JsonObject, ending: string): string {
  const name = getOwn(document, 'name');
  const words = (typeof name === 'string' ? name : '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return `${words.join('-').slice(0, LONGEST) || 'board'}.${ending}`;
}
