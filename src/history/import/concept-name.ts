import { isVariableName } from '../../model/identifier.ts';

/** Names of attributes by which XES and its kin call the one thing that they are about. */
const EMPTY_TAILS = new Set(['concept:name', 'identity:id', 'concept:instance']);

/**
 * What a log calls something, as a name a model can have: `case:concept:name` is `case`, `case:repo` is `repo`,
 * `course_id` and `courseId` are `course`, `Purchase Order` is `purchaseOrder`.
 */
export function nameConcept(original: string): string {
  const [first = '', ...rest] = original.split(':');
  const isOfOne = rest.length > 0 && EMPTY_TAILS.has(rest.join(':'));
  const core = isOfOne ? first : (rest.at(-1) ?? first);
  const words = core
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
  if (words.length > 1 && /^(id|ids|key|uuid|guid)$/i.test(words.at(-1) ?? '')) words.pop();
  return makeValid(joinWords(words));
}

/** A name that is none of those taken, with a number behind it if it has to be. */
export function makeUnique(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let count = 2; taken.has(free); count++) free = `${name}${count}`;
  return free;
}

function joinWords(words: readonly string[]): string {
  return words
    .map((word) => (word === word.toUpperCase() ? word.toLowerCase() : word))
    .map(
      (word, at) => (at === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + word.slice(1),
    )
    .join('');
}

function makeValid(name: string): string {
  if (name === '') return 'thing';
  const begun = /^[0-9]/.test(name) ? `n${name}` : name;
  return isVariableName(begun) ? begun : `${begun}_`;
}
