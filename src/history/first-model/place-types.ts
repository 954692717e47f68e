import type { PastEvent } from '../past-event.ts';

/**
 * Where each type stands on average in the life of what its events are about, from 0 to 1: of the concept that most
 * events share without being all about the same one; of the log as a whole where there is none.
 */
export function placeTypes(events: readonly PastEvent[]): ReadonlyMap<string, number> {
  const concept = chooseConcept(events);
  const lives = new Map<string, PastEvent[]>();
  for (const event of events) {
    const key = event.tags.find((tag) => concept !== null && tag.startsWith(`${concept}:`)) ?? '';
    const life = lives.get(key);
    if (life) life.push(event);
    else lives.set(key, [event]);
  }
  const sums = new Map<string, { sum: number; count: number }>();
  for (const life of lives.values()) {
    for (const [at, { type }] of life.entries()) {
      const { sum, count } = sums.get(type) ?? { sum: 0, count: 0 };
      sums.set(type, { sum: sum + at / Math.max(1, life.length - 1), count: count + 1 });
    }
  }
  return new Map([...sums].map(([type, { sum, count }]) => [type, sum / count]));
}

function chooseConcept(events: readonly PastEvent[]): string | null {
  const counts = new Map<string, { events: number; readonly values: Set<string> }>();
  for (const { tags } of events) {
    for (const tag of tags) {
      const concept = tag.slice(0, tag.indexOf(':'));
      const known = counts.get(concept) ?? { events: 0, values: new Set() };
      known.events++;
      known.values.add(tag);
      counts.set(concept, known);
    }
  }
  const lively = [...counts].filter(
    ([, { events: count, values }]) => values.size > 1 && count > values.size,
  );
  const [best] = lively.sort(([, one], [, other]) => other.events - one.events);
  return best?.[0] ?? null;
}
