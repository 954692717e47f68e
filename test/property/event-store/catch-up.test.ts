import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catchUp, type ProjectedStore, startOver } from '../../../src/event-store/catch-up.ts';
import { checkRows } from '../../../src/event-store/check-rows.ts';
import { MemoryStore } from '../../../src/event-store/memory-store.ts';
import type { EventStore, NewEvent } from '../../../src/event-store/port.ts';
import { projectInAppend } from '../../../src/event-store/project-in-append.ts';
import { openEventStore } from '../../../src/event-store/stores.ts';
import { sumByPlace } from '../../contract/sum-by-place.ts';

const events = fc
  .array(
    fc.record({
      type: fc.constantFrom('Added', 'Taken', 'Other'),
      place: fc.constantFrom('a', 'b', 'c'),
      amount: fc.integer({ min: -9, max: 9 }),
    }),
    { maxLength: 40 },
  )
  .map((all) =>
    all.map(({ type, ...data }, i): NewEvent => {
      const time = '2000-01-01T00:00:00Z';
      return { id: `e${i}`, type, data, tags: [], time };
    }),
  );

/** What a step does: appends some, with or without the rows, or catches up until it is cut off. */
const steps = fc.array(
  fc.oneof(
    fc.record({ append: fc.integer({ min: 1, max: 5 }), isSync: fc.boolean() }),
    fc.record({ batch: fc.integer({ min: 1, max: 5 }), cutAfter: fc.integer({ min: 0, max: 6 }) }),
    fc.constant({ again: true } as const),
  ),
  { maxLength: 25 },
);

type Step = typeof steps extends fc.Arbitrary<readonly (infer S)[]> ? S : never;

/** Takes a step; events that are appended are taken from those left. */
async function take(step: Step, store: EventStore, left: NewEvent[]): Promise<void> {
  if ('again' in step) return startOver(store, sumByPlace);
  if ('batch' in step) {
    await catchUp(cutOff(store, step.cutAfter), sumByPlace, { batch: step.batch }).catch(() => {});
    return;
  }
  const some = left.splice(0, step.append);
  if (some.length === 0) return;
  await store.append(some, undefined, step.isSync ? projectInAppend([sumByPlace]) : undefined);
}

const stores: readonly (readonly [string, () => Promise<EventStore>])[] = [
  ['memory', async () => new MemoryStore('s')],
  [
    'IndexedDB',
    () =>
      openEventStore('s', { storage: { indexedDB: new IDBFactory(), IDBKeyRange }, durability: 'relaxed' }),
  ],
];

describe.each(stores)('Rows in %s', (_, open) => {
  it('are those built from scratch, whatever was appended with them or without, however often they were cut off or begun anew', async () => {
    await fc.assert(
      fc.asyncProperty(events, steps, async (all, taken) => {
        const store = await open();
        const left = [...all];
        for (const step of taken) await take(step, store, left);
        const appended = all.slice(0, all.length - left.length);
        expect((await catchUp(store, sumByPlace)).kind).toBe('level');
        const rows = (await store.listRows('rows:sums')).map(({ key, value }) => [key, value]);
        expect(rows).toEqual(sumUp(appended));
        const check = await checkRows(store, sumByPlace);
        expect(check).toMatchObject({ wrongRows: 0, firstWrong: null });
        expect(check.seen).toBe(check.inLog);
        store.close();
      }),
      { numRuns: 60 },
    );
  });
});

it('A missed stretch is found, whether rows or their count betray it', async () => {
  const store = new MemoryStore('s');
  const add = (id: string): NewEvent => ({
    id,
    type: 'Added',
    data: { place: 'a', amount: 1 },
    tags: [],
    time: '2000-01-01T00:00:00Z',
  });
  await store.append([add('1'), add('2'), add('3')]);
  const checkpoint = {
    ...{ position: 3, seen: 2, definition: '1' },
    isPaused: false,
    rebuildTo: null,
    error: null,
  };
  await store.changeRows({
    expect: [],
    put: [
      { shelf: 'checkpoints', key: 'sums', value: checkpoint },
      { shelf: 'rows:sums', key: 'a', value: 2 },
    ],
  });
  expect((await catchUp(store, sumByPlace)).kind).toBe('level');
  expect(await checkRows(store, sumByPlace)).toEqual({ inLog: 3, seen: 2, wrongRows: 1, firstWrong: 'a' });
  await startOver(store, sumByPlace);
  await catchUp(store, sumByPlace);
  expect(await checkRows(store, sumByPlace)).toEqual({ inLog: 3, seen: 3, wrongRows: 0, firstWrong: null });
});

/** A store whose page dies with the nth write: before it or right behind it. */
function cutOff(store: EventStore, writes: number): ProjectedStore {
  let left = writes;
  return {
    read: (query, options) => store.read(query, options),
    lastPosition: (query) => store.lastPosition(query),
    getRows: (refs) => store.getRows(refs),
    listRows: (shelf, options) => store.listRows(shelf, options),
    changeRows: async (change) => {
      if (left-- > 0) return store.changeRows(change);
      if (writes % 2 === 0) await store.changeRows(change);
      throw new Error('cut off');
    },
  };
}

/** The same sums in the obvious way. */
function sumUp(all: readonly NewEvent[]): readonly (readonly [string, number])[] {
  const sums = new Map<string, number>();
  for (const { type, data } of all) {
    if (type === 'Other') continue;
    const place = String(data['place']);
    sums.set(place, (sums.get(place) ?? 0) + Number(data['amount']) * (type === 'Taken' ? -1 : 1));
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
}
