import { getOwn } from '../../lib/get-own.ts';
import { isVariableName } from '../../model/identifier.ts';
import type { ConstraintDefinition, Fields, Model, ProjectionDefinition } from '../../model/schema.ts';
import { readField } from './expressions.ts';
import type { Key, KeysSlot, Parameter } from './template.ts';

/** What an expression sees besides parameters, so that none can be called so. */
const TAKEN = new Set(['command', 'now', 'state', 'event', 'time']);

/** The filter of each projection that reads the events with these keys; none when there are no keys. */
export function writeTags(keys: readonly Key[]): Pick<ProjectionDefinition, 'tags'> {
  if (keys.length === 0) return {};
  return { tags: Object.fromEntries(keys.map(({ tag, parameter }) => [tag, parameter])) };
}

/** The parameters that keys and other parts of a sentence need. */
export function writeParameters(
  keys: readonly Key[],
  others: readonly Parameter[] = [],
): Pick<ConstraintDefinition, 'parameters'> {
  const parameters = [...keys, ...others].map(({ parameter, type }) => [parameter, type] as const);
  return parameters.length === 0 ? {} : { parameters: Object.fromEntries(parameters) };
}

/** The keys that all projections filter by alike; null when they differ, or the constraint has other parameters too. */
export function readKeys(
  { parameters = {}, projections = {} }: ConstraintDefinition,
  others: readonly Parameter[] = [],
): readonly Key[] | null {
  const [first = {}, ...rest] = Object.values(projections).map(({ tags }) => tags ?? {});
  if (!rest.every((tags) => isSameFilter(first, tags))) return null;
  const keys = Object.entries(first).map(([tag, expression]) => readKey(tag, expression.trim(), parameters));
  const needed = new Set([...keys, ...others].map((key) => key?.parameter));
  const isWhole = needed.size === Object.keys(parameters).length;
  return isWhole && keys.every((key) => key !== undefined) ? keys : null;
}

function readKey(tag: string, parameter: string, parameters: Fields): Key | undefined {
  const type = getOwn(parameters, parameter);
  return type === undefined || !isVariableName(parameter) ? undefined : { tag, parameter, type };
}

type Filter = { readonly [tag: string]: string };

function isSameFilter(one: Filter, other: Filter): boolean {
  const tags = Object.keys(one);
  return (
    tags.length === Object.keys(other).length &&
    tags.every((tag) => getOwn(one, tag)?.trim() === getOwn(other, tag)?.trim())
  );
}

/** The slot for keys: every tag of these events, or of all events while none is chosen. */
export function makeKeysSlot(
  model: Model,
  slot: Pick<KeysSlot, 'value' | 'change'> & {
    readonly events: readonly string[];
    readonly taken: readonly string[];
  },
): KeysSlot {
  const { events, taken, value, change } = slot;
  const offered = listKeys(model, events, taken).filter(({ tag }) => value.every((key) => key.tag !== tag));
  return {
    kind: 'keys',
    label: 'Which events count',
    value,
    options: [...value, ...offered],
    empty: 'the whole log',
    isOptional: false,
    change,
  };
}

/** A key for each tag of these events, or of all events when there are none; parameters avoid the taken names. */
function listKeys(model: Model, events: readonly string[], taken: readonly string[]): readonly Key[] {
  const known = events.filter((event) => Object.hasOwn(model.events ?? {}, event));
  const asked = known.length > 0 ? known : Object.keys(model.events ?? {});
  const keys = new Map<string, Key>();
  for (const name of asked) {
    const event = getOwn(model.events, name);
    for (const [tag, expression] of Object.entries(event?.tags ?? {})) {
      if (keys.has(tag)) continue;
      const field = readField(expression);
      const type = field === undefined ? undefined : getOwn(event?.fields, field);
      const parameter = pickName([field ?? '', `${tag}Id`, tag, 'key'], [...taken, ...TAKEN]);
      keys.set(tag, {
        tag,
        parameter,
        type: typeof type === 'string' && type.endsWith('?') ? 'string' : (type ?? 'string'),
      });
    }
  }
  return [...keys.values()];
}

/** The keys that are probably meant when the first events are chosen: the tag that the constraint's name mentions, or the first. */
export function proposeKeys(
  model: Model,
  events: readonly string[],
  name: string,
  taken: readonly string[],
): readonly Key[] {
  if (events.length === 0) return [];
  const keys = listKeys(model, events, taken);
  const mentioned = keys.filter(({ tag }) => name.toLowerCase().includes(tag.toLowerCase()));
  return (mentioned.length > 0 ? mentioned : keys).slice(0, 1);
}

/** The keys once other events are chosen: as they are, or the probable ones where there were neither. */
export function keepKeys(
  keys: readonly Key[],
  before: readonly string[],
  propose: () => readonly Key[],
): readonly Key[] {
  return keys.length === 0 && before.length === 0 ? propose() : keys;
}

/** The first of the names that can be a variable and is not taken, with a number after it if need be. */
export function pickName(wanted: readonly string[], taken: Iterable<string>): string {
  const all = new Set(taken);
  const usable = wanted.filter(isVariableName);
  const free = usable.find((name) => !all.has(name));
  if (free !== undefined) return free;
  const stem = usable[0] ?? 'value';
  let number = 2;
  while (all.has(`${stem}${number}`)) number++;
  return `${stem}${number}`;
}

/** Keys in a message: `Course {courseId}`. */
export function sayKeys(keys: readonly Key[]): string {
  const text = keys.map(({ tag, parameter }) => `${sayTag(tag)} {${parameter}}`).join(' and ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A tag as words: `seatRow` is "seat row". */
export function sayTag(tag: string): string {
  return tag.replace(
    /([a-z0-9])([A-Z])/g,
    (_, end: string, start: string) => `${end} ${start.toLowerCase()}`,
  );
}
