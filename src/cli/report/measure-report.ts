import type { BoundaryId, Judged, Measure, WindowMeasure } from '../../history/measure/measure-result.ts';
import { ANY_TAG } from '../../history/words/boundary-words.ts';
import { sayJudged, sayMeasure, sayWindow } from '../../history/words/say-measure.ts';
import { countOf, groupDigits } from '../../lib/format-number.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import type { Layout } from './layout.ts';
import { layTable } from './table.ts';
import { wrapText } from './wrap-text.ts';

const MOST_LISTED = 5;

/** What a log says about its contention: a sentence, a table of windows, and where it is hottest. */
export function reportMeasure(name: string, measure: Measure, layout: Layout): readonly string[] {
  const { columns, paint } = layout;
  const told = measure.windows.find(({ window }) => window === 10_000) ?? measure.windows[0];
  const wrap = (text: string) => wrapText(text, columns - 2).map((line) => `  ${line}`);
  return [
    `${paint.bold('Contention')}  ${name}`,
    ...wrap(sayLog(measure)),
    '',
    ...(told ? wrap(sayMeasure(measure, told)).map((line) => paint.bold(line)) : []),
    ...(told ? wrap(sayJudged(measure, told) ?? '') : []),
    '',
    ...drawWindows(measure, layout),
    ...(told ? drawHot(measure, told, layout) : []),
    ...drawAdvice(measure).flatMap((line) => ['', ...wrap(line)]),
    '',
    ...wrapText(sayLegend(measure), columns).map((line) => paint.dim(line)),
  ];
}

function nameOf(id: BoundaryId): string {
  return id === 'any-tag' ? ANY_TAG : STRATEGIES[id].name;
}

function sayLog(measure: Measure): string {
  const { events, eventsLeftOut, transactions, from, until, concept, model } = measure;
  const left = eventsLeftOut > 0 ? `, ${groupDigits(eventsLeftOut)} left out` : '';
  const days = from === null || until === null ? '' : `, ${sayDay(from)} to ${sayDay(until)}`;
  const streams = concept === null ? ' No event has a tag.' : ` Streams: ${concept}.`;
  const mapped = model
    ? ` ${model.name} is mapped on ${countOf(model.mapped, 'append', 'appends')}${model.ambiguous > 0 ? `, ${model.ambiguous} of them fit several commands` : ''}.`
    : '';
  return `${countOf(events, 'event', 'events')}${left} in ${countOf(transactions, 'append', 'appends')}${days}.${streams}${mapped}`;
}

function sayDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function drawWindows(
  { windows, boundaries, transactions, model }: Measure,
  { paint }: Layout,
): readonly string[] {
  const heads = boundaries.flatMap((id) =>
    model ? [nameOf(id), 'right', 'for nothing', 'missed'] : [nameOf(id)],
  );
  const width = groupDigits(transactions).length;
  const rows = windows.map(({ window, boundaries: measured }) => [
    sayWindow(window),
    ...boundaries.flatMap((id) => {
      const { collisions = 0, rate = 0, judged } = measured[id] ?? {};
      const share = `${sayPercent(rate)}  ${groupDigits(collisions).padStart(width)}`;
      return judged ? [share, ...drawJudged(judged)] : [share];
    }),
  ]);
  return layTable([['Window', ...heads].map((head) => paint.dim(head)), ...rows], {
    aligns: ['right', ...heads.map(() => 'right' as const)],
  });
}

function drawJudged({ trueCollisions, falseCollisions, missed }: Judged): readonly string[] {
  return [trueCollisions, falseCollisions, missed].map(groupDigits);
}

function sayPercent(rate: number): string {
  return `${(100 * rate).toFixed(1)} %`;
}

function drawHot(
  measure: Measure,
  { window, boundaries }: WindowMeasure,
  { paint }: Layout,
): readonly string[] {
  const id: BoundaryId = measure.concept === null ? 'log-version' : 'stream-version';
  const { pairs = [], instances = [] } = boundaries[id] ?? {};
  if (pairs.length === 0) return [];
  return [
    '',
    `  ${paint.dim(`Most often at ${sayWindow(window)} under ${nameOf(id)}`)}`,
    ...layTable(
      pairs
        .slice(0, MOST_LISTED)
        .map(({ type, by, collisions }) => [groupDigits(collisions), `${type} after ${by}`]),
      { aligns: ['right'] },
    ),
    '',
    ...layTable(
      instances
        .slice(0, MOST_LISTED)
        .map(({ tag, collisions, transactions }) => [
          groupDigits(collisions),
          `of ${groupDigits(transactions)} on ${tag}`,
        ]),
      { aligns: ['right'] },
    ),
  ];
}

/** What one would leave out, where it is still in. */
function drawAdvice({ concepts, actors, boundaries }: Measure): readonly string[] {
  const hubs = concepts.filter(({ hub, isLeftOut }) => hub !== null && !isLeftOut);
  const bots = actors.filter(({ looksLikeBot, isLeftOut }) => looksLikeBot && !isLeftOut);
  const isTold = boundaries.includes('any-tag');
  return [
    ...(isTold
      ? hubs.map(
          ({ concept, hub }) =>
            `Most events carry ${hub}. As a stream that is nearly one log: leave it out with --without-concepts ${concept}.`,
        )
      : []),
    ...(bots.length > 0
      ? [
          `These read like machines, which react to people: ${bots.map(({ actor }) => actor).join(', ')}. Leave them out with --without-actors "${bots[0]?.actor ?? ''}".`,
        ]
      : []),
  ];
}

function sayLegend({ boundaries, outside, concept }: Measure): string {
  const homeless = outside['stream-version'] ?? 0;
  const tagless = outside['tag-condition'] ?? 0;
  const hasModel = !boundaries.includes('any-tag');
  return [
    'An append is taken to have read one window before. It collides when another one wrote what it guards since: one log any event, streams those with the same',
    `${concept ?? 'tag'}, ${hasModel ? 'tags what the command of the model reads' : 'tags those with all tags of the append'}.`,
    hasModel
      ? 'Right: the decision would have changed.'
      : 'Any tag is as wide as tags can get: what a decision reads lies between the two, and a model (--model) says where.',
    homeless > 0 ? `${countOf(homeless, 'append has', 'appends have')} no stream.` : '',
    tagless > 0
      ? `${countOf(tagless, 'append has', 'appends have')} ${hasModel ? 'no command in the model' : 'no tag'}.`
      : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}
