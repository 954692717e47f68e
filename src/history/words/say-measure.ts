import type { BoundaryId, Measure, WindowMeasure } from '../measure/measure-result.ts';

/** A length of time as people say it: `0.5 s`, `10 s`, `2 min`, `1 h`; milliseconds. */
export function sayWindow(window: number): string {
  if (window < 60_000) return `${round(window / 1000)} s`;
  if (window < 3_600_000) return `${round(window / 60_000)} min`;
  return `${round(window / 3_600_000)} h`;
}

function round(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** The one sentence that a measure comes to in a window, such as “At a window of 10 s, 24 of 100 appends would have collided on one log, 8 on issue streams, 3 with tags.” */
export function sayMeasure(measure: Measure, { window, boundaries }: WindowMeasure): string {
  if (measure.transactions === 0) return 'There are no appends to measure.';
  const rate = (id: BoundaryId) => sayOfHundred(boundaries[id]?.rate ?? 0);
  const streams = measure.concept === null ? '' : `, ${rate('stream-version')} on ${measure.concept} streams`;
  const tags = measure.concept === null ? '' : `, ${rate('tag-condition')} with tags`;
  return `At a window of ${sayWindow(window)}, ${rate('log-version')} of 100 appends would have collided on one log${streams}${tags}.`;
}

/** How many of a hundred: what is not quite none, or not quite all, never reads as if it were. */
function sayOfHundred(rate: number): string {
  const hundred = rate * 100;
  if (hundred > 0 && hundred < 0.1) return 'less than 0.1';
  if (hundred > 99 && hundred < 100) return 'more than 99';
  if (hundred > 0 && hundred < 2) return hundred.toFixed(1).replace(/\.0$/, '');
  return String(Math.round(hundred));
}
