import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import type { GivenEvent } from '../../model/schema.ts';
import { dropRepeated, readData, replaceInData, type Scene } from './scene.ts';

/** A scene in which each command is about an instance of its own, named by one field: other students, the same course. */
export function tellApart(scene: Scene, field: string): Scene | null {
  const value = scene.commands
    .map(({ data }) => getOwn(readData(data), field))
    .find((found) => found !== undefined);
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const taken = new Set<Json>(collectValues([...scene.given, ...scene.commands]));
  const swaps = scene.commands.map((_, index) => {
    const other = index === 0 ? value : nameAnother(value, taken);
    taken.add(other);
    return new Map<Json, Json>([[value, other]]);
  });
  return {
    given: dropRepeated(
      swaps.flatMap((swap) =>
        scene.given.map((event) => ({ ...event, data: replaceInData(readData(event.data), swap) })),
      ),
    ),
    commands: scene.commands.map((issued, index) => {
      const data = readData(issued.data);
      const other = swaps[index]?.get(value);
      return other === undefined || !Object.hasOwn(data, field)
        ? issued
        : { ...issued, data: { ...data, [field]: other } };
    }),
  };
}

/** A scene in which every amount of the past is a given one: the fewer seats there are, the sooner somebody is in the way. */
export function setPastAmounts({ given, commands }: Scene, amount: number, keys: ReadonlySet<string>): Scene {
  return { given: dropRepeated(given.map((event) => setAmount(event, amount, keys))), commands };
}

/** A scene in which the commands ask for a given amount, such as a capacity of none. */
export function setAskedAmounts(
  { given, commands }: Scene,
  amount: number,
  keys: ReadonlySet<string>,
): Scene {
  return { given, commands: commands.map((issued) => setAmount(issued, amount, keys)) };
}

function setAmount<T extends { readonly data?: GivenEvent['data'] }>(
  entry: T,
  amount: number,
  keys: ReadonlySet<string>,
): T {
  const change = ([name, value]: [string, Json]): [string, Json] =>
    typeof value === 'number' && !keys.has(name) ? [name, amount] : [name, value];
  return { ...entry, data: Object.fromEntries(Object.entries(readData(entry.data)).map(change)) };
}

/** Such as s2 after s1. */
function nameAnother(value: string | number, taken: ReadonlySet<Json>): string | number {
  const [, stem = '', digits = '1'] = /^(.*?)(\d{0,9})$/s.exec(String(value)) ?? [];
  const make = (number: number) => (typeof value === 'number' ? number : `${stem}${number}`);
  let number = Number(digits || '1') + 1;
  while (taken.has(make(number))) number++;
  return make(number);
}

function collectValues(entries: readonly { readonly data?: GivenEvent['data'] }[]): readonly Json[] {
  return entries.flatMap(({ data }) => listValues(readData(data)));
}

function listValues(value: Json): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(listValues);
  return isJsonObject(value) ? Object.values(value as JsonObject).flatMap(listValues) : [value];
}
