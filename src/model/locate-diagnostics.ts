import { getOwn } from '../lib/get-own.ts';
import { isJsonObject } from '../lib/is-json-object.ts';
import type { Json } from '../lib/json.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { ParsedModel } from './parse.ts';
import { parsePointer, pointer } from './pointer.ts';

/**
 * Findings about a model as findings about its document: where a list entry was left out of the model, the entries
 * after it have a higher index in the document.
 */
export function locateDiagnostics(
  diagnostics: readonly Diagnostic[],
  { document, leftOut }: Pick<ParsedModel, 'document' | 'leftOut'>,
): readonly Diagnostic[] {
  if (leftOut.length === 0) return diagnostics;
  const missing = new Set(leftOut.map((path) => pointer(...path)));
  const indexes = new Map<string, readonly number[]>();
  /** The indexes in the document of what the model's list at a place consists of. */
  const listIndexes = (list: readonly Json[], place: string) => {
    const known =
      indexes.get(place) ?? [...list.keys()].filter((index) => !missing.has(place + pointer(index)));
    indexes.set(place, known);
    return known;
  };
  return diagnostics.map((diagnostic) => ({
    ...diagnostic,
    at: locate(diagnostic.at, document, listIndexes),
  }));
}

function locate(
  at: string,
  document: Json,
  listIndexes: (list: readonly Json[], place: string) => readonly number[],
): string {
  let value: Json | undefined = document;
  let place = '';
  for (const key of parsePointer(at)) {
    const list: readonly Json[] | undefined = Array.isArray(value) ? value : undefined;
    const index: number | undefined = list && listIndexes(list, place)[Number(key)];
    place += pointer(index ?? key);
    if (isJsonObject(value)) value = getOwn(value, key);
    else value = index === undefined ? undefined : list?.[index];
  }
  return place;
}
