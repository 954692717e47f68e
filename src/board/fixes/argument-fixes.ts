import { didYouMean } from '../../lib/did-you-mean.ts';
import { getOwn } from '../../lib/get-own.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import { CHECK, EMIT, type Filling, setValue, writeDefault } from '../edits/argument.ts';
import { findFields, hasField, readName } from '../edits/fields.ts';
import { getAt, setAt } from '../edits/set-at.ts';
import type { Case, Fix } from './fix.ts';

/** A check needs a value that the command does not have: add the field, or take a field that is called much alike. */
export function addParameterField({ diagnostic, document, path }: Case): readonly Fix[] {
  const constraint = readName(getAt(document, path) ?? null, 'constraint') ?? '';
  const parameters = findFields(document, 'constraints', constraint, 'parameters');
  const name = Object.keys(parameters).find((parameter) =>
    diagnostic.message.includes(`needs "${parameter}", and the command`),
  );
  return name === undefined
    ? []
    : fillFromCommand(document, path, { filling: CHECK, name, wanted: parameters });
}

/** A field of an emitted event gets no value: add it to the command, or take a field that is called much alike. */
export function addUnfilledField({ diagnostic, document, path }: Case): readonly Fix[] {
  const event = readName(getAt(document, path) ?? null, 'event') ?? '';
  const fields = findFields(document, 'events', event);
  const name = Object.keys(fields).find((field) =>
    diagnostic.message.includes(`the field "${field}" of the event`),
  );
  return name === undefined ? [] : fillFromCommand(document, path, { filling: EMIT, name, wanted: fields });
}

interface Lack {
  readonly filling: Filling;
  readonly name: string;
  /** Everything that is wanted, with its types. */
  readonly wanted: JsonObject;
}

function fillFromCommand(
  document: JsonObject,
  path: readonly string[],
  { filling, name, wanted }: Lack,
): readonly Fix[] {
  const command = path[1] ?? '';
  const type = getOwn(wanted, name) ?? 'string';
  const fields = findFields(document, 'commands', command);
  const alike = Object.keys(fields).filter((field) => isSameType(getOwn(fields, field), type));
  const meant = didYouMean(name, alike);
  const take: readonly Fix[] =
    meant === undefined
      ? []
      : [
          {
            label: `Take it from “${meant}”`,
            edit: (current) => {
              const entry = getAt(current, path);
              const filled = entry && setValue(entry, filling, name, writeDefault(fields, meant));
              return filled === undefined ? current : setAt(current, path, filled);
            },
          },
        ];
  const add: Fix = {
    label: `Add “${name}” to ${command}`,
    edit: (current) =>
      hasField(current, 'commands', command, name)
        ? current
        : setAt(current, ['commands', command, 'fields', name], type),
  };
  return [...take, add];
}

function isSameType(one: Json | undefined, other: Json): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
