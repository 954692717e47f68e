import type { ToldSchedule, ToldStep } from '../../exploration/result.ts';
import type { ToldRace } from '../../exploration/told-race.ts';

/** A piece of the sentence; `mark` is what it speaks of in the picture and the table. */
export interface WhyWord {
  /** Where in the sentence it begins. */
  readonly at: number;
  readonly text: string;
  readonly mark: string | null;
  /** In the constraint's own words: what it comes to. */
  readonly isQuote: boolean;
}

/** The sentence of a step in pieces, so that what it names can be shown. `at` counts from 0. */
export function splitReason(told: Pick<ToldRace, 'steps' | 'log'>, at: number): readonly WhyWord[] {
  const step = told.steps[at];
  if (!step) return [];
  const names = listNames(told, step);
  const known = [...names.keys()].sort((a, b) => b.length - a.length).map(escapePattern);
  const pattern = new RegExp(
    `(“[^”]*”)|(#\\d+ (?:reads?|appended|asks))|(positions? \\d+)|(?<![\\w:-])(${known.join('|') || '(?!)'})(?![\\w:-])`,
    'gu',
  );
  const words: WhyWord[] = [];
  let end = 0;
  for (const found of step.reason.matchAll(pattern)) {
    const [text, quote, doing, place, name] = found;
    if (found.index > end) words.push(plain(step.reason.slice(end, found.index), end));
    end = found.index + text.length;
    const mark = doing
      ? markDoing(told, at, doing)
      : place
        ? markPlace(step, told, at, place)
        : (names.get(name ?? '') ?? null);
    words.push({ at: found.index, text, mark, isQuote: quote !== undefined });
  }
  return end < step.reason.length ? [...words, plain(step.reason.slice(end), end)] : words;
}

function plain(text: string, at: number): WhyWord {
  return { at, text, mark: null, isQuote: false };
}

/** All that a sentence can name, with what it is called in the picture. */
function listNames(
  { log }: Pick<ToldSchedule, 'log'>,
  { guard, checks = [], needs = [], keys = [] }: ToldStep,
): ReadonlyMap<string, string> {
  const streams = [
    ...(guard?.kind === 'streams' ? guard.streams : []),
    ...log.flatMap((entry) => entry.streams),
  ];
  const tags = [
    ...needs.flatMap((need) => need.tags),
    ...log.flatMap((entry) => entry.tags),
    ...keys.filter((key) => key !== '*'),
  ];
  return new Map([
    ...tags.map((tag) => [tag, `tag-${tag}`] as const),
    ...streams.map((stream) => [stream, `stream-${stream}`] as const),
    ...checks.map(({ constraint }) => [constraint, `check-${constraint}`] as const),
  ]);
}

/** Which step is meant by “#1 read” or “#2 appended”: the last of that kind up to here. */
function markDoing({ steps }: Pick<ToldSchedule, 'steps'>, at: number, doing: string): string | null {
  const command = Number(/#(\d+)/u.exec(doing)?.[1]) - 1;
  const kind = doing.endsWith('appended') ? 'append' : doing.endsWith('asks') ? 'acquire' : 'read';
  const found = steps.findLastIndex(
    (step, index) => index <= at && step.command === command && step.step === kind,
  );
  return found < 0 ? null : `step-${found}`;
}

/** A position is an event, or where the command read. */
function markPlace(
  step: ToldStep,
  told: Pick<ToldSchedule, 'steps'>,
  at: number,
  place: string,
): string | null {
  const position = Number(/\d+/u.exec(place)?.[0]);
  if (position !== step.readAt) return `event-${position}`;
  return markDoing(told, at, `#${step.command + 1} read`);
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}
