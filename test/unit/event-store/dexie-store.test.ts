import { Dexie } from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { StoredEvent } from '../../../src/event-store/port.ts';
import { toRow, VERSIONS } from '../../../src/event-store/schema.ts';
import { databaseName } from '../../../src/event-store/store-database.ts';
import { collect, dexieStore, event, fakeStorage, idsOf, until } from './stores-for-tests.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the Dexie store', () => {
  it('holds after it was opened again what it held before', async () => {
    const storage = fakeStorage();
    const before = dexieStore('test', storage);
    const more = {
      streams: ['Course-1'],
      actor: 'ann',
      onBehalfOf: 'bob',
      command: 'join',
      causationId: 'x',
    };
    await before.append([event('1', 'Joined', ['course:1'], more)]);
    const events = await collect(before.read('all'));
    before.close();
    const after = dexieStore('test', storage);
    expect(await collect(after.read('all'))).toEqual(events);
    expect(await after.readStream('Course-1')).toEqual(events);
    expect(await after.append([event('1', 'Joined')])).toEqual({
      kind: 'appended',
      positions: [1],
      replayed: true,
    });
  });

  it('takes over a database of the first version, with all that is in it, and keeps rows beside it from then on', async () => {
    const storage = fakeStorage();
    const first = new Dexie(databaseName('test'), { ...storage });
    first.version(1).stores(VERSIONS[0] ?? {});
    await first.table('events').add(toRow(event('1', 'Joined', ['course:1']), 1));
    first.close();
    const store = dexieStore('test', storage);
    expect(await idsOf(store.read({ items: [{ types: [], tags: ['course:1'] }] }))).toEqual(['1']);
    await store.changeRows({ expect: [], put: [{ shelf: 's', key: 'k', value: 1 }] });
    store.close();
    const again = dexieStore('test', storage);
    expect(await again.getRows([{ shelf: 's', key: 'k' }])).toEqual([1]);
    expect(await again.append([event('2', 'Joined')])).toMatchObject({ positions: [2] });
  });

  it('gives every append of several connections positions of its own', async () => {
    const storage = fakeStorage();
    const stores = Array.from({ length: 4 }, () => dexieStore('test', storage));
    const appends = Array.from({ length: 40 }, (_, i) =>
      stores[i % 4]?.append([event(`${i}-a`, 'A'), event(`${i}-b`, 'B')]),
    );
    const positions = (await Promise.all(appends)).flatMap((result) =>
      result?.kind === 'appended' ? result.positions : [],
    );
    expect(positions.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 80 }, (_, i) => i + 1));
  });

  it('reads on while others append, and stops where the log ended when it began', async () => {
    const store = dexieStore();
    await store.append(Array.from({ length: 700 }, (_, i) => event(`${i}`, 'A', ['t:1', `odd:${i % 2}`])));
    const query = {
      items: [
        { types: ['A'], tags: ['odd:1'] },
        { types: [], tags: ['t:1', 'odd:0'] },
      ],
    };
    const seen: StoredEvent[] = [];
    for await (const one of store.read(query)) {
      seen.push(one);
      if (seen.length % 100 === 0) await store.append([event(`more-${seen.length}`, 'A', ['odd:1'])]);
    }
    expect(seen.map(({ position }) => position)).toEqual(Array.from({ length: 700 }, (_, i) => i + 1));
  });

  it('finds the rare among the frequent, and the frequent among the frequent, both ways', async () => {
    const store = dexieStore();
    const tagsOf = (i: number) => ['hub:1', ...(i % 2 ? ['odd:1'] : []), ...(i % 97 === 0 ? ['rare:1'] : [])];
    await store.append(Array.from({ length: 1000 }, (_, i) => event(`${i}`, 'A', tagsOf(i))));
    const rare = { items: [{ types: ['A'], tags: ['hub:1', 'rare:1'] }] };
    expect(await idsOf(store.read(rare))).toEqual(
      [0, 97, 194, 291, 388, 485, 582, 679, 776, 873, 970].map(String),
    );
    expect(await idsOf(store.read(rare, { backwards: true, limit: 2 }))).toEqual(['970', '873']);
    expect(await store.lastPosition(rare)).toBe(971);
    const odd = { items: [{ types: [], tags: ['odd:1', 'hub:1', 'odd:1'] }] };
    expect(await collect(store.read(odd))).toHaveLength(500);
    expect(await collect(store.read(odd, { backwards: true, after: 501 }))).toHaveLength(250);
    expect(await store.append([event('x', 'A')], { query: rare, after: 970 })).toMatchObject({
      kind: 'conflict',
    });
    expect(await store.append([event('x', 'A')], { query: rare, after: 971 })).toMatchObject({
      kind: 'appended',
    });
  });

  it('does not take a type for a tag of the same text', async () => {
    const store = dexieStore();
    await store.append([event('1', 'course:1', ['Joined']), event('2', 'Joined', ['course:1'])]);
    expect(await idsOf(store.read({ items: [{ types: ['Joined'], tags: [] }] }))).toEqual(['2']);
    expect(await idsOf(store.read({ items: [{ types: [], tags: ['Joined'] }] }))).toEqual(['1']);
    expect(await idsOf(store.read({ items: [{ types: ['Joined'], tags: ['Joined'] }] }))).toEqual([]);
  });

  it('refuses data that cannot be stored, and writes nothing of the append', async () => {
    const store = dexieStore();
    const wrong = event('2', 'A', [], { data: { f: (() => 0) as never } });
    await expect(store.append([event('1', 'A'), wrong])).rejects.toMatchObject({ code: 'wrong-event' });
    expect(await store.lastPosition('all')).toBe(0);
  });

  it('recognises stored ids wherever they stand in an append', async () => {
    const store = dexieStore();
    await store.append([event('1', 'A'), event('2', 'A')]);
    const result = await store.append([event('3', 'A'), event('2', 'A')]);
    expect(result).toEqual({ kind: 'partly-stored', ids: ['2'] });
    expect(await store.lastPosition('all')).toBe(2);
  });
});

describe('retagging in the Dexie store', () => {
  const retagging = {
    id: 'r1',
    time: '2001-01-01T00:00:00Z',
    changes: [{ position: 1, add: ['course:2'], remove: ['course:1'] }],
  };
  const of = (tag: string, ...types: string[]) => ({ items: [{ types, tags: [tag] }] });

  it('moves the event in the index, for reading and for conditions, and back', async () => {
    const store = dexieStore();
    await store.append([event('1', 'Joined', ['course:1'], { data: { kept: true } })]);
    await store.retag(retagging);
    expect(await idsOf(store.read(of('course:1')))).toEqual([]);
    expect(await idsOf(store.read(of('course:2', 'Joined')))).toEqual(['1']);
    const stale = await store.append([event('2', 'Left')], { query: of('course:2'), after: 0 });
    expect(stale).toMatchObject({
      kind: 'conflict',
      matching: [{ data: { kept: true }, tags: ['course:2'] }],
    });
    await store.undoRetagging('r1');
    expect(await idsOf(store.read(of('course:2')))).toEqual([]);
    expect(await idsOf(store.read(of('course:1', 'Joined')))).toEqual(['1']);
  });

  it('is recorded for whoever opens the store next', async () => {
    const storage = fakeStorage();
    const recorded = { ...retagging, before: [{ position: 1, tags: ['course:1'] }], undone: false };
    const store = dexieStore('test', storage);
    await store.append([event('1', 'Joined', ['course:1'])]);
    expect(await store.retag(retagging)).toEqual(recorded);
    expect(await dexieStore('test', storage).listRetaggings()).toEqual([recorded]);
  });

  it('changes nothing when one of its positions is not there', async () => {
    const store = dexieStore();
    await store.append([event('1', 'Joined', ['course:1'])]);
    const changes = [...retagging.changes, { position: 9, add: ['x:1'], remove: [] }];
    await expect(store.retag({ ...retagging, changes })).rejects.toMatchObject({ code: 'unknown-position' });
    expect(await idsOf(store.read(of('course:1')))).toEqual(['1']);
    expect(await store.listRetaggings()).toEqual([]);
  });

  it('is undone only after what was changed later', async () => {
    const store = dexieStore();
    await store.append([event('1', 'Joined', ['course:1'])]);
    await store.retag(retagging);
    await store.retag({ id: 'r2', time: '', changes: [{ position: 1, add: ['student:1'], remove: [] }] });
    await expect(store.undoRetagging('r1')).rejects.toMatchObject({ code: 'later-retagging' });
    await store.undoRetagging('r2');
    expect(await store.undoRetagging('r1')).toMatchObject({ undone: true });
  });
});

describe('following the log of the Dexie store', () => {
  it('sees what another connection appends', async () => {
    const storage = fakeStorage();
    const [here, there] = [dexieStore('test', storage), dexieStore('test', storage)];
    const seen: string[] = [];
    await there.append([event('1', 'A')]);
    here.subscribe('all', 0, ({ id }) => void seen.push(id));
    await until(() => seen.length === 1);
    await there.append([event('2', 'A')]);
    await until(() => seen.length === 2);
    expect(seen).toEqual(['1', '2']);
    here.close();
    there.close();
  });

  it('sees it too where tabs cannot tell each other', async () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    const storage = fakeStorage();
    const [here, there] = [dexieStore('test', storage), dexieStore('test', storage)];
    const seen: string[] = [];
    here.subscribe('all', 0, ({ id }) => void seen.push(id));
    await there.append([event('1', 'A')]);
    await until(() => seen.length > 0);
    expect(seen).toEqual(['1']);
    here.close();
  });

  it('ends with the store', async () => {
    const storage = fakeStorage();
    const [here, there] = [dexieStore('test', storage), dexieStore('test', storage)];
    const seen: string[] = [];
    const onError = vi.fn();
    here.subscribe('all', 0, ({ id }) => void seen.push(id), onError);
    await there.append([event('1', 'A')]);
    await until(() => seen.length > 0);
    here.close();
    await there.append([event('2', 'A')]);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(seen).toEqual(['1']);
    expect(onError).not.toHaveBeenCalled();
    there.close();
  });

  it('ends with a handler that fails, which its owner is told', async () => {
    const store = dexieStore();
    const errors: unknown[] = [];
    const handler = vi.fn(() => Promise.reject(new Error('No')));
    store.subscribe('all', 0, handler, (error) => errors.push(error));
    await store.append([event('1', 'A'), event('2', 'A')]);
    await until(() => errors.length > 0);
    await store.append([event('3', 'A')]);
    expect(handler).toHaveBeenCalledTimes(1);
    expect(errors).toEqual([new Error('No')]);
    store.close();
  });
});
