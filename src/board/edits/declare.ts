import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { JsonObject } from '../../lib/json.ts';
import { isForbidden } from './name.ts';
import { changeReferences } from './references.ts';

/**
 * Adds a tag or a context to those declared. Where none is yet, all that are used are declared with it, as from then on
 * an undeclared one counts as misspelt.
 */
export function declare(document: JsonObject, kind: 'tag' | 'context', name: string): JsonObject {
  if (isForbidden(name)) return document;
  const section = kind === 'tag' ? 'tags' : 'contexts';
  const before = getOwn(document, section);
  if (isJsonObject(before)) {
    return Object.hasOwn(before, name) ? document : { ...document, [section]: { ...before, [name]: {} } };
  }
  if (before !== undefined) return document;
  const names = new Set<string>();
  changeReferences(document, (usedKind, used) => {
    if (usedKind === kind) names.add(used);
    return used;
  });
  names.add(name);
  return {
    ...document,
    [section]: Object.fromEntries([...names].filter((used) => !isForbidden(used)).map((used) => [used, {}])),
  };
}
