import type { Json, JsonObject } from '../../lib/json.ts';
import type { PastEvent } from '../past-event.ts';
import { type Insight, makeEvidence } from './insight.ts';
import type { SeenLog } from './seen-log.ts';

/** Events of one actor so close to each other, in milliseconds, may be one thing that was done. */
const CLOSE = 1000;
/** No more than so many events on are looked at. */
const FURTHEST = 8;
const FEWEST = 5;
const SHARE = 0.9;

interface Pair {
  together: number;
  sameData: number;
  sameTags: number;
  readonly samples: string[];
  readonly taken: Set<number>;
}

/** Two types that almost always come together, with the same data or the same tags: maybe one event, written down twice. */
export function findOneFact({ events, types }: SeenLog): readonly Insight[] {
  const pairs = new Map<string, Pair>();
  for (const place of events.keys()) pairUp(events, place, pairs);
  return [...pairs].flatMap(([key, pair]) => {
    const [one = '', other = ''] = JSON.parse(key) as string[];
    const [ones, others] = [types.get(one) ?? 0, types.get(other) ?? 0];
    const strength = pair.together / Math.max(ones, others);
    if (pair.together < FEWEST || strength < SHARE) return [];
    const alike = Math.max(pair.sameData, pair.sameTags) / pair.together;
    return alike < SHARE ? [] : [tell(one, other, pair, strength * alike, [ones, others])];
  });
}

function pairUp(events: readonly PastEvent[], place: number, pairs: Map<string, Pair>): void {
  const event = events[place];
  const met = new Set<string>();
  for (let next = place + 1; event && next < events.length && next <= place + FURTHEST; next++) {
    const other = events[next];
    if (other === undefined || other.time - event.time > CLOSE) return;
    if (other.actor !== event.actor || other.type === event.type || met.has(other.type)) continue;
    const sameData = isSameData(event.data, other.data);
    const sameTags = isSameTags(event.tags, other.tags);
    if (!sameData && !sameTags) continue;
    const key = JSON.stringify([event.type, other.type].sort());
    const pair = pairs.get(key) ?? { together: 0, sameData: 0, sameTags: 0, samples: [], taken: new Set() };
    pairs.set(key, pair);
    // Each event is one half of one pair.
    if (pair.taken.has(place) || pair.taken.has(next)) continue;
    pair.taken.add(place).add(next);
    met.add(other.type);
    pair.together++;
    pair.sameData += Number(sameData);
    pair.sameTags += Number(sameTags);
    if (pair.samples.length < 4) pair.samples.push(event.id, other.id);
  }
}

/** Whether all fields that both have are equal, and the smaller has no other. */
function isSameData(one: JsonObject, other: JsonObject): boolean {
  const [small, large] = Object.keys(one).length <= Object.keys(other).length ? [one, other] : [other, one];
  const fields = Object.keys(small);
  return (
    fields.length > 0 &&
    fields.every((field) => Object.hasOwn(large, field) && isEqual(small[field], large[field]))
  );
}

function isEqual(one: Json | undefined, other: Json | undefined): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function isSameTags(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && one.length === other.length && one.every((tag) => other.includes(tag));
}

function tell(
  one: string,
  other: string,
  { together, sameData, sameTags, samples }: Pair,
  strength: number,
  [ones, others]: readonly [number, number],
): Insight {
  const what = sameData >= sameTags ? 'data' : 'tags';
  return {
    kind: 'oneFact',
    sentence: `${one} and ${other} come together with the same ${what}: maybe one event, written down twice.`,
    strength,
    evidence: makeEvidence({
      counts: [
        { name: 'together', count: together },
        { name: one, count: ones },
        { name: other, count: others },
      ],
      events: samples,
      types: [one, other],
    }),
    next: 'Ask a domain expert whether these are two facts. If not, merge them into one event that carries the tags of both.',
  };
}
