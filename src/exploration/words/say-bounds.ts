import { countOf } from '../../lib/format-number.ts';
import type { Bounds } from '../matrix-result.ts';

/** What a search looked at, and what it means that something was not found (M3). */
export function sayBounds(bounds: readonly Bounds[]): string {
  const cases = bounds.reduce((total, { races }) => total + races, 0);
  const numbers = bounds.flatMap((one) => one.numbers);
  const withNumbers = numbers.length === 0 ? '' : `, with the numbers ${sayRange(numbers)}`;
  return [
    `Searched: ${countOf(cases, 'case', 'cases')} and every schedule of each${withNumbers}.`,
    `Pasts were lengthened until a further step found nothing new: to ${sayLengths(bounds.map(({ past }) => past))}.`,
    ...sayCut(bounds),
    'What was not found may still be possible beyond that.',
  ].join(' ');
}

/** Which searches ended before they could know that nothing new was to come. */
function sayCut(bounds: readonly Bounds[]): readonly string[] {
  const searches = (count: number) => `${count} of ${countOf(bounds.length, 'search', 'searches')}`;
  const count = (end: Bounds['ended']) => bounds.filter(({ ended }) => ended === end).length;
  const [budget, depth] = [count('budget'), count('depth')];
  return [
    ...(budget > 0 ? [`${searches(budget)} gave up at a limit before that.`] : []),
    ...(depth > 0 ? [`${searches(depth)} ended at the longest past that was allowed.`] : []),
  ];
}

function sayRange(numbers: readonly number[]): string {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return least === most ? String(least) : `${least} to ${most}`;
}

function sayLengths(lengths: readonly number[]): string {
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
  return least === most ? countOf(most, 'step', 'steps') : `between ${least} and ${most} steps`;
}
