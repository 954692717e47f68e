import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import { CHECK, EMIT, type Filling, findValues, readDefault, setValue, writeDefault } from './argument.ts';
import { changeEach, isArray } from './change-each.ts';
import { renameFieldOf } from './change-expression.ts';
import { findFields, hasField, readName, renameKey } from './fields.ts';

/** Renames a field of a command, and where it is used and filled. */
export function renameCommandField(
  document: JsonObject,
  command: string,
  from: string,
  to: string,
): JsonObject {
  const has = (field: string) => hasField(document, 'commands', command, field);
  if (!has(from) || has(to)) return document;
  const rename = renameFieldOf('command', from, to);
  const isNeeded = (filling: Filling, name: string, key: string) =>
    filling === CHECK
      ? hasField(document, 'constraints', name, key, 'parameters')
      : hasField(document, 'events', name, key);
  const fields = renameKey(findFields(document, 'commands', command), from, to);
  const value = writeDefault(isJsonObject(fields) ? fields : {}, to);
  const fill = (filling: Filling) => (entry: Json, stars: readonly string[]) =>
    stars[0] === command ? refill(entry, filling, { from, to, rename, isNeeded, value }) : entry;

  let renamed = changeEach(document, 'commands/*/fields', (part, [name]) =>
    name === command ? renameKey(part, from, to) : part,
  );
  renamed = changeEach(renamed, 'commands/*/checks/*', fill(CHECK));
  renamed = changeEach(renamed, 'commands/*/emits/*', fill(EMIT));
  const asked = listConstraintsOf(document, command, from);
  renamed = changeEach(renamed, 'constraints/*/rule', (part, [name = '']) =>
    asked.has(name) ? rename(part) : part,
  );
  renamed = changeEach(renamed, 'screens/*', (screen) =>
    isJsonObject(screen) ? renameOnScreen(document, screen, command, from, to) : screen,
  );
  renamed = changeEach(renamed, 'policies/*', (policy) =>
    isJsonObject(policy) && getOwn(policy, 'issues') === command
      ? changeEach(policy, 'with', (part) => renameKey(part, from, to))
      : policy,
  );
  for (const path of ['examples/*/when', 'races/*/commands/*']) {
    renamed = changeEach(renamed, path, (issued) =>
      isJsonObject(issued) && getOwn(issued, 'command') === command
        ? changeEach(issued, 'data', (data) => renameKey(data, from, to))
        : issued,
    );
  }
  return renamed;
}

/** What is typed in for this command follows its name, where it is not typed in for another command too. */
function renameOnScreen(
  document: JsonObject,
  screen: JsonObject,
  command: string,
  from: string,
  to: string,
): JsonObject {
  const [issues, fields] = [getOwn(screen, 'issues'), getOwn(screen, 'fields')];
  if (!isArray(issues) || !isJsonObject(fields) || !issues.includes(command)) return screen;
  const isOthersToo = issues.some(
    (other) => other !== command && typeof other === 'string' && hasField(document, 'commands', other, from),
  );
  if (isOthersToo || Object.hasOwn(fields, to)) return screen;
  return changeEach(screen, 'fields', (part) => renameKey(part, from, to));
}

interface Refill {
  readonly from: string;
  readonly to: string;
  readonly rename: (part: Json) => Json;
  /** What is meant without an expression, once the field is renamed. */
  readonly value: string;
  readonly isNeeded: (filling: Filling, name: string, key: string) => boolean;
}

/** What was filled by the field of the same name says so now; what would say no more than that says nothing. */
function refill(entry: Json, filling: Filling, { from, to, rename, isNeeded, value }: Refill): Json {
  const name = readName(entry, filling.name);
  if (name === undefined) return entry;
  const values = findValues(entry, filling);
  const renamed = isJsonObject(entry)
    ? ['when', 'each', `${filling.values}/*`].reduce((part, path) => changeEach(part, path, rename), entry)
    : entry;
  const isImplied = !Object.hasOwn(values, from) && isNeeded(filling, name, from);
  const filled = isImplied ? setValue(renamed, filling, from, value) : renamed;
  const isEchoed = readDefault(getOwn(values, to)) === from && isNeeded(filling, name, to);
  return isEchoed ? setValue(filled, filling, to, undefined) : filled;
}

/** The constraints whose rule can only mean this command's field of that name: no other command that checks them has one. */
function listConstraintsOf(document: JsonObject, command: string, field: string): ReadonlySet<string> {
  const mine = new Set<string>();
  const others = new Set<string>();
  changeEach(document, 'commands/*/checks/*', (entry, [name = '']) => {
    const constraint = readName(entry, 'constraint');
    if (constraint === undefined) return entry;
    if (name === command) mine.add(constraint);
    else if (hasField(document, 'commands', name, field)) others.add(constraint);
    return entry;
  });
  return new Set([...mine].filter((constraint) => !others.has(constraint)));
}
