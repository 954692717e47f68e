import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import { EMIT, findValues, readDefault, setValue, writeDefault } from './argument.ts';
import { changeEach, isArray } from './change-each.ts';
import { renameFieldOf } from './change-expression.ts';
import { findFields, hasField, readName, renameKey } from './fields.ts';

/** Renames a field of an event, and where it is read and filled. */
export function renameEventField(document: JsonObject, event: string, from: string, to: string): JsonObject {
  const has = (name: string, field: string) => hasField(document, 'events', name, field);
  if (!has(event, from) || has(event, to)) return document;
  const rename = renameFieldOf('event', from, to);
  /** What reads several events can only follow when the field of that name is this event's alone. */
  const isOnlyOne = (names: readonly (string | undefined)[]) =>
    names.includes(event) && names.every((name) => name === event || name === undefined || !has(name, from));

  let renamed = changeEach(document, 'events/*/fields', (part, [name]) =>
    name === event ? renameKey(part, from, to) : part,
  );
  renamed = changeEach(renamed, 'events/*/tags/*', (part, [name]) => (name === event ? rename(part) : part));
  renamed = changeEach(renamed, 'constraints/*/projections/*/on/*', (part, [, , name]) =>
    name === event ? rename(part) : part,
  );
  renamed = changeEach(renamed, 'readModels/*', (model) => {
    if (!isJsonObject(model)) return model;
    const on = getOwn(model, 'on');
    const folds = changeEach(model, 'on/*', (part, [name]) => (name === event ? rename(part) : part));
    return isJsonObject(on) && isOnlyOne(Object.keys(on)) ? changeEach(folds, 'key', rename) : folds;
  });
  renamed = changeEach(renamed, 'policies/*', (policy) => {
    const on = isJsonObject(policy) ? getOwn(policy, 'on') : undefined;
    if (!isJsonObject(policy) || !isArray(on) || !isOnlyOne(on.map((name) => readName(name, ''))))
      return policy;
    return changeEach(changeEach(policy, 'when', rename), 'with/*', rename);
  });
  renamed = changeEach(renamed, 'commands/*/emits/*', (entry, [command = '']) =>
    readName(entry, 'event') === event ? renameFilled(document, command, entry, from, to) : entry,
  );
  for (const path of ['examples/*/given/*', 'examples/*/then/events/*', 'races/*/given/*']) {
    renamed = changeEach(renamed, path, (entry) =>
      isJsonObject(entry) && getOwn(entry, 'event') === event
        ? changeEach(entry, 'data', (data) => renameKey(data, from, to))
        : entry,
    );
  }
  return renamed;
}

/** What the command's field of the same name filled needs an expression now, or needs none any more. */
function renameFilled(document: JsonObject, command: string, entry: Json, from: string, to: string): Json {
  const value = getOwn(findValues(entry, EMIT), from);
  if (value === undefined) {
    const fields = findFields(document, 'commands', command);
    return Object.hasOwn(fields, from) ? setValue(entry, EMIT, to, writeDefault(fields, from)) : entry;
  }
  const isSame = readDefault(value) === to && hasField(document, 'commands', command, to);
  if (isSame) return setValue(entry, EMIT, from, undefined);
  return isJsonObject(entry) ? changeEach(entry, 'data', (data) => renameKey(data, from, to)) : entry;
}
