import type { Model } from '../../model/schema.ts';
import type { LogMapping } from '../import/log-mapping.ts';
import type { PastEvent } from '../past-event.ts';
import { describeType } from './describe-type.ts';
import { placeTypes } from './place-types.ts';

/** A board with more events than this is a picture of nothing. */
const MOST_TYPES = 120;

/** A first model of a log, and what of the log is not in it. */
export interface FirstModel {
  readonly model: Model;
  /** Types that were left out, the most frequent first. */
  readonly leftOut: readonly string[];
}

/**
 * A model to begin with: a log's event types with the fields and tags that their events have, in the order in which they
 * come on average. What a decision depends on a log does not say: commands and constraints are for people to add.
 */
export function makeFirstModel(events: readonly PastEvent[], mapping: LogMapping, name: string): FirstModel {
  const byType = groupByType(events);
  const types = [...byType].sort(([, one], [, other]) => other.length - one.length).map(([type]) => type);
  const kept = new Set(types.slice(0, MOST_TYPES));
  const places = placeTypes(events);
  const order = [...kept].sort((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0));
  const concepts = [...new Set(mapping.tags.map(({ concept }) => concept))];
  const model: Model = {
    ambit: '1.0',
    name,
    tags: Object.fromEntries(concepts.map((concept) => [concept, describeConcept(concept, mapping)])),
    events: Object.fromEntries(order.map((type) => [type, describeType(byType.get(type) ?? [], concepts)])),
  };
  return { model, leftOut: types.slice(MOST_TYPES) };
}

function groupByType(events: readonly PastEvent[]): ReadonlyMap<string, readonly PastEvent[]> {
  const groups = new Map<string, PastEvent[]>();
  for (const event of events) {
    const group = groups.get(event.type);
    if (group) group.push(event);
    else groups.set(event.type, [event]);
  }
  return groups;
}

/** What the log calls it, where that is another word. */
function describeConcept(concept: string, { tags }: LogMapping): { readonly description?: string } {
  const fields = tags.filter((tag) => tag.concept === concept).flatMap((tag) => tag.fields);
  const originals = [
    ...new Set(fields.map((path) => (path[0] === 'objects' ? path.slice(1) : path).join('.'))),
  ];
  if (originals.length === 0 || originals.join() === concept) return {};
  return { description: `In the log: ${originals.map((one) => `“${one}”`).join(', ')}.` };
}
