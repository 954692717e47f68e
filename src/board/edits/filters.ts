import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import { isVariableName } from '../../model/identifier.ts';
import { changeEach, isArray, replaceEntry } from './change-each.ts';
import { readFieldOf } from './change-expression.ts';
import { findFields, readName } from './fields.ts';
import { isForbidden } from './name.ts';
import { getAt, setAt } from './set-at.ts';

/** What expressions of a constraint see under names of their own. */
const TAKEN = new Set(['command', 'now', 'state', 'event', 'time']);
const FILTER_TYPE = /^(?:string|int|double|bool)$/;

/** A definition's object under a name; empty when there is none. */
export function findObject(definition: JsonObject | undefined, name: string): JsonObject {
  const found = definition && getOwn(definition, name);
  return isJsonObject(found) ? found : {};
}

/** An expression of a constraint that gives the value of a tag: one it filters by already, or a parameter for it. */
export function findFilter(
  constraint: JsonObject,
  tag: string,
  event: JsonObject | undefined,
): string | undefined {
  for (const projection of Object.values(findObject(constraint, 'projections'))) {
    const used = isJsonObject(projection) ? getOwn(findObject(projection, 'tags'), tag) : undefined;
    if (typeof used === 'string') return used;
  }
  const parameters = findObject(constraint, 'parameters');
  const field = readFieldOf('event', getOwn(findObject(event, 'tags'), tag));
  return [field, `${tag}Id`, tag].find(
    (name) => name !== undefined && isVariableName(name) && Object.hasOwn(parameters, name),
  );
}

/** The parameter that a filter by a tag calls for: named after the event's field that the tag is made from. */
export function proposeParameter(
  tag: string,
  event: JsonObject | undefined,
): { readonly name: string; readonly type: Json } {
  const field = readFieldOf('event', getOwn(findObject(event, 'tags'), tag));
  const type = field === undefined ? undefined : getOwn(findObject(event, 'fields'), field);
  const name = [field, `${tag}Id`].find((candidate) => candidate !== undefined && isParameterName(candidate));
  return { name: name ?? 'id', type: toFilterType(type) };
}

function isParameterName(name: string): boolean {
  return isVariableName(name) && !TAKEN.has(name);
}

function toFilterType(type: Json | undefined): Json {
  if (isArray(type)) return type;
  const plain = typeof type === 'string' ? type.replace('?', '').trim() : '';
  return FILTER_TYPE.test(plain) ? plain : 'string';
}

/** The constraint with one of its projections filtered by a tag, and a parameter for it where none gives the value. */
export function addFilter(
  constraint: JsonObject,
  projection: string,
  tag: string,
  event: JsonObject | undefined,
): JsonObject {
  // No tag can be called so, and a document with such a key could not be read again.
  if (isForbidden(tag)) return constraint;
  const known = findFilter(constraint, tag, event);
  if (known !== undefined) return setAt(constraint, ['projections', projection, 'tags', tag], known);
  const { name, type } = proposeParameter(tag, event);
  const parameter = pickPartName(constraint, name);
  const asked = setAt(constraint, ['parameters', parameter], type);
  return setAt(asked, ['projections', projection, 'tags', tag], parameter);
}

/** A name that neither a parameter nor a projection of the constraint has, nor an expression's own. */
export function pickPartName(constraint: JsonObject, wanted: string): string {
  const taken = (name: string) =>
    !isParameterName(name) ||
    ['parameters', 'projections'].some((part) => Object.hasOwn(findObject(constraint, part), name));
  const stem = /^[A-Za-z_]\w*$/.test(wanted) ? wanted : 'value';
  if (!taken(stem)) return stem;
  let number = 2;
  while (taken(`${stem}${number}`)) number++;
  return `${stem}${number}`;
}

/** The document with a field in a command for each parameter of a constraint it checks that nothing gives a value. */
export function addArguments(document: JsonObject, constraint: string, command?: string): JsonObject {
  const parameters = Object.entries(findFields(document, 'constraints', constraint, 'parameters'));
  if (parameters.length === 0) return document;
  return changeEach(document, 'commands/*', (definition, [name]) => {
    const isConcerned = command === undefined || name === command;
    const checks = isConcerned && isJsonObject(definition) ? getOwn(definition, 'checks') : undefined;
    const check = isArray(checks)
      ? checks.find((entry) => readName(entry, 'constraint') === constraint)
      : undefined;
    if (check === undefined || !isJsonObject(definition)) return definition;
    const fields = getOwn(definition, 'fields') ?? {};
    if (!isJsonObject(fields)) return definition;
    const given = isJsonObject(check) ? findObject(check, 'with') : {};
    const lacking = parameters.filter(
      ([parameter, type]) =>
        !Object.hasOwn(given, parameter) && !Object.hasOwn(fields, parameter) && !isOptional(type),
    );
    if (lacking.length === 0) return definition;
    return replaceEntry(definition, 'fields', { ...fields, ...Object.fromEntries(lacking) });
  });
}

function isOptional(type: Json): boolean {
  return typeof type === 'string' && type.trim().endsWith('?');
}

/** The names of the commands that check a constraint. */
export function listCheckers(document: JsonObject, constraint: string): readonly string[] {
  const commands = getAt(document, ['commands']);
  if (!isJsonObject(commands)) return [];
  return Object.entries(commands).flatMap(([name, command]) => {
    const checks = isJsonObject(command) ? getOwn(command, 'checks') : undefined;
    const isChecked = isArray(checks) && checks.some((entry) => readName(entry, 'constraint') === constraint);
    return isChecked ? [name] : [];
  });
}
