import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { JsonObject } from '../../lib/json.ts';
import { findElement } from '../element-key.ts';
import { changeEach, dropEmpty, replaceEntry } from './change-each.ts';
import { findFields } from './fields.ts';
import {
  addArguments,
  addFilter,
  findFilter,
  findObject,
  listCheckers,
  pickPartName,
  proposeParameter,
} from './filters.ts';
import { dropIdleProjections } from './idle-projections.ts';
import { setAt } from './set-at.ts';

/**
 * Lets a constraint read an event: unless a projection does so already, it gets one that counts the event, filtered by
 * the tags whose values it can be given. A rule is not made up: it is the author's to say. Null when the constraint's
 * parts are broken.
 */
export function connectReads(document: JsonObject, event: string, constraint: string): JsonObject | null {
  const [from, to] = [
    findElement(document, `event:${event}`),
    findElement(document, `constraint:${constraint}`),
  ];
  if (from === undefined || to === undefined) return null;
  if (['projections', 'parameters'].some((part) => !isJsonObject(getOwn(to, part) ?? {}))) return null;
  if (Object.values(findObject(to, 'projections')).some((projection) => reads(projection, event)))
    return document;
  const name = pickPartName(to, toPartName(event));
  const tags = chooseTags(document, constraint, to, from);
  let changed = setAt(to, ['projections', name], { initial: 0, on: { [event]: 'state + 1' } });
  for (const tag of tags) changed = addFilter(changed, name, tag, from);
  return addArguments(setAt(document, ['constraints', constraint], changed), constraint);
}

function reads(projection: unknown, event: string): boolean {
  return (
    isJsonObject(projection as JsonObject) && Object.hasOwn(findObject(projection as JsonObject, 'on'), event)
  );
}

function toPartName(event: string): string {
  const words = event.split(/[^A-Za-z0-9_]+/).filter((word) => word !== '');
  const joined = words
    .map((word, index) => (index === 0 ? word : `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`))
    .join('');
  const named = `${joined.slice(0, 1).toLowerCase()}${joined.slice(1)}`;
  return /^[0-9]/.test(named) ? `_${named}` : named;
}

/**
 * The tags of an event to filter by: those the constraint has values for, else those its name speaks of, else those that
 * the commands that check it have fields for, else the only one.
 */
function chooseTags(
  document: JsonObject,
  name: string,
  constraint: JsonObject,
  event: JsonObject,
): readonly string[] {
  const carried = Object.keys(findObject(event, 'tags'));
  const checkers = listCheckers(document, name);
  const isGiven = (tag: string) => {
    const parameter = proposeParameter(tag, event).name;
    return checkers.some((command) => Object.hasOwn(findFields(document, 'commands', command), parameter));
  };
  const choices = [
    carried.filter((tag) => findFilter(constraint, tag, event) !== undefined),
    carried.filter((tag) => tag !== '' && name.toLowerCase().includes(tag.toLowerCase())),
    carried.filter(isGiven),
    carried.length === 1 ? carried : [],
  ];
  return choices.find((tags) => tags.length > 0) ?? [];
}

/** A constraint no longer reads an event; a projection that is left without any goes, unless something uses it. */
export function disconnectReads(document: JsonObject, event: string, constraint: string): JsonObject {
  const changed = changeEach(document, 'constraints/*/projections/*/on', (on, [name]) =>
    name === constraint && isJsonObject(on) ? dropEmpty(on, replaceEntry(on, event, undefined)) : on,
  );
  return dropIdleProjections(document, changed);
}
