import type { PastEvent } from '../past-event.ts';
import type { ActorCount, ConceptCount } from './measure-result.ts';
import { conceptOf } from './measured-log.ts';
import { looksLikeBot } from './name-pattern.ts';

/** A tag that so many of all events carry is a hub: it hardly tells them apart (H3). */
const HUB_SHARE = 0.6;
/** Of fewer events nothing is said. */
const FEWEST = 10;
const MOST_ACTORS = 50;

/** The concepts of a log, those of most events first. A hub is a tag that nearly every event carries. */
export function surveyConcepts(
  events: readonly PastEvent[],
  isLeftOut: (concept: string) => boolean,
): readonly ConceptCount[] {
  const byConcept = new Map<string, { events: number; tags: Map<string, number> }>();
  for (const { tags } of events) {
    const seen = new Set<string>();
    for (const tag of tags) {
      const concept = conceptOf(tag);
      const entry = byConcept.get(concept) ?? { events: 0, tags: new Map<string, number>() };
      byConcept.set(concept, entry);
      entry.tags.set(tag, (entry.tags.get(tag) ?? 0) + 1);
      if (!seen.has(concept)) entry.events++;
      seen.add(concept);
    }
  }
  return [...byConcept]
    .map(([concept, entry]) => ({
      concept,
      events: entry.events,
      instances: entry.tags.size,
      hub: findHub(entry.tags, events.length),
      isLeftOut: isLeftOut(concept),
    }))
    .sort((a, b) => b.events - a.events || b.instances - a.instances || (a.concept < b.concept ? -1 : 1));
}

function findHub(tags: ReadonlyMap<string, number>, events: number): string | null {
  if (events < FEWEST) return null;
  for (const [tag, count] of tags) if (count >= HUB_SHARE * events) return tag;
  return null;
}

/**
 * The concept whose values are taken for streams when nobody chose one: that of the most instances which at least half
 * of the events carry, and which is neither left out nor a hub.
 */
export function chooseConcept(concepts: readonly ConceptCount[], events: number): string | null {
  const able = concepts.filter(({ isLeftOut }) => !isLeftOut);
  const distinct = able.filter(({ hub }) => hub === null);
  const frequent = distinct.filter((one) => one.events >= events / 2);
  const [narrowest] = frequent.sort((a, b) => b.instances - a.instances);
  return (narrowest ?? distinct[0] ?? able[0])?.concept ?? null;
}

/** The busiest actors of a log, the busiest first. */
export function surveyActors(
  events: readonly PastEvent[],
  isLeftOut: (actor: string) => boolean,
): readonly ActorCount[] {
  const counts = new Map<string, number>();
  for (const { actor } of events) if (actor !== null) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  return [...counts]
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, MOST_ACTORS)
    .map(([actor, count]) => ({
      actor,
      events: count,
      looksLikeBot: looksLikeBot(actor),
      isLeftOut: isLeftOut(actor),
    }));
}
