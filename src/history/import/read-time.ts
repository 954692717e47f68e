import type { Json } from '../../lib/json.ts';

/** Which of two numbers is the day where a log writes 03/04/2020. */
export type DayOrder = 'day-first' | 'month-first';

const ISO =
  /^([+-]?\d{4,6})[-/](\d\d?)[-/](\d\d?)(?:[T ](\d\d?):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/i;
const BASIC = /^(\d{4})(\d\d)(\d\d)[T ]?(\d\d)(\d\d)(\d\d)?(?:[.,](\d{1,9}))?(Z|[+-]\d\d(?::?\d\d)?)?$/i;
const LOCAL =
  /^(\d\d?)([./-])(\d\d?)\2(\d{4})(?:,?[T ](\d\d?):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/i;
const MAIL =
  /^(?:\w{3}, )?(\d\d?) (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w* (\d{4}) (\d\d):(\d\d)(?::(\d\d))? ?(Z|UTC|GMT|[+-]\d\d:?\d\d)?$/i;
const EPOCH = /^\d{9,19}(?:\.\d+)?$/;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * A point in time as milliseconds since 1970, or null: RFC 3339 and its looser kin (a space for the T, no seconds, no zone,
 * which is taken as UTC), 31.12.2020 10:00, mail dates, and whole numbers by their size as seconds, milli-, micro- or nanoseconds.
 */
export function readTime(value: Json | undefined, order: DayOrder = 'day-first'): number | null {
  if (typeof value === 'number') return readEpoch(value);
  if (typeof value !== 'string' || value.length > 64) return null;
  const text = value.trim();
  return (
    readIso(text) ??
    readLocal(text, order) ??
    readMail(text) ??
    (EPOCH.test(text) ? readEpoch(Number(text)) : null)
  );
}

function readIso(text: string): number | null {
  const [, year, month, day, hour, minute, second, fraction, zone] = ISO.exec(text) ?? BASIC.exec(text) ?? [];
  return year === undefined ? null : build([year, month, day, hour, minute, second], fraction, zone);
}

function readLocal(text: string, order: DayOrder): number | null {
  const [, first, mark, second, year, hour, minute, seconds, fraction, zone] = LOCAL.exec(text) ?? [];
  if (year === undefined) return null;
  const isMonthFirst = order === 'month-first' && mark !== '.';
  const [day, month] = isMonthFirst ? [second, first] : [first, second];
  return build([year, month, day, hour, minute, seconds], fraction, zone);
}

function readMail(text: string): number | null {
  const [, day, month, year, hour, minute, second, zone] = MAIL.exec(text) ?? [];
  if (month === undefined) return null;
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return build([year, String(number), day, hour, minute, second], undefined, zone);
}

/** From 1973 on, so that small numbers are not taken for times. */
function readEpoch(number: number): number | null {
  if (!(number >= 1e8)) return null;
  if (number < 1e11) return Math.round(number * 1000);
  if (number < 1e14) return Math.round(number);
  if (number < 1e17) return Math.round(number / 1e3);
  return number < 1e20 ? Math.round(number / 1e6) : null;
}

function build(
  parts: readonly (string | undefined)[],
  fraction: string | undefined,
  zone: string | undefined,
): number | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((one) =>
    Number(one ?? 0),
  );
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth;
  if (!isDay || hour > 23 || minute > 59 || second > 60) return null;
  const milliseconds = Number((fraction ?? '').slice(0, 3).padEnd(3, '0'));
  const offset = readOffset(zone);
  return offset === null
    ? null
    : Date.UTC(year, month - 1, day, hour, minute, second, milliseconds) - offset * 60_000;
}

/** Minutes east of UTC. */
function readOffset(zone: string | undefined): number | null {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone ?? '') ?? [];
  if (sign === undefined) return 0;
  if (Number(hours) > 23 || Number(minutes) > 59) return null;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** Whether a text says a time of day without a zone. */
export function lacksZone(value: Json | undefined): boolean {
  return (
    typeof value === 'string' &&
    /\d:\d\d/.test(value) &&
    !/(?:Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)$/i.test(value.trim())
  );
}

/** Whether a text could be read with either number as the day, or shows which of them is. */
export function tellDayOrder(value: Json | undefined): DayOrder | 'either' | null {
  const [, first, mark, second] = typeof value === 'string' ? (LOCAL.exec(value.trim()) ?? []) : [];
  if (first === undefined || second === undefined) return null;
  if (mark === '.' || Number(first) > 12) return 'day-first';
  return Number(second) > 12 ? 'month-first' : 'either';
}
