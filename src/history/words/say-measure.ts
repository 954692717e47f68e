import { countOf, groupDigits } from '../../lib/format-number.ts';
import { joinWords } from '../../lib/join-words.ts';
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

/** A piece of a sentence; what speaks of a boundary says of which. */
export interface MeasurePart {
  readonly text: string;
  readonly boundary: BoundaryId | null;
}

/** The one sentence that a measure comes to in a window, such as “At a window of 10 s, 24 of 100 appends would have collided on one log, 8 on issue streams, 3 with tags.” */
export function sayMeasure(measure: Measure, at: WindowMeasure): string {
  return tellMeasure(measure, at)
    .map(({ text }) => text)
    .join('');
}

/** The sentence in pieces, for those that show which line each is about. */
export function tellMeasure(measure: Measure, at: WindowMeasure): readonly MeasurePart[] {
  if (measure.transactions === 0) return [plain('There are no appends to measure.')];
  const rate = sayOfHundred(at.boundaries['log-version']?.rate ?? 0);
  return [
    plain(`At a window of ${sayWindow(at.window)}, `),
    { text: `${rate} of 100 appends would have collided on one log`, boundary: 'log-version' },
    ...listNarrower(measure, at).flatMap((part) => [plain(', '), part]),
    plain('.'),
  ];
}

/** The numbers alone: “24 on one log, 8 on issue streams, 3 with tags”. */
export function sayRates(measure: Measure, at: WindowMeasure): string {
  const rate = sayOfHundred(at.boundaries['log-version']?.rate ?? 0);
  return [`${rate} on one log`, ...listNarrower(measure, at).map(({ text }) => text)].join(', ');
}

/** What is not known about tags without a model; null where there is nothing to guess. */
export function sayGuess({ concept }: Measure, { boundaries }: WindowMeasure): string | null {
  const most = boundaries['any-tag']?.rate;
  const least = boundaries['tag-condition']?.rate ?? 0;
  if (most === undefined || concept === null) return null;
  return `What tags come to is a guess without a model: from ${sayOfHundred(least)}, when decisions read what has all tags in common with them, to ${sayOfHundred(most)}, when they read what has any.`;
}

/** What deciding again says of each boundary, with a model mapped on, and how far it could be; null without one. */
export function sayJudged(measure: Measure, { boundaries }: WindowMeasure): string | null {
  const { model, transactions, boundaries: ids, concept } = measure;
  if (model === null || transactions === 0) return null;
  if (model.mapped === 0) {
    return `${model.name} fits none of these appends: none of its commands writes what is in this log, so nothing can be said about tags.`;
  }
  const parts = ids.flatMap((id) => {
    const { judged } = boundaries[id] ?? {};
    if (judged === undefined || (id === 'stream-version' && concept === null)) return [];
    const { trueCollisions, falseCollisions, missed } = judged;
    const known = trueCollisions + falseCollisions;
    const stopped =
      known === 0
        ? `nothing ${WHERE[id]}`
        : `${groupDigits(trueCollisions)} of ${groupDigits(known)} ${WHERE[id]}`;
    return [missed > 0 ? `${stopped} (and for ${groupDigits(missed)} that would be missed)` : stopped];
  });
  const rest = transactions - model.mapped;
  const others =
    rest > 0
      ? ` The model does not say what ${countOf(rest, 'other append reads', 'other appends read')}.`
      : '';
  return `Deciding again would come out differently for ${joinWords(parts)}.${others}`;
}

const WHERE: Readonly<Record<BoundaryId, string>> = {
  'log-version': 'on one log',
  'stream-version': 'on streams',
  'tag-condition': 'with tags',
  'any-tag': 'with any tag',
};

function listNarrower({ concept, model }: Measure, { boundaries }: WindowMeasure): readonly MeasurePart[] {
  if (concept === null) return [];
  const rate = (id: BoundaryId) => sayOfHundred(boundaries[id]?.rate ?? 0);
  return [
    { text: `${rate('stream-version')} on ${concept} streams`, boundary: 'stream-version' },
    // Of a model that fits nothing, no collisions would say too much.
    ...(model?.mapped === 0
      ? []
      : [{ text: `${rate('tag-condition')} with tags`, boundary: 'tag-condition' as const }]),
  ];
}

function plain(text: string): MeasurePart {
  return { text, boundary: null };
}

/** How many of a hundred: what is not quite none, or not quite all, never reads as if it were. */
function sayOfHundred(rate: number): string {
  const hundred = rate * 100;
  if (hundred > 0 && hundred < 0.1) return 'less than 0.1';
  if (hundred > 99 && hundred < 100) return 'more than 99';
  if (hundred > 0 && hundred < 2) return hundred.toFixed(1).replace(/\.0$/, '');
  return String(Math.round(hundred));
}
