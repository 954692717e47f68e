import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import { findElement } from '../element-key.ts';
import { isArray } from './change-each.ts';
import { readFieldOf, writeFieldOf } from './change-expression.ts';
import { findObject } from './filters.ts';
import { setAt } from './set-at.ts';

/**
 * Lets a read model take in an event: one that says nothing yet counts it, with an entry for each value of the event's
 * first tag. Another one keeps its value until somebody says what becomes of it.
 */
export function connectProjects(document: JsonObject, event: string, readModel: string): JsonObject | null {
  const model = findElement(document, `readModel:${readModel}`);
  const on = model && (getOwn(model, 'on') ?? {});
  if (model === undefined || !isJsonObject(on)) return null;
  if (Object.hasOwn(on, event)) return document;
  const path = ['readModels', readModel];
  const isNew = getOwn(model, 'initial') === undefined && Object.keys(on).length === 0;
  const initial = isNew ? 0 : getOwn(model, 'initial');
  const fold = typeof initial === 'number' ? 'state + 1' : 'state';
  const folded = setAt(document, [...path, 'on', event], fold);
  if (!isNew) return folded;
  const key = proposeKey(document, event);
  const counted = setAt(folded, [...path, 'initial'], 0);
  return key === undefined || getOwn(model, 'key') !== undefined
    ? counted
    : setAt(counted, [...path, 'key'], key);
}

function proposeKey(document: JsonObject, event: string): Json | undefined {
  return Object.values(findObject(findElement(document, `event:${event}`), 'tags')).find(
    (expression) => typeof expression === 'string',
  );
}

/**
 * Lets a policy issue a command instead of the one it issued before. Fields that all its events have are filled from
 * them; what the command has no field for goes.
 */
export function connectIssues(document: JsonObject, policy: string, command: string): JsonObject | null {
  const definition = findElement(document, `policy:${policy}`);
  if (definition === undefined) return null;
  if (getOwn(definition, 'issues') === command) return document;
  const issued = setAt(document, ['policies', policy, 'issues'], command);
  const before = getOwn(definition, 'with') ?? {};
  if (!isJsonObject(before)) return issued;
  const fields = Object.keys(findObject(findElement(document, `command:${command}`), 'fields'));
  const events = listEvents(document, definition);
  const known = Object.entries(before).filter(([field]) => fields.length === 0 || fields.includes(field));
  const found = fields
    .filter((field) => !Object.hasOwn(before, field) && events.length > 0)
    .filter((field) => events.every((event) => Object.hasOwn(findObject(event, 'fields'), field)))
    .map((field): [string, Json] => [field, writeFieldOf('event', field)]);
  if (found.length === 0 && known.length === Object.keys(before).length) return issued;
  const filled = Object.fromEntries([...known, ...found]);
  return setAt(issued, ['policies', policy, 'with'], Object.keys(filled).length > 0 ? filled : undefined);
}

function listEvents(document: JsonObject, policy: JsonObject): readonly JsonObject[] {
  const on = getOwn(policy, 'on');
  if (!isArray(on)) return [];
  return on.flatMap((name): readonly JsonObject[] => {
    const event = findElement(document, `event:${name}`);
    return event ? [event] : [];
  });
}

/** A policy no longer issues a command; what only said to take the event's field of the same name goes with it. */
export function disconnectIssues(document: JsonObject, policy: string, command: string): JsonObject {
  const definition = findElement(document, `policy:${policy}`);
  if (definition === undefined || getOwn(definition, 'issues') !== command) return document;
  const freed = setAt(document, ['policies', policy, 'issues'], undefined);
  const values = getOwn(definition, 'with');
  if (!isJsonObject(values)) return freed;
  const kept = Object.entries(values).filter(([field, value]) => readFieldOf('event', value) !== field);
  if (kept.length === Object.keys(values).length) return freed;
  return setAt(freed, ['policies', policy, 'with'], kept.length > 0 ? Object.fromEntries(kept) : undefined);
}
