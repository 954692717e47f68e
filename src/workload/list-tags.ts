import type { Model } from '../model/schema.ts';

/** The tags of a model by name: those it declares, then those that events have undeclared. */
export function listTags({ tags, events }: Model): readonly string[] {
  const used = Object.values(events ?? {}).flatMap((event) => Object.keys(event.tags ?? {}));
  return [...new Set([...Object.keys(tags ?? {}), ...used])];
}
