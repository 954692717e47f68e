import { getOwn } from '../lib/get-own.ts';
import type { Model, Workload } from '../model/schema.ts';
import { listTags } from './list-tags.ts';
import { SWEEP_NAMES, SWEEP_PARAMETERS, type SweepParameter } from './sweep-parameters.ts';

/** One thing in a workload, and the values it is to have one after the other, ascending. */
export interface Sweep {
  /** A name of `SWEEP_PARAMETERS`, with a tag of the model behind a point where it is about one: `count.category`. */
  readonly parameter: string;
  readonly values: readonly number[];
}

const USUAL_VALUES = 7;
const MOST_VALUES = 50;
const MOST = 1e6;
const NUMBER = /^(?:\d+(?:\.\d+)?|\.\d+)$/;

/**
 * Reads `rate=1..100` (7 values in equal proportion; evenly where it begins at 0, and for `zipf`), `rate=1..100/12` (so many
 * values) or `rate=1,5,20` (these). Returns a sentence that says what is wrong with it.
 */
export function readSweep(text: string, model: Model): Sweep | string {
  const [, parameter = '', wanted = ''] = /^([^=]*)=(.*)$/s.exec(text.trim()) ?? [];
  if (parameter === '' || wanted === '')
    return `A sweep names what changes and its values, such as rate=1..100 or count.TAG=1,2,4, and not “${text}”.`;
  const found = findParameter(parameter.trim(), model);
  if (typeof found === 'string') return found;
  const values = readValues(wanted.trim(), found);
  if (typeof values === 'string') return `${parameter.trim()}: ${values}`;
  return (
    findWrongValues({ parameter: parameter.trim(), values }, model) ?? { parameter: parameter.trim(), values }
  );
}

/** What is wrong with a sweep for a model, as a sentence; null when nothing is. */
export function findWrongValues({ parameter, values }: Sweep, model: Model): string | null {
  const found = findParameter(parameter, model);
  if (typeof found === 'string') return found;
  if (values.length === 0) return `${parameter}: there are no values.`;
  if (values.length > MOST_VALUES)
    return `${parameter}: ${values.length} values are too many, the most are ${MOST_VALUES}.`;
  const wrong = values.find((value) => !isAllowed(value, found));
  return wrong === undefined ? null : `${parameter}: ${wrong} is not possible, it takes ${sayRange(found)}.`;
}

/** A workload with the parameter of a sweep at a value. Throws for a parameter that the model does not have. */
export function varyWorkload(workload: Workload, parameter: string, value: number, model: Model): Workload {
  const found = findParameter(parameter, model);
  if (typeof found === 'string') throw new Error(found);
  const [, tag] = splitParameter(parameter);
  return found.vary(workload, value, tag === null ? listTags(model) : [tag]);
}

/** What a parameter is, in words: `commands a second`, `instances of category`. Its own name when it is none. */
export function sayParameter(parameter: string): string {
  const [name, tag] = splitParameter(parameter);
  const words = getOwn(SWEEP_PARAMETERS, name)?.words ?? name;
  return tag === null ? words : `${words} of ${tag}`;
}

function splitParameter(parameter: string): readonly [string, string | null] {
  const point = parameter.indexOf('.');
  return point < 0 ? [parameter, null] : [parameter.slice(0, point), parameter.slice(point + 1)];
}

function findParameter(parameter: string, model: Model): SweepParameter | string {
  const [name, tag] = splitParameter(parameter);
  const found = getOwn(SWEEP_PARAMETERS, name);
  const tags = listTags(model);
  if (found === undefined) {
    return `“${parameter}” is nothing that a sweep can change. There are: ${SWEEP_NAMES}.`;
  }
  if (tag === null && found.tag === 'always')
    return `“${name}” is about one tag of the model: ${tags.map((own) => `${name}.${own}`).join(', ') || 'there is none'}.`;
  if (tag !== null && found.tag === 'never') return `“${name}” is about no tag: leave out “.${tag}”.`;
  if (tag !== null && !tags.includes(tag))
    return `There is no tag “${tag}” in the model. There are: ${tags.join(', ') || 'none'}.`;
  return found;
}

function readValues(text: string, parameter: SweepParameter): readonly number[] | string {
  const range = /^(.+?)\.\.(.+?)(?:\/(.+))?$/.exec(text);
  if (range === null) return readList(text.split(','));
  const [from, to] = [readNumber(range[1]), readNumber(range[2])];
  if (typeof from === 'string') return from;
  if (typeof to === 'string') return to;
  if (from >= to) return `a range goes from the smaller to the larger, and ${from}..${to} does not.`;
  const count = range[3] === undefined ? USUAL_VALUES : readNumber(range[3]);
  if (typeof count === 'string') return count;
  if (!Number.isInteger(count) || count < 2 || count > MOST_VALUES)
    return `behind the / stands how many values there are, a whole number from 2 to ${MOST_VALUES}, and not ${range[3]}.`;
  return spread(from, to, count, parameter);
}

function readList(texts: readonly string[]): readonly number[] | string {
  const numbers = texts.map(readNumber);
  const wrong = numbers.find((number) => typeof number === 'string');
  return wrong ?? sortOnce(numbers as readonly number[]);
}

function readNumber(text: string | undefined): number | string {
  const number = NUMBER.test((text ?? '').trim()) ? Number(text) : Number.NaN;
  if (number <= MOST) return number;
  return `values are numbers from 0 to ${MOST}, as in 1..100 or 1,5,20, and “${(text ?? '').trim()}” is none.`;
}

function spread(
  from: number,
  to: number,
  count: number,
  { isWhole, isEven }: SweepParameter,
): readonly number[] {
  const values = Array.from({ length: count }, (_, index) => {
    const share = index / (count - 1);
    if (index === 0) return from;
    if (index === count - 1) return to;
    const value = isEven || from === 0 ? from + share * (to - from) : from * (to / from) ** share;
    return isWhole ? Math.round(value) : Number(value.toPrecision(2));
  });
  // What was rounded must not leave the range, nor come twice.
  return sortOnce(values.map((value) => Math.min(to, Math.max(from, value))));
}

function sortOnce(values: readonly number[]): readonly number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

function isAllowed(value: number, { isWhole, least, isLeastAllowed }: SweepParameter): boolean {
  if (!Number.isFinite(value) || value > MOST || (isWhole && !Number.isInteger(value))) return false;
  return isLeastAllowed ? value >= least : value > least;
}

function sayRange({ isWhole, least, isLeastAllowed }: SweepParameter): string {
  return `${isWhole ? 'whole numbers' : 'numbers'} ${isLeastAllowed ? 'from' : 'above'} ${least}`;
}
