import { lockTurns } from '../../../src/event-store/lock-turns.ts';
import type { EventStore, NewEvent, Position, StoreQuery } from '../../../src/event-store/port.ts';
import { retryOnConflict } from '../../../src/event-store/retry.ts';
import { seededRandom } from '../../../src/lib/seeded-random.ts';

export interface SoakOrder {
  readonly store: string;
  readonly writer: string;
  readonly appends: number;
  readonly seed: number;
}

export interface SoakReport {
  readonly appends: number;
  readonly events: number;
  readonly retries: number;
  /** The most times that one append had to be tried again. */
  readonly worst: { readonly retries: number; readonly query: StoreQuery };
  readonly milliseconds: number;
}

/** What each event of a soak says about the append it came with, for whoever checks the log afterwards. */
export interface SoakData {
  readonly query: StoreQuery;
  /** The position of the last event that matched when the append was decided. */
  readonly after: Position;
  readonly batch: string;
  readonly size: number;
}

const TYPES = ['Opened', 'Taken', 'Noted'];

/** Appends as often as ordered, each time under a boundary taken at random: read its last position, append, try again if something came between. */
export async function soak(store: EventStore, { writer, appends, seed }: SoakOrder): Promise<SoakReport> {
  const random = seededRandom(seed);
  let [events, retries] = [0, 0];
  let worst: SoakReport['worst'] = { retries: 0, query: 'all' };
  const start = performance.now();
  for (let n = 0; n < appends; n++) {
    const query = pickQuery(random);
    const batch = pickBatch(`${writer}-${n}`, random);
    const tries = await appendUnder(store, query, batch, random);
    events += batch.length;
    retries += tries;
    if (tries > worst.retries) worst = { retries: tries, query };
  }
  return { appends, events, retries, worst, milliseconds: performance.now() - start };
}

/** Returns how many times it had to try again. */
async function appendUnder(
  store: EventStore,
  query: StoreQuery,
  batch: readonly NewEvent[],
  random: () => number,
): Promise<number> {
  const { attempts } = await retryOnConflict(
    async () => {
      const after = await store.lastPosition(query);
      const events = batch.map((event) => ({
        ...event,
        data: { ...event.data, query: toJson(query), after },
      }));
      const result = await store.append(events, { query, after });
      if (result.kind === 'appended') return { kind: 'done', value: result };
      if (result.kind === 'conflict') return { kind: 'conflict' };
      throw new Error(`The soak was stopped: ${result.kind}`);
    },
    { random, sleep, takeTurn: lockTurns(navigator.locks, store.name) },
  );
  return attempts - 1;
}

/** One in two hundred guards the whole log; the others some types, a tag or two, or both, of a few hot ones. */
function pickQuery(random: () => number): StoreQuery {
  if (random() < 0.005) return 'all';
  const place = `place:${pick(random, 12)}`;
  const person = `person:${pick(random, 12)}`;
  const type = TYPES[pick(random, TYPES.length)] ?? 'Noted';
  const items = [
    [{ types: [], tags: [place] }],
    [{ types: [type], tags: [place] }],
    [{ types: [type, 'Opened'], tags: [person] }],
    [{ types: [], tags: [place, person] }],
    [
      { types: [], tags: [place] },
      { types: [type], tags: [person] },
    ],
    [{ types: ['Rare'], tags: [] }],
  ];
  return { items: items[pick(random, items.length)] ?? [] };
}

/** One event, mostly; sometimes two or three with tags of their own. */
function pickBatch(batch: string, random: () => number): NewEvent[] {
  const size = random() < 0.8 ? 1 : 2 + pick(random, 2);
  return Array.from({ length: size }, (_, i) => ({
    id: `${batch}-${i}`,
    type: random() < 0.05 ? 'Rare' : (TYPES[pick(random, TYPES.length)] ?? 'Noted'),
    data: { batch, size },
    tags: [`place:${pick(random, 12)}`, `person:${pick(random, 12)}`],
    time: '2000-01-01T00:00:00Z',
  }));
}

function toJson(query: StoreQuery) {
  if (query === 'all') return query;
  return { items: query.items.map(({ types, tags }) => ({ types: [...types], tags: [...tags] })) };
}

function pick(random: () => number, count: number): number {
  return Math.floor(random() * count);
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
