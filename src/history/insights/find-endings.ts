import { countOf } from '../../lib/format-number.ts';
import { type Insight, makeEvidence } from './insight.ts';
import { countUp, idsAt, listStreams, type SeenLog, typesAt } from './seen-log.ts';

const FEWEST = 10;
/** A type closes when so many of the instances that have it end with it. */
const CLOSING = 0.6;
/** An ending that chance gives: one of as many events as an instance has. */
const BEYOND_CHANCE = 1.8;
/** So many instances of a concept must end before the others are said not to. */
const USUALLY = 0.5;
/** Silent for so many times as long as those that ended took: it will not go on. */
const PATIENCE = 2;

/** Instances that never came to an end, where others of their concept do. */
export function findEndings(log: SeenLog): readonly Insight[] {
  return [...listStreams(log)].flatMap(([concept, tags]) => {
    const streams = [...tags].filter(([, places]) => places.length > 1);
    if (streams.length < FEWEST) return [];
    const closing = findClosing(
      log,
      streams.map(([, places]) => places),
    );
    const isEnded = (places: readonly number[]) => typesAt(log, places).some((type) => closing.has(type));
    const ended = streams.filter(([, places]) => isEnded(places));
    if (closing.size === 0 || ended.length < USUALLY * streams.length) return [];
    const patience = PATIENCE * longMost(ended.map(([, places]) => lengthOf(log, places)));
    const until = log.events.at(-1)?.time ?? 0;
    const open = [...tags].filter(
      ([, places]) => !isEnded(places) && until - timeAt(log, places.at(-1)) > patience,
    );
    return open.length === 0 ? [] : [tell(log, concept, closing, open, ended.length, tags.size)];
  });
}

/** The types that instances end with, far more often than chance would have it. */
function findClosing(log: SeenLog, streams: readonly (readonly number[])[]): ReadonlySet<string> {
  const having = new Map<string, number>();
  const last = new Map<string, number>();
  let length = 0;
  for (const places of streams) {
    const types = typesAt(log, places);
    length += types.length;
    for (const type of new Set(types)) countUp(having, type);
    countUp(last, types.at(-1) ?? '');
  }
  const byChance = streams.length / length;
  const closing = [...last].filter(([type, count]) => {
    const all = having.get(type) ?? 0;
    return all >= FEWEST && count >= CLOSING * all && count / all >= BEYOND_CHANCE * byChance;
  });
  return new Set(closing.map(([type]) => type));
}

function timeAt({ events }: SeenLog, place: number | undefined): number {
  return events[place ?? -1]?.time ?? 0;
}

function lengthOf(log: SeenLog, places: readonly number[]): number {
  return timeAt(log, places.at(-1)) - timeAt(log, places[0]);
}

/** As long as nine in ten. */
function longMost(lengths: readonly number[]): number {
  const sorted = [...lengths].sort((a, b) => a - b);
  return sorted[Math.floor(0.9 * (sorted.length - 1))] ?? 0;
}

function tell(
  log: SeenLog,
  concept: string,
  closing: ReadonlySet<string>,
  open: readonly (readonly [string, readonly number[]])[],
  ended: number,
  all: number,
): Insight {
  const ways = [...closing];
  return {
    kind: 'neverEnds',
    sentence: `${countOf(open.length, `“${concept}” stream never ends`, `“${concept}” streams never end`)}: others end with ${ways.join(' or ')}, these have been silent for long.`,
    strength: ended / all,
    evidence: makeEvidence({
      counts: [
        { name: 'never ended', count: open.length },
        { name: 'ended', count: ended },
        { name: `${concept} in all`, count: all },
      ],
      events: open.slice(0, 5).flatMap(([, places]) => idsAt(log, places.slice(-1))),
      types: ways,
      tags: open.map(([tag]) => tag),
    }),
    next: `Ask what becomes of them. A deadline may be missing: a policy that closes them, and an event for it.`,
  };
}
