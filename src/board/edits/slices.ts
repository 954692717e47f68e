import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import type { SliceDefinition } from '../../model/schema.ts';
import type { ElementKey } from '../element-key.ts';
import { isArray, replaceEntry } from './change-each.ts';
import { setAt } from './set-at.ts';

/** Adds a slice at an index of the event model, at its end without one. */
export function addSlice(document: JsonObject, name: string, index?: number): JsonObject {
  return changeSlices(document, (slices) => {
    const at = Math.min(Math.max(index ?? slices.length, 0), slices.length);
    return [...slices.slice(0, at), { name: pickName(slices, name) }, ...slices.slice(at)];
  });
}

/** Slices are told apart by name, so a taken one gets a number. */
function pickName(slices: readonly Json[], wanted: string): string {
  const names = new Set(slices.map((slice) => (isJsonObject(slice) ? getOwn(slice, 'name') : undefined)));
  const stem = wanted.trim() || 'Slice';
  if (!names.has(stem)) return stem;
  let number = 2;
  while (names.has(`${stem} ${number}`)) number++;
  return `${stem} ${number}`;
}

/** Gives a slice another name; an empty one changes nothing, a taken one gets a number. */
export function renameSlice(document: JsonObject, index: number, name: string): JsonObject {
  return changeSlices(document, (slices) => {
    const slice = slices[index];
    if (!isJsonObject(slice) || name.trim() === '' || getOwn(slice, 'name') === name.trim()) return slices;
    const others = slices.filter((_, at) => at !== index);
    return slices.with(index, replaceEntry(slice, 'name', pickName(others, name)));
  });
}

/** Moves a slice to another index of the event model. */
export function moveSlice(document: JsonObject, from: number, to: number): JsonObject {
  return changeSlices(document, (slices) => {
    const slice = slices[from];
    const at = Math.min(Math.max(to, 0), slices.length - 1);
    if (slice === undefined || at === from || !Number.isInteger(at)) return slices;
    const others = slices.filter((_, index) => index !== from);
    return [...others.slice(0, at), slice, ...others.slice(at)];
  });
}

/** Removes a slice; its elements stay on the board. */
export function removeSlice(document: JsonObject, index: number): JsonObject {
  return changeSlices(document, (slices) =>
    index in slices ? slices.filter((_, at) => at !== index) : slices,
  );
}

/** Says which of the four patterns a slice follows; null takes the word back. */
export function setSliceKind(
  document: JsonObject,
  index: number,
  kind: SliceDefinition['kind'] | null,
): JsonObject {
  return setInSlice(document, index, 'kind', kind ?? undefined);
}

/** Says how far a slice is built; null takes the word back. */
export function setSliceStatus(
  document: JsonObject,
  index: number,
  status: SliceDefinition['status'] | null,
): JsonObject {
  return setInSlice(document, index, 'status', status ?? undefined);
}

/** Adds an element to a slice; one that is in it stays where it is. */
export function putInSlice(document: JsonObject, index: number, key: ElementKey): JsonObject {
  const elements = findElements(document, index);
  return elements === undefined || elements.includes(key)
    ? document
    : setInSlice(document, index, 'elements', [...elements, key]);
}

/** Takes an element out of a slice; it stays on the board. */
export function takeOutOfSlice(document: JsonObject, index: number, key: ElementKey): JsonObject {
  const elements = findElements(document, index);
  if (!elements?.includes(key)) return document;
  const rest = elements.filter((element) => element !== key);
  return setInSlice(document, index, 'elements', rest.length > 0 ? rest : undefined);
}

function findElements(document: JsonObject, index: number): readonly Json[] | undefined {
  const slices = getOwn(document, 'slices');
  const slice = isArray(slices) ? slices[index] : undefined;
  const elements = isJsonObject(slice) ? (getOwn(slice, 'elements') ?? []) : undefined;
  return isArray(elements) ? elements : undefined;
}

function setInSlice(
  document: JsonObject,
  index: number,
  property: string,
  value: Json | undefined,
): JsonObject {
  return changeSlices(document, (slices) => {
    const slice = slices[index];
    return isJsonObject(slice) ? keep(slices, index, replaceEntry(slice, property, value)) : slices;
  });
}

function keep(slices: readonly Json[], index: number, slice: Json): readonly Json[] {
  return slices[index] === slice ? slices : slices.with(index, slice);
}

function changeSlices(
  document: JsonObject,
  change: (slices: readonly Json[]) => readonly Json[],
): JsonObject {
  const slices = getOwn(document, 'slices') ?? [];
  if (!isArray(slices)) return document;
  const changed = change(slices);
  if (changed === slices) return document;
  return setAt(document, ['slices'], changed.length > 0 ? changed : undefined);
}
