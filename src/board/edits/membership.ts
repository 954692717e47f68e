import { getOwn } from '../../lib/get-own.ts';
import type { JsonObject } from '../../lib/json.ts';
import { findElement } from '../element-key.ts';
import { declare } from './declare.ts';
import { findObject } from './filters.ts';
import { isForbidden } from './name.ts';
import { addName, removeName } from './name-list.ts';
import { setAt } from './set-at.ts';

/**
 * Says whether an aggregate owns an event. An aggregate without a tag that says which stream an event is in gets the one
 * called like it, or else the event's only one.
 */
export function setOwner(
  document: JsonObject,
  event: string,
  aggregate: string,
  isOwned: boolean,
): JsonObject {
  const path = ['aggregates', aggregate, 'events'];
  if (!isOwned) return removeName(document, path, event);
  const owned = addName(document, path, event) ?? document;
  const definition = findElement(owned, `aggregate:${aggregate}`);
  if (owned === document || definition === undefined || getOwn(definition, 'id') !== undefined) return owned;
  const id = proposeId(document, event, aggregate);
  return id === undefined ? owned : setAt(owned, ['aggregates', aggregate, 'id'], id);
}

function proposeId(document: JsonObject, event: string, aggregate: string): string | undefined {
  const tags = Object.keys(findObject(findElement(document, `event:${event}`), 'tags'));
  const namesake = tags.find((tag) => tag.toLowerCase() === aggregate.toLowerCase());
  return namesake ?? (tags.length === 1 ? tags[0] : undefined);
}

/** Says which bounded context an event belongs to, and declares the context; null takes it out. */
export function setContext(document: JsonObject, event: string, context: string | null): JsonObject {
  const isUsable = context === null || !isForbidden(context);
  if (!isUsable || findElement(document, `event:${event}`) === undefined) return document;
  const set = setAt(document, ['events', event, 'context'], context ?? undefined);
  return context === null ? set : declare(set, 'context', context);
}
