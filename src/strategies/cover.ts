import type { CompiledModel } from '../decision/compiled-model.ts';
import type { QueryItem } from '../decision/query.ts';
import type { Guard } from './guard.ts';
import { homeStreams } from './streams.ts';

/** Which types of a query item a guard watches: an event of such a type with the item's tags makes it fail, whatever else the event carries (S3, S4). */
export function watchedTypes(
  model: CompiledModel,
  guard: Guard,
  { types, tags }: QueryItem,
): readonly string[] {
  switch (guard.kind) {
    case 'none':
      return [];
    case 'log':
      return types;
    case 'streams':
      return types.filter((type) =>
        homeStreams(model, { type, tags }).some((stream) => guard.streams.includes(stream)),
      );
    case 'query':
      return types.filter((type) =>
        guard.query.items.some(
          (item) =>
            (item.types.length === 0 || item.types.includes(type)) &&
            item.tags.every((tag) => tags.includes(tag)),
        ),
      );
  }
}

/** Which types of a query item are kept by lock keys from everybody who asks for the same keys (S7). */
export function lockedTypes(keys: readonly string[], { types, tags }: QueryItem): readonly string[] {
  if (keys.includes('*') || tags.some((tag) => keys.includes(tag))) return types;
  return tags.length > 0 ? [] : types.filter((type) => keys.includes(`type:${type}`));
}
