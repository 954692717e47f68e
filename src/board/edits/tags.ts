import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { JsonObject } from '../../lib/json.ts';
import { findElement } from '../element-key.ts';
import { dropEmpty, replaceEntry } from './change-each.ts';
import { writeFieldOf } from './change-expression.ts';
import { declare } from './declare.ts';
import { isForbidden } from './name.ts';
import { setAt } from './set-at.ts';

/**
 * Lets an event carry a tag, and declares the tag. Without an expression its value comes from the event's field
 * `courseId` or `course` for the tag `course`; an event without such a field gets one. A tag that is there changes only
 * when an expression is given.
 */
export function addTag(document: JsonObject, event: string, tag: string, expression?: string): JsonObject {
  const definition = findElement(document, `event:${event}`);
  const tags = definition && (getOwn(definition, 'tags') ?? {});
  const fields = definition && (getOwn(definition, 'fields') ?? {});
  if (!isJsonObject(tags) || !isJsonObject(fields) || tag === '' || isForbidden(tag)) return document;
  if (Object.hasOwn(tags, tag) && expression === undefined) return declare(document, 'tag', tag);
  const field = findField(fields, tag);
  const value = expression ?? writeFieldOf('event', field);
  const tagged = setAt(document, ['events', event, 'tags', tag], value);
  const needsField = expression === undefined && !Object.hasOwn(fields, field);
  const filled = needsField ? setAt(tagged, ['events', event, 'fields', field], 'string') : tagged;
  return declare(filled, 'tag', tag);
}

function findField(fields: JsonObject, tag: string): string {
  const wanted = [`${tag}Id`, `${tag}_id`, tag].map((name) => name.toLowerCase());
  const found = wanted.flatMap(
    (name) => Object.keys(fields).find((field) => field.toLowerCase() === name) ?? [],
  );
  return found[0] ?? `${tag}Id`;
}

/** An event no longer carries a tag; its field and the tag's declaration stay. */
export function removeTag(document: JsonObject, event: string, tag: string): JsonObject {
  const tags = getOwn(findElement(document, `event:${event}`) ?? {}, 'tags');
  if (!isJsonObject(tags) || !Object.hasOwn(tags, tag)) return document;
  return setAt(document, ['events', event, 'tags'], dropEmpty(tags, replaceEntry(tags, tag, undefined)));
}
