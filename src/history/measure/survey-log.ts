import type { PastEvent } from '../past-event.ts';
import type { ActorCount, ConceptCount } from './measure-result.ts';
import { conceptOf, type NumberedLog } from './measured-log.ts';
import { looksLikeBot } from './name-pattern.ts';

/** A tag that so many of all events carry is a hub: it hardly tells them apart (H3). */
const HUB_SHARE = 0.6;
/** Of fewer events nothing is said. */
const FEWEST = 10;
const MOST_ACTORS = 50;

/** The concepts of a log, those of most events first. A hub is a tag that most events carry. */
export function surveyConcepts(
  { events, tags, names }: NumberedLog,
  isLeftOut: (concept: string) => boolean,
): readonly ConceptCount[] {
  const concepts = names.map(conceptOf);
  const surveys = new Map<string, { events: number; last: number; instances: number; hub: string | null }>();
  const carrying = new Int32Array(names.length);
  for (const [place, own] of tags.entries()) {
    for (const tag of own) {
      carrying[tag] = (carrying[tag] ?? 0) + 1;
      const concept = concepts[tag] ?? '';
      const survey = surveys.get(concept) ?? { events: 0, last: -1, instances: 0, hub: null };
      surveys.set(concept, survey);
      if (survey.last !== place) survey.events++;
      survey.last = place;
    }
  }
  for (const [tag, name] of names.entries()) {
    const survey = surveys.get(concepts[tag] ?? '');
    if (survey === undefined) continue;
    survey.instances++;
    const isHub = events.length >= FEWEST && (carrying[tag] ?? 0) >= HUB_SHARE * events.length;
    if (isHub) survey.hub ??= name;
  }
  return [...surveys]
    .map(([concept, { events: count, instances, hub }]) => ({
      concept,
      events: count,
      instances,
      hub,
      isLeftOut: isLeftOut(concept),
    }))
    .sort((a, b) => b.events - a.events || b.instances - a.instances || (a.concept < b.concept ? -1 : 1));
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
