/** Stretches of equal length, one after the other, from `start` on; all in milliseconds. */
export interface TimeStretches {
  readonly start: number;
  readonly size: number;
  readonly count: number;
}

const MOST = 60;
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SIZES = [
  SECOND,
  5 * SECOND,
  15 * SECOND,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
  14 * DAY,
  28 * DAY,
  91 * DAY,
  182 * DAY,
  364 * DAY,
];

/** The shortest stretches of a usual length of which at most 60 cover a time, however long it is. */
export function divideTime(from: number, until: number): TimeStretches {
  let size = SIZES.find((one) => countOf(from, until, one) <= MOST) ?? 364 * DAY;
  while (countOf(from, until, size) > MOST) size *= 2;
  return { start: Math.floor(from / size) * size, size, count: countOf(from, until, size) };
}

function countOf(from: number, until: number, size: number): number {
  return Math.floor(until / size) - Math.floor(from / size) + 1;
}

/** The stretch that a time is in. */
export function placeInTime({ start, size }: TimeStretches, time: number): number {
  return Math.floor((time - start) / size);
}
