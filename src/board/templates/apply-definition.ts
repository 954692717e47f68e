import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import type { ConstraintDefinition } from '../../model/schema.ts';
import { getAt, setAt } from '../edits/set-at.ts';

/** What a form says about a constraint; everything else in it stays as it is. */
const SAID = ['parameters', 'projections', 'rule'] as const;
const SAID_OF_PROJECTION = ['tags', 'initial', 'on'] as const;

/**
 * The document with what a form says about a constraint. Whatever else the document has there is kept: descriptions,
 * consistency, keys nobody knows, and the order of what was there before.
 */
export function applyDefinition(
  document: JsonObject,
  name: string,
  definition: ConstraintDefinition,
): JsonObject {
  const path = ['constraints', name];
  const found = getAt(document, path);
  const existing = isJsonObject(found) ? found : {};
  const said = definition as unknown as JsonObject;
  const projections = getOwn(existing, 'projections');
  const merged = Object.entries(definition.projections ?? {}).map(([projection, body]): [string, Json] => {
    const before = isJsonObject(projections) ? getOwn(projections, projection) : undefined;
    return [projection, replaceSaid(before, body as unknown as JsonObject, SAID_OF_PROJECTION)];
  });
  const whole = merged.length === 0 ? said : { ...said, projections: Object.fromEntries(merged) };
  return setAt(document, path, replaceSaid(existing, whole, SAID));
}

/** The message a constraint has after its form changed: what somebody wrote stays, what the form proposed follows it. */
export function applyMessage(
  document: JsonObject,
  name: string,
  proposed: { readonly before: string | null; readonly after: string | null },
): JsonObject {
  const path = ['constraints', name, 'message'];
  const existing = getAt(document, path);
  if (existing !== undefined && existing !== proposed.before) return document;
  return setAt(document, path, proposed.after ?? undefined);
}

function replaceSaid(before: Json | undefined, said: JsonObject, keys: readonly string[]): JsonObject {
  let result = isJsonObject(before) ? before : {};
  for (const key of keys) result = setAt(result, [key], keepOrder(getOwn(result, key), getOwn(said, key)));
  return result;
}

/** The new entries, with those that were there before in their old order. */
function keepOrder(before: Json | undefined, after: Json | undefined): Json | undefined {
  if (!isJsonObject(before)) return after;
  if (after === undefined) return Object.keys(before).length === 0 ? before : undefined;
  if (!isJsonObject(after)) return after;
  const kept = Object.keys(before).filter((key) => Object.hasOwn(after, key));
  const added = Object.keys(after).filter((key) => !Object.hasOwn(before, key));
  return Object.fromEntries(
    [...kept, ...added].map((key): [string, Json] => [key, getOwn(after, key) ?? null]),
  );
}
