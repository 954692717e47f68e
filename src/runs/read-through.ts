import { matchesQuery, type Query } from '../decision/query.ts';
import type { AppendCondition, AppendResult, Position, StoredEvent } from '../event-store/port.ts';
import type { RunStore } from './open-race.ts';
import { isUpTo } from './up-to.ts';

/** A whole log as it is to be read, such as with upcasters on the way; pure. */
export type Reading = (events: readonly StoredEvent[]) => readonly StoredEvent[];

/**
 * A store whose log is read in another way than it is stored: what is read, and whether a condition holds, is said of the
 * log as it is read; what is appended is stored as it is given. A store can only guard what is stored, so an append is
 * judged here and then guarded against the whole log, and judged anew when somebody was faster.
 */
export function readThrough(store: RunStore, reading: Reading): RunStore {
  const readStored = async () => {
    const events: StoredEvent[] = [];
    for await (const event of store.read('all')) events.push(event);
    return events;
  };
  return {
    name: store.name,
    // Up to a position means all that stands there now, also what the reading puts behind it.
    lastPosition: (query) => store.lastPosition(query),
    async *read(query, { after = 0, limit = Number.POSITIVE_INFINITY, backwards = false } = {}) {
      const found = reading(await readStored()).filter((event) => query === 'all' || matches(query, event));
      const behind = backwards
        ? found.filter(({ position }) => after === 0 || position < after).reverse()
        : found.filter(({ position }) => position > after);
      yield* behind.slice(0, limit);
    },
    readStream: async (stream) => inStream(reading(await readStored()), stream),
    append: async (events, condition) => {
      if (condition === undefined) return store.append(events);
      const ids = new Set(events.map(({ id }) => id));
      for (;;) {
        const stored = await readStored();
        const guard = { query: 'all', after: stored.at(-1)?.position ?? 0 } as const;
        // Ids are looked at before any condition: the store knows what to answer.
        const isKnown = stored.some(({ id }) => ids.has(id));
        const conflict = isKnown ? null : findConflict(stored, reading, condition, guard.after);
        if (conflict !== null) return conflict;
        const answer = await store.append(events, guard);
        if (isKnown || answer.kind !== 'conflict') return answer;
      }
    },
  };
}

/** Why a condition does not hold of a log as it is read; null where it does. */
function findConflict(
  stored: readonly StoredEvent[],
  reading: Reading,
  condition: AppendCondition,
  head: Position,
): AppendResult | null {
  const now = reading(stored);
  if ('streams' in condition) {
    for (const expected of condition.streams) {
      const actual = inStream(now, expected.stream).length;
      const version = expected.version === 'none' ? 0 : expected.version;
      if (version !== 'any' && version !== actual) return { kind: 'wrong-version', expected, actual, head };
    }
    return null;
  }
  const { query, after } = condition;
  // A later event may change how an earlier one is read, as the other half of a merge does: so what was read is compared.
  const before = reading(stored.filter(({ position }) => isUpTo(position, after)));
  const seen = new Set(before.map((event) => JSON.stringify(event)));
  const kept = new Set(now.map((event) => JSON.stringify(event)));
  const changed = [
    ...now.filter((event) => !seen.has(JSON.stringify(event))),
    ...before.filter((event) => !kept.has(JSON.stringify(event))),
  ];
  const matching = changed.filter((event) => query === 'all' || matches(query, event));
  return matching.length === 0 ? null : { kind: 'conflict', query, after, matching, head };
}

function matches(query: { readonly items: readonly Partial<Query['items'][number]>[] }, event: StoredEvent) {
  const items = query.items.map(({ types = [], tags = [] }) => ({ types, tags }));
  return matchesQuery({ items }, event);
}

function inStream(events: readonly StoredEvent[], stream: string): readonly StoredEvent[] {
  return events.filter(({ streams }) => streams?.includes(stream));
}
