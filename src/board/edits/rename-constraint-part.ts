import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import { isVariableName } from '../../model/identifier.ts';
import { renamePlaceholder } from '../../model/mentions.ts';
import { CHECK, findValues, readDefault, setValue, writeDefault } from './argument.ts';
import { changeEach } from './change-each.ts';
import { renameFieldOf, renameVariable } from './change-expression.ts';
import { findFields, hasField, readName, renameKey } from './fields.ts';

/** What expressions see under names of their own. */
const TAKEN = new Set(['command', 'now', 'state', 'event', 'time']);

/** Renames a parameter of a constraint, and where it is used and filled. */
export function renameParameter(
  document: JsonObject,
  constraint: string,
  from: string,
  to: string,
): JsonObject {
  if (!hasField(document, 'constraints', constraint, from, 'parameters')) return document;
  if (!isFree(document, constraint, to)) return document;
  const rename = renameVariable(from, to);
  const renamed = changeConstraint(document, constraint, (definition) => {
    let changed = changeEach(definition, 'parameters', (part) => renameKey(part, from, to));
    for (const path of ['projections/*/tags/*', 'projections/*/on/*', 'rule']) {
      changed = changeEach(changed, path, rename);
    }
    return renameInMessage(changed, from, to);
  });
  return changeEach(renamed, 'commands/*/checks/*', (entry, [command = '']) =>
    readName(entry, 'constraint') === constraint ? renameArgument(document, command, entry, from, to) : entry,
  );
}

function renameArgument(document: JsonObject, command: string, entry: Json, from: string, to: string): Json {
  const value = getOwn(findValues(entry, CHECK), from);
  if (value === undefined) {
    const fields = findFields(document, 'commands', command);
    return Object.hasOwn(fields, from) ? setValue(entry, CHECK, to, writeDefault(fields, from)) : entry;
  }
  const isSame = readDefault(value) === to && hasField(document, 'commands', command, to);
  if (isSame) return setValue(entry, CHECK, from, undefined);
  return isJsonObject(entry) ? changeEach(entry, 'with', (part) => renameKey(part, from, to)) : entry;
}

/** Renames a projection of a constraint, and where it is used. */
export function renameProjection(
  document: JsonObject,
  constraint: string,
  from: string,
  to: string,
): JsonObject {
  if (!hasField(document, 'constraints', constraint, from, 'projections')) return document;
  if (!isFree(document, constraint, to)) return document;
  const renamed = changeConstraint(document, constraint, (definition) => {
    const changed = changeEach(definition, 'projections', (part) => renameKey(part, from, to));
    return renameInMessage(changeEach(changed, 'rule', renameVariable(from, to)), from, to);
  });
  const rename = renameFieldOf(constraint, from, to);
  return changeEach(
    changeEach(renamed, 'commands/*/emits/*/when', rename),
    'commands/*/emits/*/data/*',
    rename,
  );
}

function renameInMessage(constraint: JsonObject, from: string, to: string): JsonObject {
  return changeEach(constraint, 'message', (part) =>
    typeof part === 'string' ? renamePlaceholder(part, from, to) : part,
  );
}

/** Parameters and projections share one scope. */
function isFree(document: JsonObject, constraint: string, name: string): boolean {
  const isUsed = (property: string) => hasField(document, 'constraints', constraint, name, property);
  return isVariableName(name) && !TAKEN.has(name) && !isUsed('parameters') && !isUsed('projections');
}

function changeConstraint(
  document: JsonObject,
  constraint: string,
  change: (definition: JsonObject) => JsonObject,
): JsonObject {
  return changeEach(document, 'constraints/*', (part, [name]) =>
    name === constraint && isJsonObject(part) ? change(part) : part,
  );
}
