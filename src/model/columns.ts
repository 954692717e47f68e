import { isJsonObject } from '../lib/is-json-object.ts';
import { listMentions } from './mentions.ts';
import type { ReadModelDefinition } from './schema.ts';

/** A key of an object literal in CEL: a text after a brace or comma, and before a colon. */
const LITERAL_KEY = /[{,]\s*(?:"([^"\\\n]*)"|'([^'\\\n]*)')\s*:/g;
/** Longer ones are no expression a person wrote. */
const LONGEST = 10_000;

/** The columns of a read model, as far as its initial value, its key and its expressions show them; undefined when they do not. */
export function listColumns({ initial, key, on }: ReadModelDefinition): ReadonlySet<string> | undefined {
  const columns = new Set<string>();
  const isShownAtFirst = isJsonObject(initial);
  if (isShownAtFirst) for (const name of Object.keys(initial)) columns.add(name);
  const expressions = Object.values(on ?? {});
  let isShownThroughout = expressions.length > 0;
  for (const expression of expressions) {
    const keys = listLiteralKeys(expression);
    for (const name of keys) columns.add(name);
    if (keys.length === 0) isShownThroughout = false;
  }
  if (!isShownAtFirst && !isShownThroughout) return undefined;
  for (const name of listEventFields(key ?? '')) columns.add(name);
  return columns;
}

/** The fields that an expression takes from `event`. */
export function listEventFields(expression: string): string[] {
  return [...listMentions(expression)]
    .filter((path) => path.startsWith('event.'))
    .map((path) => path.slice(6));
}

function listLiteralKeys(expression: string): string[] {
  const keys: string[] = [];
  for (const [, double, single] of expression.slice(0, LONGEST).matchAll(LITERAL_KEY)) {
    const key = double ?? single;
    if (key !== undefined) keys.push(key);
  }
  return keys;
}
