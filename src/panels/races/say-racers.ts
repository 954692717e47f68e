import { getOwn } from '../../lib/get-own.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import type { IssuedCommand, Race } from '../../model/schema.ts';

/**
 * The commands of a race in short: by what tells them apart, and then what they have in common, such as “s1 and s2, same
 * course c1”. Commands of several kinds go by their names.
 */
export function sayRacers({ commands = [] }: Pick<Race, 'commands'>): string {
  if (commands.length === 0) return 'no command yet';
  const data = commands.map((issued) => (issued.data ?? {}) as JsonObject);
  const shared = listShared(data);
  const common = shared.map((field) => `same ${sayField(field)} ${sayValue(getOwn(data[0] ?? {}, field))}`);
  return [sayApart(commands, data, shared), ...common].join(', ');
}

function sayApart(
  commands: readonly IssuedCommand[],
  data: readonly JsonObject[],
  shared: readonly string[],
): string {
  const names = commands.map(({ command }) => command);
  if (new Set(names).size > 1) return joinWords(countNames(names));
  const others = data.map((one) =>
    Object.entries(one).flatMap(([field, value]) => (shared.includes(field) ? [] : [sayValue(value)])),
  );
  if (others.every((values) => values.length === 0)) return countNames(names).join('');
  return joinWords(others.map((values) => values.join(' ') || 'nothing'));
}

/** The fields that all commands have, with the same value. */
function listShared(data: readonly JsonObject[]): readonly string[] {
  const [first, ...rest] = data;
  if (first === undefined || rest.length === 0) return [];
  return Object.keys(first).filter((field) => {
    const value = JSON.stringify(getOwn(first, field));
    return rest.every((other) => JSON.stringify(getOwn(other, field)) === value);
  });
}

/** `A`, `B × 2`: each name once. */
function countNames(names: readonly string[]): readonly string[] {
  return [...new Set(names)].map((name) => {
    const count = names.filter((other) => other === name).length;
    return count === 1 ? name : `${name} × ${count}`;
  });
}

/** What a field is about: `course` for courseId. */
function sayField(field: string): string {
  const stem = field.replace(/Ids?$/, '') || field;
  return stem.replace(
    /(\p{Ll})(\p{Lu})/gu,
    (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
  );
}

/** One command with its data: `SubscribeStudent studentId s1, courseId c1`. */
export function sayRacer({ command, data }: IssuedCommand): string {
  const values = Object.entries((data ?? {}) as JsonObject).map(
    ([field, value]) => `${field} ${sayValue(value)}`,
  );
  return [command, values.join(', ')].filter(Boolean).join(' ');
}

function sayValue(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
