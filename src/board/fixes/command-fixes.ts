import { isJsonObject } from '../../lib/is-json-object.ts';
import type { JsonObject } from '../../lib/json.ts';
import { addElement } from '../edits/add-element.ts';
import { isArray } from '../edits/change-each.ts';
import { findFields } from '../edits/fields.ts';
import { getAt, setAt } from '../edits/set-at.ts';
import { makeKey, parseKey } from '../element-key.ts';
import { findPlace, NOTE_GAP, NOTE_SIZE, type Place } from '../placement.ts';
import type { Case, Fix } from './fix.ts';
import { toPast, toRequest } from './tense.ts';

/** A command leads to nothing: let it emit the event that its name calls for. */
export function emitNewEvent({ document, path }: Case): readonly Fix[] {
  const command = path[1] ?? '';
  const wanted = toPast(command);
  const isThere = getAt(document, ['events', wanted]) !== undefined;
  return [
    {
      label: isThere ? `Emit “${wanted}”` : `Emit a new event “${wanted}”`,
      edit: (current) => {
        const exists = getAt(current, ['events', wanted]) !== undefined;
        const added = exists ? { document: current, name: wanted } : addEvent(current, command, wanted);
        return setAt(added.document, ['commands', command, 'emits'], [added.name]);
      },
    },
  ];
}

function addEvent(document: JsonObject, command: string, name: string) {
  const fields = findFields(document, 'commands', command);
  const place = findPlace(document, makeKey('command', command));
  const added = addElement(document, 'event', {
    name,
    definition: Object.keys(fields).length > 0 ? { fields } : {},
    ...(place && { place: moveBy(place, { x: NOTE_SIZE.width + NOTE_GAP, y: 0 }) }),
  });
  return { document: added.document, name: parseKey(added.key)?.name ?? name };
}

/** No command emits an event: add the one that its name calls for, or let a command with that name emit it. */
export function emitFromNewCommand({ document, path }: Case): readonly Fix[] {
  const event = path[1] ?? '';
  const wanted = toRequest(event);
  const existing = getAt(document, ['commands', wanted]);
  if (existing !== undefined) return isJsonObject(existing) ? [emitFrom(wanted, event)] : [];
  return [
    {
      label: `Add a command “${wanted}”`,
      edit: (current) => {
        const fields = findFields(current, 'events', event);
        const place = findPlace(current, makeKey('event', event));
        return addElement(current, 'command', {
          name: wanted,
          definition: { ...(Object.keys(fields).length > 0 && { fields }), emits: [event] },
          ...(place && { place: moveBy(place, { x: -NOTE_SIZE.width - NOTE_GAP, y: 0 }) }),
        }).document;
      },
    },
  ];
}

function emitFrom(command: string, event: string): Fix {
  const path = ['commands', command, 'emits'];
  return {
    label: `Let “${command}” emit it`,
    edit: (document) => {
      const emits = getAt(document, path) ?? [];
      return isArray(emits) ? setAt(document, path, [...emits, event]) : document;
    },
  };
}

function moveBy({ x, y }: Place, by: Place): Place {
  return { x: x + by.x, y: y + by.y };
}
