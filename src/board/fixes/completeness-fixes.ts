import { getOwn } from '../../lib/get-own.ts';
import type { JsonObject } from '../../lib/json.ts';
import { listColumns } from '../../model/columns.ts';
import type { FieldType, Model } from '../../model/schema.ts';
import { addElement } from '../edits/add-element.ts';
import { connect } from '../edits/arrows.ts';
import { writeFieldOf } from '../edits/change-expression.ts';
import { setAt } from '../edits/set-at.ts';
import { type ElementKey, makeKey } from '../element-key.ts';
import { findMissingField } from '../event-model/missing-field.ts';
import { readParsed } from '../sync/read-parsed.ts';
import type { Case, Fix } from './fix.ts';

/** The read models offered beside typing a field in; more would be a list to read. */
const MOST_READ_MODELS = 2;

/** A screen or policy has no source for a field of its command: have it typed in, show what has it, or take it from the event. */
export function addSource({ diagnostic, document, path }: Case): readonly Fix[] {
  const { model } = readParsed(document);
  const field = findMissingField(diagnostic);
  const [section = '', owner = '', , index = ''] = path;
  if (model === null || field === null) return [];
  return section === 'screens'
    ? mendScreen(model, owner, Number(index), field)
    : mendPolicy(model, owner, field);
}

/** Nothing leads to a command yet: give it a screen with its fields. */
export function addFirstSource({ document, path: [section, command = ''] }: Case): readonly Fix[] {
  const fields = getOwn(readParsed(document).model?.commands, command)?.fields ?? {};
  const definition = Object.keys(fields).length > 0 ? { fields: fields as JsonObject } : {};
  const addScreen: Fix = {
    label: `Add a screen for ${command}`,
    edit: (current) => {
      const added = addElement(current, 'screen', { definition });
      return join(added.document, added.key, makeKey('command', command));
    },
  };
  return section === 'commands' ? [addScreen] : [];
}

function mendScreen(model: Model, screen: string, index: number, field: string): Fix[] {
  const { issues = [], shows = [] } = getOwn(model.screens, screen) ?? {};
  const type = readType(model, issues[index] ?? '', field);
  const others = Object.entries(model.readModels ?? {})
    .filter(([name, readModel]) => !shows.includes(name) && listColumns(readModel)?.has(field))
    .slice(0, MOST_READ_MODELS)
    .map(([name]) => name);
  return [
    {
      label: `Have “${field}” typed in on ${screen}`,
      edit: (current) => setAt(current, ['screens', screen, 'fields', field], type),
    },
    ...others.map((name) => ({
      label: `Show ${name} on ${screen}, which has “${field}”`,
      edit: (current: JsonObject) => join(current, makeKey('readModel', name), makeKey('screen', screen)),
    })),
  ];
}

function mendPolicy(model: Model, policy: string, field: string): Fix[] {
  const { on = [], issues = '' } = getOwn(model.policies, policy) ?? {};
  const known = on.filter((event) => getOwn(model.events, event) !== undefined);
  const lacking = known.filter((event) => getOwn(getOwn(model.events, event)?.fields, field) === undefined);
  const type = readType(model, issues, field);
  const take = (current: JsonObject) =>
    setAt(current, ['policies', policy, 'with', field], writeFieldOf('event', field));
  if (known.length === 0) return [];
  if (lacking.length === 0) return [{ label: `Take “${field}” from the event`, edit: take }];
  const widen = (current: JsonObject) =>
    lacking.reduce((changed, event) => setAt(changed, ['events', event, 'fields', field], type), current);
  return [
    {
      label: `Add “${field}” to ${lacking.join(' and ')} and take it from there`,
      edit: (current) => take(widen(current)),
    },
  ];
}

function readType(model: Model, command: string, field: string): FieldType {
  return getOwn(getOwn(model.commands, command)?.fields, field) ?? 'string';
}

function join(document: JsonObject, from: ElementKey, to: ElementKey): JsonObject {
  const connected = connect(document, from, to);
  return 'document' in connected ? connected.document : document;
}
