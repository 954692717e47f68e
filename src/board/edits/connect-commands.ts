import { getOwn } from '../../lib/get-own.ts';
import type { JsonObject } from '../../lib/json.ts';
import { findElement } from '../element-key.ts';
import { addArguments, findObject } from './filters.ts';
import { addName } from './name-list.ts';
import { setAt } from './set-at.ts';

/** Lets a command check a constraint, with a field for each parameter that nothing gives a value. */
export function connectChecks(document: JsonObject, constraint: string, command: string): JsonObject | null {
  const checked = addName(document, ['commands', command, 'checks'], constraint, 'constraint');
  return checked && (checked === document ? document : addArguments(checked, constraint, command));
}

/** Lets a command emit an event; where one of them has no fields yet, it gets those of the other. */
export function connectEmits(document: JsonObject, command: string, event: string): JsonObject | null {
  const emitted = addName(document, ['commands', command, 'emits'], event, 'event');
  if (emitted === null || emitted === document) return emitted;
  const asked = findElement(emitted, `command:${command}`);
  const happened = findElement(emitted, `event:${event}`);
  const [given, kept] = [findObject(asked, 'fields'), findObject(happened, 'fields')];
  const [hasGiven, hasKept] = [given, kept].map((fields) => Object.keys(fields).length > 0);
  if (hasGiven === hasKept) return emitted;
  const [target, path] = hasKept ? [asked, ['commands', command]] : [happened, ['events', event]];
  const isBroken = target && getOwn(target, 'fields') !== undefined && !hasObject(target, 'fields');
  return isBroken ? emitted : setAt(emitted, [...path, 'fields'], hasKept ? kept : given);
}

function hasObject(definition: JsonObject, name: string): boolean {
  return getOwn(definition, name) === findObject(definition, name);
}
