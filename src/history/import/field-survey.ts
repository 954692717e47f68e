import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import { readTexts } from './field-path.ts';
import type { FieldPath } from './log-row.ts';
import { type DayOrder, lacksZone, readTime, tellDayOrder } from './read-time.ts';

/** What the looked-at rows have in one field. */
export interface FieldProfile {
  readonly path: FieldPath;
  /** In how many of the rows it stands. */
  readonly count: number;
  /** How many different values there are, at most `MOST_VALUES`. */
  readonly distinct: number;
  /** How many rows have the value that most of them have. */
  readonly commonest: number;
  /** How many of the values are times. */
  readonly times: number;
  /** How many of the times have no zone. */
  readonly zoneless: number;
  /** Whether a row has several values. */
  readonly isList: boolean;
  readonly longest: number;
  readonly examples: readonly string[];
}

/** Fields of how many rows, in which order day and month are written. */
export interface FieldSurvey {
  readonly looked: number;
  readonly fields: readonly FieldProfile[];
  readonly dayOrder: DayOrder;
}

export const MOST_VALUES = 5000;
const MOST_FIELDS = 300;
const MOST_LEVELS = 4;
const MOST_EXAMPLES = 3;
const ALL_OF_THE_FIRST = 2000;
const THEN_EVERY = 20;

interface Tally {
  readonly path: FieldPath;
  count: number;
  times: number;
  zoneless: number;
  isList: boolean;
  longest: number;
  readonly values: Map<string, number>;
}

/** Looks at the fields of rows: of the first 2,000, then of every 20th. */
export class FieldSurveyor {
  readonly #tallies = new Map<string, Tally>();
  readonly #orders = new Set<DayOrder>();
  #looked = 0;
  #seen = 0;

  take(fields: JsonObject): void {
    this.#seen++;
    if (this.#seen > ALL_OF_THE_FIRST && this.#seen % THEN_EVERY !== 0) return;
    this.#looked++;
    this.#walk(fields, []);
  }

  finish(): FieldSurvey {
    const fields = [...this.#tallies.values()].map(finishTally);
    const isMonthFirst = this.#orders.has('month-first') && !this.#orders.has('day-first');
    return { looked: this.#looked, fields, dayOrder: isMonthFirst ? 'month-first' : 'day-first' };
  }

  #walk(fields: JsonObject, path: FieldPath): void {
    for (const [key, value] of Object.entries(fields)) {
      const inner = [...path, key];
      if (isJsonObject(value)) {
        if (inner.length < MOST_LEVELS) this.#walk(value, inner);
      } else this.#note(inner, value);
    }
  }

  #note(path: FieldPath, value: Json): void {
    const texts = readTexts(value);
    const tally = this.#tallyOf(path);
    if (texts.length === 0 || !tally) return;
    tally.count++;
    tally.isList ||= texts.length > 1;
    if (!Array.isArray(value) && readTime(value) !== null) this.#noteTime(tally, value);
    for (const text of texts) {
      tally.longest = Math.max(tally.longest, text.length);
      const known = tally.values.get(text);
      if (known !== undefined || tally.values.size < MOST_VALUES) tally.values.set(text, (known ?? 0) + 1);
    }
  }

  #noteTime(tally: Tally, value: Json): void {
    tally.times++;
    if (lacksZone(value)) tally.zoneless++;
    const order = tellDayOrder(value);
    if (order === 'day-first' || order === 'month-first') this.#orders.add(order);
  }

  #tallyOf(path: FieldPath): Tally | undefined {
    const key = JSON.stringify(path);
    const known = this.#tallies.get(key);
    if (known || this.#tallies.size >= MOST_FIELDS) return known;
    const made = { path, count: 0, times: 0, zoneless: 0, isList: false, longest: 0, values: new Map() };
    this.#tallies.set(key, made);
    return made;
  }
}

function finishTally({ values, ...tally }: Tally): FieldProfile {
  let commonest = 0;
  for (const count of values.values()) commonest = Math.max(commonest, count);
  const examples = [...values.keys()].slice(0, MOST_EXAMPLES);
  return { ...tally, distinct: values.size, commonest, examples };
}
