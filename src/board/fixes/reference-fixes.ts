import { didYouMean } from '../../lib/did-you-mean.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import { listPlaceholders, renamePlaceholder } from '../../model/mentions.ts';
import { isArray, renameKeys } from '../edits/change-each.ts';
import { findFields, readName } from '../edits/fields.ts';
import { addArguments } from '../edits/filters.ts';
import { isForbidden } from '../edits/name.ts';
import { getAt, setAt } from '../edits/set-at.ts';
import { takeOutOfSlice } from '../edits/slices.ts';
import { BOARD_SECTIONS, type BoardKind, makeKey, parseKey } from '../element-key.ts';
import { KINDS } from '../kinds.ts';
import type { Case, Fix, Remedy } from './fix.ts';

/** Something is named that is not there: take the name that was probably meant, or add it. */
export function declareOrRename(kind: BoardKind): Remedy {
  const section = BOARD_SECTIONS[kind];
  const word = KINDS[kind].label.toLowerCase();
  return ({ document, path }) => {
    const name = readReference(document, path);
    if (name === undefined || name === '' || isForbidden(name)) return [];
    const meant = didYouMean(name, Object.keys(readObject(document, [section])));
    const rename: readonly Fix[] =
      meant === undefined || isTaken(document, path, meant)
        ? []
        : [{ label: `Use “${meant}”`, edit: (current) => renameReference(current, path, name, meant) }];
    const add: Fix = {
      label: `Add the ${word} “${name}”`,
      edit: (current) =>
        getAt(current, [section, name]) === undefined ? setAt(current, [section, name], {}) : current,
    };
    return [...rename, add];
  };
}

/** Whether the names at a place are the keys of an object, as those of the events a projection reads. */
function isKeyed(document: JsonObject, path: readonly string[]): boolean {
  const holder = path.at(-2);
  return (holder === 'on' || holder === 'tags') && isJsonObject(getAt(document, path.slice(0, -1)));
}

function readReference(document: JsonObject, path: readonly string[]): string | undefined {
  if (isKeyed(document, path)) return path.at(-1);
  const value = getAt(document, path);
  return typeof value === 'string' ? value : undefined;
}

/** Whether the other name stands beside it already, so that it would stand there twice. */
function isTaken(document: JsonObject, path: readonly string[], name: string): boolean {
  const beside = getAt(document, path.slice(0, -1));
  if (isKeyed(document, path)) return isJsonObject(beside) && Object.hasOwn(beside, name);
  return isArray(beside) && beside.includes(name);
}

function renameReference(
  document: JsonObject,
  path: readonly string[],
  from: string,
  to: string,
): JsonObject {
  if (readReference(document, path) !== from) return document;
  if (isKeyed(document, path))
    return changeAt(document, path.slice(0, -1), (names) => renameOne(names, from, to));
  const renamed = setAt(document, path, to);
  const isCheck = path[0] === 'commands' && path[2] === 'checks';
  // Another constraint may need other arguments.
  return isCheck ? addArguments(renamed, to, path[1]) : renamed;
}

function renameOne(names: Json, from: string, to: string): Json {
  return isJsonObject(names) ? renameKeys(names, (name) => (name === from ? to : name)) : names;
}

function changeAt(document: JsonObject, path: readonly string[], change: (part: Json) => Json): JsonObject {
  const part = getAt(document, path);
  return part === undefined ? document : setAt(document, path, change(part));
}

/** A slice names something that is not there: take it out, or take what was probably meant. */
export function leaveSlice({ document, path }: Case): readonly Fix[] {
  const element = getAt(document, path);
  const index = Number(path[1]);
  if (typeof element !== 'string') return [];
  const parsed = parseKey(element);
  const near =
    parsed && didYouMean(parsed.name, Object.keys(readObject(document, [BOARD_SECTIONS[parsed.kind]])));
  const meant = parsed && near !== undefined ? makeKey(parsed.kind, near) : undefined;
  const rename: readonly Fix[] =
    meant === undefined || isTaken(document, path, meant)
      ? []
      : [{ label: `Use “${near}”`, edit: (current) => setAt(current, path, meant) }];
  // It may be no key at all, and is taken out by what stands there.
  const key = element as ReturnType<typeof makeKey>;
  return [
    ...rename,
    { label: 'Take it out of the slice', edit: (current) => takeOutOfSlice(current, index, key) },
  ];
}

/** A check fills a parameter that is not there: fill the one that was probably meant, or none. */
export function mendParameter({ document, path }: Case): readonly Fix[] {
  const name = path.at(-1) ?? '';
  const values = readObject(document, path.slice(0, -1));
  const constraint = readName(getAt(document, path.slice(0, 4)) ?? null, 'constraint') ?? '';
  const parameters = Object.keys(findFields(document, 'constraints', constraint, 'parameters'));
  const meant = didYouMean(
    name,
    parameters.filter((parameter) => !Object.hasOwn(values, parameter)),
  );
  const rename: readonly Fix[] =
    meant === undefined
      ? []
      : [
          {
            label: `Fill “${meant}” with it`,
            edit: (current) => changeAt(current, path.slice(0, -1), (part) => renameOne(part, name, meant)),
          },
        ];
  return [...rename, { label: `Take “${name}” out`, edit: (current) => setAt(current, path, undefined) }];
}

/** A message mentions something that is not there: mention what was probably meant. */
export function mendPlaceholder({ diagnostic, document, path }: Case): readonly Fix[] {
  const message = getAt(document, path);
  if (typeof message !== 'string') return [];
  const constraint = path[1] ?? '';
  const known = ['parameters', 'projections'].flatMap((part) =>
    Object.keys(findFields(document, 'constraints', constraint, part)),
  );
  const wrong = listPlaceholders(message).find(
    (name) => !known.includes(name) && diagnostic.message.includes(`{${name}}`),
  );
  const meant = wrong === undefined ? undefined : didYouMean(wrong, known);
  if (wrong === undefined || meant === undefined) return [];
  const edit = (current: JsonObject) =>
    changeAt(current, path, (text) =>
      typeof text === 'string' ? renamePlaceholder(text, wrong, meant) : text,
    );
  return [{ label: `Write {${meant}}`, edit }];
}

function readObject(document: JsonObject, path: readonly string[]): JsonObject {
  const found = getAt(document, path);
  return isJsonObject(found) ? found : {};
}
