import { didYouMean } from '../lib/did-you-mean.ts';
import { UsageError } from './usage-error.ts';

/** Something that can be chosen by any of its names; the first one is how it is listed. */
export interface Choice<T> {
  readonly value: T;
  readonly names: readonly string[];
}

/**
 * What a name stands for. Case, blanks and punctuation do not count, so `missed-conflict` finds `missedConflict`.
 * Throws a usage error with the nearest name and the list of what exists.
 */
export function chooseName<T>(kind: string, wanted: string, choices: readonly Choice<T>[]): T {
  const exact = choices.find(({ names }) => names.includes(wanted));
  const alike = exact ?? choices.find(({ names }) => names.some((name) => fold(name) === fold(wanted)));
  if (alike && fold(wanted) !== '') return alike.value;
  const listed = choices.flatMap(({ names }) => names.slice(0, 1));
  const guess = didYouMean(
    wanted,
    choices.flatMap(({ names }) => names),
  );
  const hint = guess === undefined ? '' : ` Did you mean ${guess}?`;
  throw new UsageError(`There is no ${kind} “${wanted}”.${hint}\n${listNames(kind, listed)}`);
}

function listNames(kind: string, names: readonly string[]): string {
  if (names.length === 0) return `There is no ${kind} at all.`;
  // Names with blanks in them would run into each other on one line.
  const isWordy = names.some((name) => /\s/.test(name));
  return isWordy
    ? ['There are:', ...names.map((name) => `  ${name}`)].join('\n')
    : `There are: ${names.join(', ')}`;
}

function fold(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{Letter}\p{Number}]/gu, '');
}
