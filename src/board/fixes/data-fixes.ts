import { didYouMean } from '../../lib/did-you-mean.ts';
import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import { listEventFields } from '../../model/columns.ts';
import { renameKeys } from '../edits/change-each.ts';
import { findFields, hasField } from '../edits/fields.ts';
import { getAt, setAt } from '../edits/set-at.ts';
import type { Case, Fix } from './fix.ts';
import { convertValue, proposeValue, readType, typeOfValue } from './propose-value.ts';

/** Whose fields are filled at a place. */
interface Owner {
  readonly section: 'events' | 'commands';
  readonly name: string;
}

/** The event or command whose data stands at a place: an entry of an example, race or command. */
function findOwner(document: JsonObject, holder: readonly string[]): Owner | undefined {
  if (holder[0] === 'policies') {
    const command = getAt(document, [...holder.slice(0, 2), 'issues']);
    return typeof command === 'string' ? { section: 'commands', name: command } : undefined;
  }
  const entry = getAt(document, holder);
  if (!isJsonObject(entry)) return undefined;
  const [event, command] = [getOwn(entry, 'event'), getOwn(entry, 'command')];
  if (typeof event === 'string') return { section: 'events', name: event };
  return typeof command === 'string' ? { section: 'commands', name: command } : undefined;
}

/** Data fills a field that is not there: fill the one that was probably meant, add the field, or leave it out. */
export function mendField({ document, path }: Case): readonly Fix[] {
  const name = path.at(-1) ?? '';
  const place = path.slice(0, -1);
  const owner = findOwner(document, path[0] === 'policies' ? path : path.slice(0, -2));
  if (owner === undefined) return [];
  const filled = getAt(document, place);
  const fields = Object.keys(findFields(document, owner.section, owner.name));
  const free = fields.filter((field) => !isJsonObject(filled) || !Object.hasOwn(filled, field));
  const meant = didYouMean(name, free);
  const rename: readonly Fix[] =
    meant === undefined
      ? []
      : [{ label: `Fill “${meant}” with it`, edit: (current) => renameAt(current, place, name, meant) }];
  // Values show their type; what an expression gives is not known here.
  const holdsValues = path[0] === 'examples' || path[0] === 'races';
  const type = holdsValues ? typeOfValue(getAt(document, path)) : 'dyn';
  const add: Fix = {
    label: `Add “${name}” to ${owner.name}`,
    edit: (current) => setAt(current, [owner.section, owner.name, 'fields', name], type),
  };
  return [...rename, add, { label: 'Leave it out', edit: (current) => setAt(current, path, undefined) }];
}

function renameAt(document: JsonObject, path: readonly string[], from: string, to: string): JsonObject {
  const part = getAt(document, path);
  if (!isJsonObject(part)) return document;
  return setAt(
    document,
    path,
    renameKeys(part, (key) => (key === from ? to : key)),
  );
}

/** Data leaves a field out: fill it with a plain value of its type. */
export function fillField({ diagnostic, document, path }: Case): readonly Fix[] {
  const owner = findOwner(document, path);
  const fields = owner && findFields(document, owner.section, owner.name);
  const name = Object.keys(fields ?? {}).find((field) =>
    diagnostic.message.includes(`The field "${field}" of the `),
  );
  const type = name === undefined ? undefined : readType(getOwn(fields ?? {}, name));
  if (name === undefined || type === undefined) return [];
  const value = proposeValue(type, name);
  return [
    {
      label: `Fill “${name}” with ${sayValue(value)}`,
      edit: (document) => setAt(document, [...path, 'data', name], value),
    },
  ];
}

/** A value does not fit: take the same as the right type, or a plain one. */
export function mendValue({ document, path }: Case): readonly Fix[] {
  const name = path.at(-1) ?? '';
  const owner = findOwner(document, path.slice(0, -2));
  const type = owner && readType(getOwn(findFields(document, owner.section, owner.name), name));
  if (type === undefined) return [];
  const value = convertValue(getAt(document, path) ?? null, type, name);
  return [{ label: `Make it ${sayValue(value)}`, edit: (current) => setAt(current, path, value) }];
}

/** A time cannot be read: without one, the first moment of the year 2000 counts. */
export function takeTimeOut({ path }: Case): readonly Fix[] {
  return [{ label: 'Take the time out', edit: (document) => setAt(document, path, undefined) }];
}

/** A read model takes a field that the event does not have: add the field to the event. */
export function addColumn({ diagnostic, document, path }: Case): readonly Fix[] {
  const event = path.at(-1) ?? '';
  const expression = getAt(document, path);
  const key = getAt(document, [...path.slice(0, 2), 'key']);
  const used = [expression, key].flatMap((text) =>
    typeof text === 'string' ? [...listEventFields(text)] : [],
  );
  const name = used.find((field) => diagnostic.message.includes(`takes "${field}" from the event`));
  if (name === undefined || hasField(document, 'events', event, name)) return [];
  return [
    {
      label: `Add “${name}” to ${event}`,
      edit: (current) => setAt(current, ['events', event, 'fields', name], 'dyn'),
    },
  ];
}

function sayValue(value: Json): string {
  return typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
}
