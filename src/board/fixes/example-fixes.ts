import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import { isArray } from '../edits/change-each.ts';
import { findFields, readName } from '../edits/fields.ts';
import { addArguments } from '../edits/filters.ts';
import { getAt, setAt } from '../edits/set-at.ts';
import type { Case, Fix } from './fix.ts';
import { carryData, proposeData } from './propose-value.ts';

/** As many commands are offered to choose from. */
const OFFERED = 3;

/** An example does not say what runs, or what must come out: say it, as far as the model can tell. */
export function finishExample({ document, path }: Case): readonly Fix[] {
  const example = getAt(document, path);
  if (!isJsonObject(example)) return [];
  const when = getOwn(example, 'when');
  const command = isJsonObject(when) ? readName(when, 'command') : undefined;
  if (when === undefined) return listCommands(document).map((name) => runIn(path, name, example));
  if (command === undefined || getAt(document, ['commands', command]) === undefined) return [];
  return expectOf(document, path, command);
}

function runIn(path: readonly string[], command: string, example: JsonObject): Fix {
  return {
    label: `Run ${command}`,
    edit: (document) => {
      const issued = issue(document, command);
      const ran = setAt(document, [...path, 'when'], issued);
      if (getOwn(example, 'then') !== undefined) return ran;
      return setAt(ran, [...path, 'then'], { events: expectEvents(document, command, issued) });
    },
  };
}

function expectOf(document: JsonObject, path: readonly string[], command: string): readonly Fix[] {
  const expect: Fix = {
    label: `Expect what ${command} emits`,
    edit: (current) => {
      const when = getAt(current, [...path, 'when']);
      const events = expectEvents(current, command, isJsonObject(when) ? when : {});
      return setAt(current, [...path, 'then'], { events });
    },
  };
  const checks = readEntries(document, command, 'checks').flatMap(
    (check) => readName(check, 'constraint') ?? [],
  );
  const rejections = [...new Set(checks)].slice(0, OFFERED).map(
    (constraint): Fix => ({
      label: `Expect ${constraint} to fail`,
      edit: (current) => setAt(current, [...path, 'then'], { rejected: [constraint] }),
    }),
  );
  return [expect, ...rejections];
}

/** What a command emits without conditions, with data as far as the names tell. */
function expectEvents(document: JsonObject, command: string, issued: JsonObject): readonly Json[] {
  const data = getOwn(issued, 'data');
  const given = isJsonObject(data) ? data : {};
  return readEntries(document, command, 'emits').flatMap((emit) => {
    const event = readName(emit, 'event');
    const isSometimes = isJsonObject(emit) && getOwn(emit, 'when') !== undefined;
    if (event === undefined || isSometimes) return [];
    return [{ event, data: carryData(findFields(document, 'events', event), given) }];
  });
}

/** A race has nothing to run: run a command twice at the same time, or remove the race. */
export function runRace({ document, path }: Case): readonly Fix[] {
  const remove: Fix = { label: 'Remove the race', edit: (current) => setAt(current, path, undefined) };
  return [...listCommands(document).map((command) => runTwice(path, command)), remove];
}

function runTwice(path: readonly string[], command: string): Fix {
  return {
    label: `Run ${command} twice`,
    edit: (current) => {
      const issued = issue(current, command);
      return setAt(current, [...path, 'commands'], [issued, issued]);
    },
  };
}

/** An example expects a constraint to fail that its command does not check: let it check it. */
export function checkInCommand({ document, path }: Case): readonly Fix[] {
  const constraint = getAt(document, path);
  const command = getAt(document, [...path.slice(0, 2), 'when', 'command']);
  if (typeof constraint !== 'string' || typeof command !== 'string') return [];
  return [
    {
      label: `Let ${command} check ${constraint}`,
      edit: (current) => {
        const place = ['commands', command, 'checks'];
        const checks = getAt(current, place) ?? [];
        if (!isArray(checks)) return current;
        return addArguments(setAt(current, place, [...checks, constraint]), constraint, command);
      },
    },
  ];
}

function issue(document: JsonObject, command: string): JsonObject {
  return { command, data: proposeData(findFields(document, 'commands', command)) };
}

/** The commands to offer: those that have something to check come first. */
function listCommands(document: JsonObject): readonly string[] {
  const commands = getAt(document, ['commands']);
  const names = isJsonObject(commands) ? Object.keys(commands) : [];
  const hasChecks = (name: string) => readEntries(document, name, 'checks').length > 0;
  return [...names.filter(hasChecks), ...names.filter((name) => !hasChecks(name))].slice(0, OFFERED);
}

function readEntries(document: JsonObject, command: string, list: 'checks' | 'emits'): readonly Json[] {
  const entries = getAt(document, ['commands', command, list]);
  return isArray(entries) ? entries : [];
}
