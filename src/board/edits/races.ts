import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import { isArray, replaceEntry } from './change-each.ts';

export interface AddedRace {
  readonly document: JsonObject;
  /** Its place among the races. */
  readonly at: number;
}

/** Adds a race at the end, under its name or the first free one after it. Where `races` is no list, nothing is added. */
export function addRace(document: JsonObject, race: JsonObject): AddedRace {
  const at = listRaces(document)?.length ?? 0;
  return { document: insertRace(document, at, race), at };
}

/** Adds a copy of a race below it, under a name of its own. */
export function duplicateRace(document: JsonObject, at: number): JsonObject {
  const race = listRaces(document)?.[at];
  return isJsonObject(race) ? insertRace(document, at + 1, race) : document;
}

/** Removes a race; the last one leaves no empty list behind. */
export function removeRace(document: JsonObject, at: number): JsonObject {
  return changeRaces(document, (races) => (at in races ? races.filter((_, index) => index !== at) : races));
}

/** Moves a race to another place in the list; beyond its ends is at its ends. */
export function moveRace(document: JsonObject, from: number, to: number): JsonObject {
  return changeRaces(document, (races) => {
    const race = races[from];
    const at = Math.min(Math.max(to, 0), races.length - 1);
    if (race === undefined || at === from || !Number.isInteger(at)) return races;
    return races.toSpliced(from, 1).toSpliced(at, 0, race);
  });
}

/** Gives a race another name; an empty one changes nothing, a taken one gets a number. */
export function renameRace(document: JsonObject, at: number, name: string): JsonObject {
  return changeRaces(document, (races) => {
    const race = races[at];
    if (!isJsonObject(race) || name.trim() === '' || getOwn(race, 'name') === name.trim()) return races;
    return races.with(at, replaceEntry(race, 'name', pickName(races.toSpliced(at, 1), name)));
  });
}

/** Adds a command to a race, as a copy of its last one where that is of the same kind: then one value tells them apart. */
export function addRacer(document: JsonObject, at: number, command: string, data: JsonObject): JsonObject {
  return changeRaces(document, (races) => {
    const race = races[at];
    if (!isJsonObject(race)) return races;
    const commands = getOwn(race, 'commands') ?? [];
    if (!isArray(commands)) return races;
    const twin = commands.findLast((other) => isJsonObject(other) && getOwn(other, 'command') === command);
    return races.with(at, replaceEntry(race, 'commands', [...commands, twin ?? { command, data }]));
  });
}

/** The races as they stand; undefined where the document has something else there. */
function listRaces(document: JsonObject): readonly Json[] | undefined {
  const races = getOwn(document, 'races') ?? [];
  return isArray(races) ? races : undefined;
}

function insertRace(document: JsonObject, at: number, race: JsonObject): JsonObject {
  return changeRaces(document, (races) => {
    const wanted = getOwn(race, 'name');
    const name = pickName(races, typeof wanted === 'string' ? wanted : '');
    // The name comes first, as in every race that is written by hand.
    return races.toSpliced(at, 0, { name, ...replaceEntry(race, 'name', undefined) });
  });
}

function changeRaces(document: JsonObject, change: (races: readonly Json[]) => readonly Json[]): JsonObject {
  const races = listRaces(document);
  if (races === undefined) return document;
  const changed = change(races);
  if (changed === races) return document;
  return replaceEntry(document, 'races', changed.length === 0 ? undefined : changed);
}

/** Races are told apart by name, so a taken one gets a number. */
function pickName(races: readonly Json[], wanted: string): string {
  const names = new Set(races.map((race) => (isJsonObject(race) ? getOwn(race, 'name') : undefined)));
  const first = wanted.trim() || 'Race';
  if (!names.has(first)) return first;
  const stem = first.replace(/ \d+$/, '');
  let number = 2;
  while (names.has(`${stem} ${number}`)) number++;
  return `${stem} ${number}`;
}
