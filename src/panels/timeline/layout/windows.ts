import type { ToldNeed, ToldStep } from '../../../exploration/result.ts';
import type { BandTone } from './marks.ts';
import { EXTRA, keyOf, type Track } from './tracks.ts';

/** A stretch of a track over which something does or does not stand in for a decision: from one step to a later one. */
export interface Window {
  readonly track: string;
  readonly tone: BandTone;
  readonly from: number;
  readonly to: number;
  /** What is said of it, the fullest words first. */
  readonly words: readonly string[];
  /** What it can be pointed at by. */
  readonly marks: readonly string[];
}

/** A read, and where what it rests on ends: at its append, or at the end of what is told. */
export interface Reading {
  readonly read: number;
  readonly end: number;
  readonly append: ToldStep | null;
  /** What the command does next, told or not yet. */
  readonly later: ToldStep | null;
}

/** The reads of a command that go on to an append, by the places of their steps in the schedule. */
export function listReadings(steps: readonly ToldStep[], command: number, last: number): readonly Reading[] {
  return steps.flatMap((step, read) => {
    if (step.command !== command || step.step !== 'read' || step.outcome !== undefined) return [];
    const end = steps.findIndex((later, index) => index > read && later.command === command);
    const isAppended = end >= 0 && end <= last;
    const later = steps[end] ?? null;
    return read > last
      ? []
      : [{ read, end: isAppended ? end : last, append: isAppended ? later : null, later }];
  });
}

/** What stands in for the decisions of a command, track by track. */
export function listWindows(
  steps: readonly ToldStep[],
  command: number,
  tracks: readonly Track[],
  last: number,
): readonly Window[] {
  const readings = listReadings(steps, command, last).filter(({ read, end }) => end > read);
  const between = readings.flatMap(({ read, end, append }) => {
    const step = steps[read];
    if (!step) return [];
    const needed = (step.needs ?? []).flatMap((need): readonly Window[] => {
      const tone = toneOf(need);
      if (tone === 'locked') return [];
      const words = wordsOf(tone, need, step);
      return [{ track: keyOf(need), tone, from: read, to: end, words, marks: marksOf(tone, need, step) }];
    });
    const hasExtra = tracks.some(({ isExtra }) => isExtra) && append !== null;
    const extra: readonly Window[] = hasExtra
      ? [
          {
            track: EXTRA,
            tone: 'extra',
            from: read,
            to: end,
            words: ['guarded, not needed', 'not needed'],
            marks: guardMarks(append, command),
          },
        ]
      : [];
    return [...needed, ...extra];
  });
  return [...between, ...listLocked(steps, command, last)];
}

/** From the step by which a lock is granted to the end of the command, for all that it keeps. */
function listLocked(steps: readonly ToldStep[], command: number, last: number): readonly Window[] {
  const own = steps.flatMap((step, index) => (step.command === command && index <= last ? [index] : []));
  return own.flatMap((asked, place): readonly Window[] => {
    const step = steps[asked];
    if (step?.step !== 'acquire') return [];
    const next = own.slice(place + 1).find((index) => steps[index]?.step === 'acquire');
    const mine = own.filter((index) => index > asked && (next === undefined || index < next));
    const isOver = next !== undefined || mine.some((index) => steps[index]?.outcome !== undefined);
    const from = findGrant(steps, asked, last);
    const to = isOver ? (mine.at(-1) ?? last) : last;
    if (from === null || to <= from) return [];
    return (step.needs ?? [])
      .filter((need) => toneOf(need) === 'locked')
      .map((need) => ({
        track: keyOf(need),
        tone: 'locked',
        from,
        to,
        words: ['locked for it alone', 'locked'],
        marks: need.tags.map((tag) => `tag-${tag}`),
      }));
  });
}

/** The step by which a lock that was asked for is granted: at once, or when the last that it waits for has ended; null when that does not come. */
export function findGrant(steps: readonly ToldStep[], asked: number, last: number): number | null {
  const waitsFor = steps[asked]?.waitsFor ?? [];
  if (waitsFor.length === 0) return asked;
  const ends = waitsFor.map((command) =>
    steps.findIndex((step, index) => index > asked && step.command === command && step.outcome !== undefined),
  );
  const end = Math.max(...ends);
  return ends.includes(-1) || end > last ? null : end;
}

function toneOf({ types, watched, locked, relaxed }: ToldNeed): BandTone {
  if (locked.length === types.length && types.length > 0) return 'locked';
  if (watched.length === types.length && types.length > 0) return 'guarded';
  if (watched.length > 0) return 'partly';
  return relaxed.length === types.length ? 'relaxed' : 'open';
}

function wordsOf(tone: BandTone, need: ToldNeed, step: ToldStep): readonly string[] {
  switch (tone) {
    case 'guarded':
      return [...sayGuard(step), 'guarded'];
    case 'partly':
      return [`guarded only for ${need.watched.join(', ')}`, 'partly guarded', 'partly'];
    case 'relaxed':
      return ['not guarded, on purpose', 'on purpose', 'relaxed'];
    default:
      return ['not guarded', 'unguarded', 'open'];
  }
}

function sayGuard({ guard }: ToldStep): readonly string[] {
  if (guard?.kind === 'streams')
    return [`guarded: stream ${guard.streams.join(', ')}`, `guarded: ${guard.streams.join(', ')}`];
  return guard?.kind === 'log' ? ['guarded: the whole log'] : [];
}

function marksOf(tone: BandTone, need: ToldNeed, step: ToldStep): readonly string[] {
  const tags = need.tags.map((tag) => `tag-${tag}`);
  return tone === 'guarded' || tone === 'partly' ? [...tags, ...guardMarks(step, step.command)] : tags;
}

function guardMarks({ guard }: ToldStep, command: number): readonly string[] {
  if (guard?.kind === 'streams') return guard.streams.map((stream) => `stream-${stream}`);
  return [`guard-${command}`];
}
