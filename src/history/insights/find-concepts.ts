import { countOf, formatShare, groupDigits } from '../../lib/format-number.ts';
import { conceptOf, numberLog } from '../measure/measured-log.ts';
import { surveyConcepts } from '../measure/survey-log.ts';
import { type Insight, makeEvidence } from './insight.ts';
import { countUp, idsAt, type SeenLog, topOf } from './seen-log.ts';

const FEWEST = 5;
const SHARE = 0.95;

/** Concepts of which each instance always comes with the same instance of another: one thing under two names, or a part of it. */
export function findSameThings(log: SeenLog): readonly Insight[] {
  const concepts = [...log.instances.keys()].filter((concept) => (log.instances.get(concept)?.size ?? 0) > 1);
  return concepts.flatMap((one, index) =>
    concepts.slice(index + 1).flatMap((other) => {
      const there = shareBound(log, one, other);
      const back = shareBound(log, other, one);
      if (there >= SHARE && back >= SHARE) return [tellSame(log, one, other, Math.min(there, back))];
      if (there >= SHARE) return [tellPart(log, one, other, there)];
      return back >= SHARE ? [tellPart(log, other, one, back)] : [];
    }),
  );
}

/** How many of the instances that come up more than once come with one and the same instance of another concept each time. */
function shareBound(log: SeenLog, concept: string, other: string): number {
  const instances = [...(log.instances.get(concept)?.values() ?? [])].filter((places) => places.length > 1);
  if (instances.length < FEWEST) return 0;
  const bound = instances.filter((places) => {
    const counts = new Map<string, number>();
    for (const place of places) {
      for (const tag of log.events[place]?.tags ?? []) if (conceptOf(tag) === other) countUp(counts, tag);
    }
    return counts.size === 1 && topOf(counts)?.[1] === places.length;
  });
  return bound.length / instances.length;
}

function tellSame(log: SeenLog, one: string, other: string, strength: number): Insight {
  return {
    kind: 'sameThing',
    sentence: `“${one}” and “${other}” always come in the same pairs: maybe one concept under two names.`,
    strength,
    evidence: makeEvidence({ counts: countInstances(log, one, other), events: samplesOf(log, one) }),
    next: 'If they are one thing, keep one tag: a tag that adds nothing makes boundaries longer, not narrower.',
  };
}

function tellPart(log: SeenLog, one: string, other: string, strength: number): Insight {
  return {
    kind: 'sameThing',
    sentence: `Each “${one}” always comes with the same “${other}”, as if it were a part of it.`,
    strength,
    evidence: makeEvidence({ counts: countInstances(log, one, other), events: samplesOf(log, one) }),
    next: `Decisions about one “${one}” need not be guarded by “${other}” as well. Where they are, the boundary is as wide as the whole “${other}”.`,
  };
}

function countInstances(log: SeenLog, ...concepts: readonly string[]) {
  return concepts.map((concept) => ({ name: concept, count: log.instances.get(concept)?.size ?? 0 }));
}

function samplesOf(log: SeenLog, concept: string): readonly string[] {
  const [first = []] = log.instances.get(concept)?.values() ?? [];
  return idsAt(log, first.slice(0, 3));
}

/** Tags that nearly every event carries. */
export function findHubs(log: SeenLog): readonly Insight[] {
  return surveyConcepts(numberLog(log.events), () => false).flatMap(({ concept, hub }) => {
    if (hub === null) return [];
    const places = log.instances.get(concept)?.get(hub) ?? [];
    const strength = places.length / log.events.length;
    return [
      {
        kind: 'hub' as const,
        sentence:
          strength === 1
            ? `Every event carries ${hub}: as a stream it would be one log again.`
            : `${formatShare(strength)} of all events carry ${hub}: as a stream it would be nearly one log again.`,
        strength,
        evidence: makeEvidence({
          counts: [
            { name: 'events with it', count: places.length },
            { name: 'events', count: log.events.length },
          ],
          events: idsAt(log, places.slice(0, 3)),
          tags: [hub],
        }),
        next: `Leave “${concept}” out of the tags that decisions are guarded by, and out of the measure of contention.`,
      },
    ];
  });
}

const FEWEST_INSTANCES = 10;
const FEWEST_EVENTS = 20;
const FAR_ABOVE_MEDIAN = 8;
const DEVIATIONS = 6;

/** Instances with far more events than the others of their concept. */
export function findHotInstances(log: SeenLog): readonly Insight[] {
  return [...log.instances].flatMap(([concept, tags]) => {
    if (tags.size < FEWEST_INSTANCES) return [];
    const sizes = [...tags.values()].map(({ length }) => length).sort((a, b) => a - b);
    const median = sizes[Math.floor(sizes.length / 2)] ?? 0;
    const limit = Math.max(FEWEST_EVENTS, FAR_ABOVE_MEDIAN * median, median + DEVIATIONS * Math.sqrt(median));
    const hot = [...tags]
      .filter(([, { length }]) => length >= limit)
      .sort((a, b) => b[1].length - a[1].length);
    const [hottest] = hot;
    return hottest === undefined ? [] : [tellHot(log, concept, hot, median)];
  });
}

function tellHot(
  log: SeenLog,
  concept: string,
  hot: readonly (readonly [string, readonly number[]])[],
  median: number,
): Insight {
  const [tag = '', places = []] = hot[0] ?? [];
  const more =
    hot.length > 1 ? `, and ${countOf(hot.length - 1, 'other stands', 'others stand')} out like it` : '';
  const events = [...(log.instances.get(concept)?.values() ?? [])].reduce(
    (sum, { length }) => sum + length,
    0,
  );
  return {
    kind: 'hotInstance',
    sentence: `${tag} has ${groupDigits(places.length)} events where one “${concept}” usually has ${groupDigits(median)}${more}.`,
    strength: 1 - median / places.length,
    evidence: makeEvidence({
      counts: [
        ...hot.slice(0, 5).map(([name, { length }]) => ({ name, count: length })),
        { name: `all ${concept}`, count: events },
      ],
      events: idsAt(log, places.slice(0, 3)),
      tags: hot.map(([name]) => name),
    }),
    next: `Look at its contention. Decisions on it may need a smaller boundary than the whole “${concept}”.`,
  };
}
