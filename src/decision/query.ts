/**
 * One alternative of a query: an event matches when its type is one of `types` (any type when there are none) and it
 * carries all of `tags` (`concept:value`).
 */
export interface QueryItem {
  readonly types: readonly string[];
  readonly tags: readonly string[];
}

/** Items are OR-ed; a query without items matches nothing (D2, B1). */
export interface Query {
  readonly items: readonly QueryItem[];
}

/** What a query looks at in an event. */
export interface Tagged {
  readonly type: string;
  readonly tags: readonly string[];
}

/** Whether an event matches one item: type among its types or none named, all of its tags carried (D2). */
export function matchesItem(item: QueryItem, event: Tagged): boolean {
  const typeFits = item.types.length === 0 || item.types.includes(event.type);
  return typeFits && item.tags.every((tag) => event.tags.includes(tag));
}

/** Whether an event matches any item of the query (B1). */
export function matchesQuery(query: Query, event: Tagged): boolean {
  return query.items.some((item) => matchesItem(item, event));
}

/** The union of what projections read as one query: one without event types reads nothing and is left out, equal items fold into one, types under equal tags are joined, order is fixed by name (B1). */
export function unionOf(items: readonly QueryItem[]): Query {
  const typesByTags = new Map<string, { types: Set<string>; tags: readonly string[] }>();
  for (const item of items) {
    if (item.types.length === 0) continue;
    const tags = [...new Set(item.tags)].sort();
    const key = JSON.stringify(tags);
    const entry = typesByTags.get(key) ?? { types: new Set(), tags };
    for (const type of item.types) entry.types.add(type);
    typesByTags.set(key, entry);
  }
  const merged = [...typesByTags].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  return { items: merged.map(({ types, tags }) => ({ types: [...types].sort(), tags })) };
}
