import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import { type BoardKind, makeKey, parseKey } from '../element-key.ts';
import { changeEach, changeParts, dropEmpty, isArray, renameKeys, replaceEntry } from './change-each.ts';

/** What becomes of a name that stands for an element: another name, or null to take the reference out. */
export type NameChange = (kind: BoardKind, name: string) => string | null;

/** Objects whose keys name elements. */
const KEYS: readonly (readonly [BoardKind, string])[] = [
  ['tag', 'events/*/tags'],
  ['tag', 'constraints/*/projections/*/tags'],
  ['event', 'constraints/*/projections/*/on'],
  ['event', 'readModels/*/on'],
  ['command', 'workloads/*/commands'],
  ['command', 'workloads/*/start'],
  ['tag', 'workloads/*/instances'],
];

/** Single names. */
const NAMES: readonly (readonly [BoardKind, string])[] = [
  ['context', 'events/*/context'],
  ['tag', 'aggregates/*/id'],
  ['command', 'policies/*/issues'],
  ['readModel', 'externalSystems/*/after'],
];

/** Lists of names, and of objects that have one under a key: such an object goes with its name. */
const LISTS: readonly (readonly [BoardKind, string, string | null])[] = [
  ['event', 'aggregates/*/events', null],
  ['event', 'policies/*/on', null],
  ['event', 'externalSystems/*/on', null],
  ['readModel', 'screens/*/shows', null],
  ['command', 'screens/*/issues', null],
  ['command', 'actors/*/issues', null],
  ['constraint', 'commands/*/checks', 'constraint'],
  ['event', 'commands/*/emits', 'event'],
  ['event', 'examples/*/given', 'event'],
  ['event', 'races/*/given', 'event'],
];

/**
 * The document with every name changed that `listReferences` of the model room would find in it, and those of slices
 * and of maps in the canvas. A list or object that lost its last entry goes too.
 */
export function changeReferences(document: JsonObject, change: NameChange): JsonObject {
  let changed = document;
  for (const [kind, path] of KEYS) {
    changed = changeEach(changed, path, (part) => dropEmpty(part, changeKeys(part, kind, change)));
  }
  for (const [kind, path] of NAMES) {
    changed = changeEach(changed, path, (part) => changeName(part, kind, change));
  }
  for (const [kind, path, key] of LISTS) {
    changed = changeEach(changed, path, (part) => dropEmpty(part, changeList(part, kind, key, change)));
  }
  return changeElementKeys(changeStories(changed, change), change);
}

function changeKeys(part: Json, kind: BoardKind, change: NameChange): Json {
  return isJsonObject(part) ? renameKeys(part, (name) => change(kind, name)) : part;
}

function changeName(part: Json, kind: BoardKind, change: NameChange): Json | undefined {
  return typeof part === 'string' ? (change(kind, part) ?? undefined) : part;
}

function changeList(part: Json, kind: BoardKind, key: string | null, change: NameChange): Json {
  if (!isArray(part)) return part;
  return changeParts(part, (entry) => {
    if (typeof entry === 'string') return changeName(entry, kind, change);
    return key === null ? entry : changeNamed(entry, kind, key, change);
  });
}

/** An object that has a name under a key: undefined when the name goes. */
function changeNamed(entry: Json, kind: BoardKind, key: string, change: NameChange): Json | undefined {
  const name = isJsonObject(entry) ? getOwn(entry, key) : undefined;
  if (!isJsonObject(entry) || typeof name !== 'string') return entry;
  const changed = change(kind, name);
  return changed === null ? undefined : replaceEntry(entry, key, changed);
}

/** An example goes with its command, a race with its last one; what was expected of the rest still is. */
function changeStories(document: JsonObject, change: NameChange): JsonObject {
  const examples = changeEach(document, 'examples', (part) =>
    dropEmpty(
      part,
      changeParts(part, (example) => changeExample(example, change)),
    ),
  );
  return changeEach(examples, 'races', (part) =>
    dropEmpty(
      part,
      changeParts(part, (race) => changeRace(race, change)),
    ),
  );
}

function changeExample(example: Json, change: NameChange): Json | undefined {
  if (!isJsonObject(example)) return example;
  const when = getOwn(example, 'when');
  const changed = when === undefined ? undefined : changeNamed(when, 'command', 'command', change);
  if (when !== undefined && changed === undefined) return undefined;
  // No events any more is still something to expect; none of the constraints any more is not.
  return changeEach(replaceEntry(example, 'when', changed), 'then', (then) => {
    if (!isJsonObject(then)) return then;
    const events = changeEach(then, 'events', (part) => changeList(part, 'event', 'event', change));
    const rejected = changeEach(events, 'rejected', (part) =>
      dropEmpty(part, changeList(part, 'constraint', null, change)),
    );
    return Object.hasOwn(then, 'rejected') && !Object.hasOwn(rejected, 'rejected') ? undefined : rejected;
  });
}

function changeRace(race: Json, change: NameChange): Json | undefined {
  if (!isJsonObject(race)) return race;
  const before = getOwn(race, 'commands');
  if (before === undefined) return race;
  const commands = dropEmpty(before, changeList(before, 'command', 'command', change));
  return commands === undefined ? undefined : replaceEntry(race, 'commands', commands);
}

/** Slices list `kind:Name`, and whatever the canvas keeps about elements is under such keys. */
function changeElementKeys(document: JsonObject, change: NameChange): JsonObject {
  const slices = changeEach(document, 'slices/*/elements', (part) =>
    dropEmpty(
      part,
      isArray(part)
        ? changeParts(part, (key) => (typeof key === 'string' ? (changeKey(key, change) ?? undefined) : key))
        : part,
    ),
  );
  return changeEach(slices, 'canvas/*', (part) =>
    isJsonObject(part) ? renameKeys(part, (key) => changeKey(key, change)) : part,
  );
}

function changeKey(key: string, change: NameChange): string | null {
  const parsed = parseKey(key);
  if (!parsed) return key;
  const name = change(parsed.kind, parsed.name);
  return name === null ? null : makeKey(parsed.kind, name);
}
