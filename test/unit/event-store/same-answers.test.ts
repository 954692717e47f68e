import { describe, expect, it } from 'vitest';
import { MemoryStore } from '../../../src/event-store/memory-store.ts';
import type {
  AppendCondition,
  EventStore,
  NewEvent,
  ReadOptions,
  StoreQuery,
} from '../../../src/event-store/port.ts';
import { seededRandom } from '../../../src/lib/seeded-random.ts';
import { collect, dexieStore, event } from './stores-for-tests.ts';

const TYPES = ['Joined', 'Left', 'course:1'];
const TAGS = ['course:1', 'course:2', 'student:1', 'student:2', 'Joined'];
const STREAMS = ['Course-1', 'Course-2'];

type Step = (store: EventStore) => Promise<unknown>;

describe('the Dexie store answers as the memory store does', () => {
  it.each([1, 2, 3, 4, 5, 6])('to random steps (seed %i)', async (seed) => {
    const random = seededRandom(seed);
    const [memory, dexie] = [new MemoryStore('test'), dexieStore()];
    for (let i = 0; i < 120; i++) {
      const step = randomStep(random, i);
      const expected = await answer(memory, step);
      expect(await answer(dexie, step)).toEqual(expected);
    }
    expect(await collect(dexie.read('all'))).toEqual(await collect(memory.read('all')));
    dexie.close();
  });
});

async function answer(store: EventStore, step: Step): Promise<unknown> {
  return step(store).catch((error: unknown) => ({ rejected: String(error) }));
}

function randomStep(random: () => number, number: number): Step {
  const kind = random();
  if (kind < 0.5) {
    const [events, condition] = [randomEvents(random, number), randomCondition(random)];
    return (store) => store.append(events, condition);
  }
  if (kind < 0.75) {
    const [query, options] = [randomQuery(random), randomOptions(random)];
    return (store) => collect(store.read(query, options));
  }
  if (kind < 0.85) {
    const query = randomQuery(random);
    return (store) => store.lastPosition(query);
  }
  if (kind < 0.9) {
    const stream = pick(random, STREAMS);
    return (store) => store.readStream(stream);
  }
  if (kind < 0.95) {
    const [position, add, remove] = [1 + below(random, 40), some(random, TAGS), some(random, TAGS)];
    const changes = [{ position, add, remove }];
    return (store) => store.retag({ id: `retagging-${number}`, time: '2000-01-01T00:00:00Z', changes });
  }
  const chance = random();
  return async (store) => {
    const all = await store.listRetaggings();
    return store.undoRetagging(all[Math.floor(chance * all.length)]?.id ?? 'none');
  };
}

function randomEvents(random: () => number, number: number): NewEvent[] {
  const again = random() < 0.15 ? below(random, number + 1) : number;
  return Array.from({ length: 1 + below(random, 3) }, (_, i) =>
    event(`${again}-${i}`, pick(random, TYPES), some(random, TAGS), { streams: some(random, STREAMS) }),
  );
}

function randomCondition(random: () => number): AppendCondition | undefined {
  const kind = random();
  if (kind < 0.3) return undefined;
  if (kind < 0.8) return { query: randomQuery(random), after: below(random, 90) };
  return {
    streams: STREAMS.map((stream) => ({ stream, version: pick(random, [0, 5, 10, 'none', 'any'] as const) })),
  };
}

function randomOptions(random: () => number): ReadOptions {
  return {
    ...(random() < 0.5 ? { after: below(random, 80) } : {}),
    ...(random() < 0.5 ? { limit: below(random, 5) } : {}),
    ...(random() < 0.5 ? { backwards: true } : {}),
  };
}

function randomQuery(random: () => number): StoreQuery {
  if (random() < 0.1) return 'all';
  const items = Array.from({ length: below(random, 4) }, () => ({
    types: some(random, TYPES),
    tags: some(random, TAGS),
  }));
  return { items };
}

function some<T>(random: () => number, all: readonly T[]): T[] {
  return all.filter(() => random() < 0.35);
}

function pick<T>(random: () => number, all: readonly T[]): T {
  return all[below(random, all.length)] as T;
}

function below(random: () => number, bound: number): number {
  return Math.floor(random() * bound);
}
