import type { QueryItem } from '../decision/query.ts';
import type { StoreQuery } from './port.ts';
import type { IndexName } from './schema.ts';

/** A run of index keys that start alike and end in the position: with a range of positions it is one key range. */
export interface KeyRun {
  /** `null` is the log itself, in order of position. */
  readonly index: IndexName | null;
  readonly prefix: readonly string[];
}

/** The events that stand in all of its runs. */
export type Leg = readonly [KeyRun, ...KeyRun[]];

/** The runs of keys that hold what a query matches: the union of the legs, an event maybe in several. */
export function planQuery(query: StoreQuery): readonly Leg[] {
  return query === 'all' ? [[{ index: null, prefix: [] }]] : query.items.flatMap(planItem);
}

function planItem(item: QueryItem): Leg[] {
  const types = [...new Set(item.types)];
  const [first, ...others] = new Set(item.tags);
  if (first === undefined) return types.map((type) => [{ index: 'type', prefix: [type] }]);
  const plan = (...type: string[]): Leg => [
    { index: 'tags', prefix: [first, ...type] },
    ...others.map((tag): KeyRun => ({ index: 'tags', prefix: [tag, ...type] })),
  ];
  return types.length === 0 ? [plan()] : types.map((type) => plan(type));
}
