import type { LogEvent, LogFilter, LogView } from '../../lab/live-log.ts';

export const NO_FILTER: LogFilter = { type: null, tags: [] };

/** What one adds to a filter by pointing at a type or a tag. */
export type Wanted = { readonly type: string } | { readonly tag: string };

/** A filter with a type, or with one more tag. */
export function addToFilter(filter: LogFilter, wanted: Wanted): LogFilter {
  if ('type' in wanted) return { ...filter, type: wanted.type };
  return filter.tags.includes(wanted.tag) ? filter : { ...filter, tags: [...filter.tags, wanted.tag] };
}

export function isFiltered({ type, tags }: LogFilter): boolean {
  return type !== null || tags.length > 0;
}

/** So many of the last events are looked through for what one may want to filter by. */
const LOOKED_AT = 300;

/** The events that came last, and their types and tags, each once and in order. */
export function listSeen(view: LogView | null): {
  readonly types: readonly string[];
  readonly tags: readonly string[];
  /** The last ones first. */
  readonly events: readonly LogEvent[];
} {
  const events = lastEvents(view);
  const types = new Set(events.map(({ type }) => type));
  const tags = new Set(events.flatMap((event) => event.tags));
  return { types: [...types].sort(), tags: [...tags].sort(), events };
}

function lastEvents(view: LogView | null): readonly LogEvent[] {
  if (view === null) return [];
  const places = Array.from(
    { length: Math.min(LOOKED_AT, view.count) },
    (_, index) => view.count - 1 - index,
  );
  return places.flatMap((place) => view.at(place) ?? []);
}
