import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import { listMentions, listPlaceholders } from '../../model/mentions.ts';
import { changeEach, changeParts, dropEmpty } from './change-each.ts';
import { getAt } from './set-at.ts';

/**
 * The document without the projections that an edit left without events to read, where nothing uses them. One that the
 * rule, the message or an event uses stays: with what it starts from, as before the first event.
 */
export function dropIdleProjections(before: JsonObject, after: JsonObject): JsonObject {
  if (getOwn(before, 'constraints') === getOwn(after, 'constraints')) return after;
  let emitted: ReadonlySet<string> | undefined;
  return changeEach(after, 'constraints/*', (constraint, [name = '']) => {
    const previous = getAt(before, ['constraints', name, 'projections']);
    const projections = isJsonObject(constraint) ? getOwn(constraint, 'projections') : undefined;
    if (!isJsonObject(constraint) || !isJsonObject(projections) || projections === previous)
      return constraint;
    const used = listUsed(constraint);
    emitted ??= listEmittedMentions(after);
    const inEvents = emitted;
    return changeEach(constraint, 'projections', (part) =>
      dropEmpty(
        part,
        changeParts(part, (projection, key) => {
          const hadEvents = isJsonObject(previous) && readsEvents(getOwn(previous, key));
          const isIdle = hadEvents && !readsEvents(projection);
          return isIdle && !used.has(key) && !inEvents.has(`${name}.${key}`) ? undefined : projection;
        }),
      ),
    );
  });
}

function readsEvents(projection: Json | undefined): boolean {
  const on = isJsonObject(projection) ? getOwn(projection, 'on') : undefined;
  return isJsonObject(on) && Object.keys(on).length > 0;
}

function listUsed(constraint: JsonObject): ReadonlySet<string> {
  const [rule, message] = [getOwn(constraint, 'rule'), getOwn(constraint, 'message')];
  return new Set([
    ...(typeof rule === 'string' ? listMentions(rule) : []),
    ...(typeof message === 'string' ? listPlaceholders(message) : []),
  ]);
}

function listEmittedMentions(document: JsonObject): ReadonlySet<string> {
  const mentions = new Set<string>();
  const note = (part: Json) => {
    if (typeof part === 'string') for (const mention of listMentions(part)) mentions.add(mention);
    return part;
  };
  changeEach(document, 'commands/*/emits/*/when', note);
  changeEach(document, 'commands/*/emits/*/data/*', note);
  return mentions;
}
