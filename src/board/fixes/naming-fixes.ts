import { isJsonObject } from '../../lib/is-json-object.ts';
import type { JsonObject } from '../../lib/json.ts';
import { suggestFieldType } from '../../model/field-type.ts';
import { isIdentifier, isVariableName } from '../../model/identifier.ts';
import { isArray } from '../edits/change-each.ts';
import { readName } from '../edits/fields.ts';
import { pickPartName } from '../edits/filters.ts';
import { renameParameter, renameProjection } from '../edits/rename-constraint-part.ts';
import { renameElement, renameField } from '../edits/rename-element.ts';
import { getAt, setAt } from '../edits/set-at.ts';
import { findElement, makeKey } from '../element-key.ts';
import type { Case, Fix } from './fix.ts';

/** The document does not say its version rightly: say it. */
export function mendVersion(): readonly Fix[] {
  return [{ label: 'Write version 1.0', edit: (document) => setAt(document, ['ambit'], '1.0') }];
}

/** A parameter or projection has a name that expressions cannot use: give it one that they can. */
export function mendPartName({ document, path }: Case): readonly Fix[] {
  const [section, constraint = '', part, name = ''] = path;
  const definition = findElement(document, makeKey('constraint', constraint));
  if (section !== 'constraints' || definition === undefined) return [];
  const free = pickPartName(definition, toIdentifier(name));
  const rename = part === 'parameters' ? renameParameter : renameProjection;
  if (rename(document, constraint, name, free) === document) return [];
  return [{ label: `Call it “${free}”`, edit: (current) => rename(current, constraint, name, free) }];
}

/** A field or constraint has a name that is hard to reach: give it a plain one. */
export function mendAwkwardName({ document, path }: Case): readonly Fix[] {
  const [section, owner = '', , field] = path;
  if (section === 'constraints') {
    const name = toIdentifier(owner);
    const key = makeKey('constraint', owner);
    if (!isVariableName(name) || getAt(document, ['constraints', name]) !== undefined) return [];
    return [{ label: `Call it “${name}”`, edit: (current) => renameElement(current, key, name).document }];
  }
  const kind = section === 'events' ? 'event' : section === 'commands' ? 'command' : undefined;
  const name = toIdentifier(field ?? '');
  if (kind === undefined || field === undefined || !isIdentifier(name)) return [];
  const key = makeKey(kind, owner);
  const rename = (current: JsonObject) => renameField(current, key, field, name);
  return rename(document) === document ? [] : [{ label: `Call it “${name}”`, edit: rename }];
}

/** Letters, digits and _ of a name: "free seats" is freeSeats. */
function toIdentifier(name: string): string {
  const [first = '', ...rest] = name.split(/[^A-Za-z0-9_]+/).filter((word) => word !== '');
  const joined = first + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^\d/.test(joined) ? `_${joined}` : joined;
}

/** Another one has the same name: number this one. */
export function mendRepeatedName({ document, path }: Case): readonly Fix[] {
  const name = getAt(document, path);
  const list = getAt(document, path.slice(0, 1));
  if (typeof name !== 'string' || !isArray(list)) return [];
  const taken = new Set(list.map((entry) => (isJsonObject(entry) ? readName(entry, 'name') : undefined)));
  let number = 2;
  while (taken.has(`${name} ${number}`)) number++;
  const free = `${name} ${number}`;
  return [{ label: `Call it “${free}”`, edit: (current) => setAt(current, path, free) }];
}

/** A type is none: take the one that was probably meant, or text. */
export function mendType({ document, path }: Case): readonly Fix[] {
  const written = getAt(document, path);
  const meant = typeof written === 'string' ? suggestFieldType(written) : undefined;
  const type = meant ?? 'string';
  return [{ label: `Make it ${type}`, edit: (current) => setAt(current, path, type) }];
}
