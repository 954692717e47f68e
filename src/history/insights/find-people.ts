import { formatShare } from '../../lib/format-number.ts';
import { type Insight, makeEvidence } from './insight.ts';
import { countUp, idsAt, pushTo, type SeenLog } from './seen-log.ts';

const FEWEST = 20;
const FEWEST_ACTORS = 3;
const MOSTLY = 0.8;
const BEYOND_CHANCE = 2;

/** Types that are nearly all one actor's, who does not do nearly everything. */
export function findWhoDoesWhat(log: SeenLog): readonly Insight[] {
  if (log.byActor.size < FEWEST_ACTORS) return [];
  const byType = new Map<string, Map<string, number[]>>();
  for (const [actor, places] of log.byActor) {
    for (const place of places) {
      const type = log.events[place]?.type ?? '';
      const own = byType.get(type) ?? new Map<string, number[]>();
      byType.set(type, own);
      pushTo(own, actor, place);
    }
  }
  return [...byType].flatMap(([type, own]) => {
    const [actor, places] = [...own].reduce((best, entry) =>
      entry[1].length > best[1].length ? entry : best,
    );
    const share = places.length / (log.types.get(type) ?? 1);
    const ofAll = (log.byActor.get(actor)?.length ?? 0) / log.events.length;
    if (places.length < FEWEST || share < MOSTLY || share < BEYOND_CHANCE * ofAll) return [];
    return [tellWho(log, actor, type, places, share)];
  });
}

function tellWho(
  log: SeenLog,
  actor: string,
  type: string,
  places: readonly number[],
  strength: number,
): Insight {
  return {
    kind: 'whoDoesWhat',
    sentence: `${formatShare(strength)} of all ${type} are ${actor}’s.`,
    strength,
    evidence: makeEvidence({
      counts: [
        { name: `${type} of ${actor}`, count: places.length },
        { name: type, count: log.types.get(type) ?? 0 },
        { name: `all of ${actor}`, count: log.byActor.get(actor)?.length ?? 0 },
      ],
      events: idsAt(log, places.slice(0, 3)),
      types: [type],
    }),
    next: 'Name the role behind it and put it on the board as the actor of the command. A machine is a policy.',
  };
}

const HOUR = 3_600_000;
const STRETCH = 8;
const NEARLY_ALL = 0.9;
const USUAL_STRETCH = 0.65;
const FEWEST_OF_DAY = 40;

/** Actors who work in the same eight hours of the day, where the log as a whole does not. */
export function findWhenTheyWork(log: SeenLog): readonly Insight[] {
  const all = hoursOf(log, [...log.events.keys()]);
  return [...log.byActor].flatMap(([actor, places]) => {
    if (places.length < FEWEST_OF_DAY) return [];
    const { start, share } = busiestStretch(hoursOf(log, places));
    if (share < NEARLY_ALL || shareFrom(all, start) > USUAL_STRETCH) return [];
    return [
      {
        kind: 'whenTheyWork' as const,
        sentence: `${actor} works between ${sayHour(start)} and ${sayHour(start + STRETCH)} UTC, unlike the others.`,
        strength: share,
        evidence: makeEvidence({
          counts: [
            { name: 'in these hours', count: Math.round(share * places.length) },
            { name: `all of ${actor}`, count: places.length },
          ],
          events: idsAt(log, places.slice(0, 3)),
        }),
        next: 'Ask whether this is a shift, a time zone or a nightly run: each may be a different actor on the board.',
      },
    ];
  });
}

const FEWEST_FOR_TIMES = 100;
const DAY = 24 * HOUR;
const BUSY_DAY = 0.6;
const QUIET_WEEKEND = 0.1;

/** When in the day and in the week the log is busy, where it is not all the same. */
export function findBusyTimes(log: SeenLog): readonly Insight[] {
  const span = (log.events.at(-1)?.time ?? 0) - (log.events[0]?.time ?? 0);
  if (log.events.length < FEWEST_FOR_TIMES || span < DAY) return [];
  const { start, share } = busiestStretch(hoursOf(log, [...log.events.keys()]));
  const day = share < BUSY_DAY ? [] : [`between ${sayHour(start)} and ${sayHour(start + STRETCH)} UTC`];
  const weekend = log.events.filter(({ time }) => weekdayOf(time) > 4).length / log.events.length;
  const isQuiet = span >= 14 * DAY && weekend < QUIET_WEEKEND;
  const when = [...day, ...(isQuiet ? ['on weekdays'] : [])];
  if (when.length === 0) return [];
  const strength = Math.max(day.length > 0 ? share : 0, isQuiet ? 1 - weekend : 0);
  return [
    {
      kind: 'busyTimes',
      sentence: `Most happens ${when.join(', ')}.`,
      strength,
      evidence: makeEvidence({
        counts: [
          { name: 'in the eight busiest hours', count: Math.round(share * log.events.length) },
          { name: 'at weekends', count: Math.round(weekend * log.events.length) },
          { name: 'events', count: log.events.length },
        ],
        events: [],
      }),
      next: 'Take the rate of the busy hours for a load, not that of the whole time.',
    },
  ];
}

/** Events by hour of the day. */
function hoursOf({ events }: SeenLog, places: readonly number[]): ReadonlyMap<number, number> {
  const hours = new Map<number, number>();
  for (const place of places) countUp(hours, hourOf(events[place]?.time ?? 0));
  return hours;
}

function busiestStretch(hours: ReadonlyMap<number, number>): {
  readonly start: number;
  readonly share: number;
} {
  const stretches = Array.from({ length: 24 }, (_, start) => ({ start, share: shareFrom(hours, start) }));
  return stretches.reduce((best, one) => (one.share >= best.share ? one : best));
}

function shareFrom(hours: ReadonlyMap<number, number>, start: number): number {
  let inside = 0;
  let all = 0;
  for (const [hour, count] of hours) {
    all += count;
    if ((hour - start + 24) % 24 < STRETCH) inside += count;
  }
  return all === 0 ? 0 : inside / all;
}

function sayHour(hour: number): string {
  return `${String(hour % 24).padStart(2, '0')}:00`;
}

/** The hour of a time in UTC, from 0 to 23. */
export function hourOf(time: number): number {
  return Math.floor((((time % DAY) + DAY) % DAY) / HOUR);
}

/** The weekday of a time in UTC, from 0 for Monday to 6; 1970-01-01 was a Thursday. */
export function weekdayOf(time: number): number {
  return (((Math.floor(time / DAY) + 3) % 7) + 7) % 7;
}
