import { forceCloseDatabase, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StoreTrouble } from '../../../src/event-store/port.ts';
import { databaseName, type Storage } from '../../../src/event-store/store-database.ts';
import { deleteStore, listStores, openEventStore } from '../../../src/event-store/stores.ts';
import { collect, dexieStore, event, fakeStorage, hearTroubles, idsOf, until } from './stores-for-tests.ts';

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {}); // Dexie's own tries to open
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** A connection past the store, as another tab has one. */
async function openBeside({ indexedDB }: Storage, version?: number): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName('test'), version);
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Watches for the connections that are opened in a storage. */
function watchConnections({ indexedDB }: Storage): IDBDatabase[] {
  const opened: IDBDatabase[] = [];
  const open = indexedDB.open.bind(indexedDB);
  vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
    const request = open(name, version);
    request.addEventListener('success', () => opened.push(request.result));
    return request;
  });
  return opened;
}

describe('a store whose connection is lost', () => {
  it('opens it again and does what it was asked for', async () => {
    const storage = fakeStorage();
    const opened = watchConnections(storage);
    const store = dexieStore('test', storage);
    await store.append([event('1', 'Joined')]);
    opened[0]?.close();
    const troubles = hearTroubles(store);
    expect(await store.append([event('2', 'Joined')])).toMatchObject({ kind: 'appended', positions: [2] });
    expect(await idsOf(store.read('all'))).toEqual(['1', '2']);
    expect(opened).toHaveLength(2);
    expect(troubles).toEqual([]);
  });

  it('goes on after the browser closed it', async () => {
    const storage = fakeStorage();
    const opened = watchConnections(storage);
    const store = dexieStore('test', storage);
    await store.append([event('1', 'Joined')]);
    for (const one of opened) forceCloseDatabase(one as never);
    await store.retag({ id: 'r', time: '', changes: [{ position: 1, add: ['course:1'], remove: [] }] });
    expect(await idsOf(store.read({ items: [{ types: [], tags: ['course:1'] }] }))).toEqual(['1']);
  });

  it('opens it once only, then rejects and tells that it is closed', async () => {
    const storage = fakeStorage();
    const opened = watchConnections(storage);
    const store = dexieStore('test', storage);
    await store.append([event('1', 'Joined')]);
    const troubles = hearTroubles(store);
    opened[0]?.close();
    vi.spyOn(storage.indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
    });
    await expect(store.append([event('2', 'Joined')])).rejects.toMatchObject({ code: 'closed' });
    expect(troubles).toEqual(['closed']);
    vi.restoreAllMocks();
    expect(await store.append([event('2', 'Joined')])).toMatchObject({ positions: [2] });
  });

  it('recognises an append that was written but not acknowledged', async () => {
    const storage = fakeStorage();
    const opened = watchConnections(storage);
    const store = dexieStore('test', storage);
    await store.append([event('1', 'Joined')]);
    const [connection] = opened;
    if (!connection) throw new Error('There is no connection');
    const start = connection.transaction.bind(connection);
    vi.spyOn(connection, 'transaction').mockImplementationOnce((names, mode) => {
      const transaction = start(names, mode);
      transaction.addEventListener('complete', () => transaction.onabort?.(new Event('abort')));
      vi.spyOn(transaction, 'oncomplete', 'set').mockImplementation(() => {});
      return transaction;
    });
    const result = await store.append([event('2', 'Joined')]);
    expect(result).toEqual({ kind: 'appended', positions: [2], replayed: true });
    expect(await idsOf(store.read('all'))).toEqual(['1', '2']);
  });
});

describe('a store that is closed by its owner', () => {
  it('refuses everything and tells nothing', async () => {
    const store = dexieStore();
    await store.append([event('1', 'Joined')]);
    const troubles = hearTroubles(store);
    store.close();
    await expect(store.append([event('2', 'Joined')])).rejects.toMatchObject({ code: 'closed' });
    await expect(collect(store.read('all'))).rejects.toMatchObject({ code: 'closed' });
    expect(troubles).toEqual([]);
  });
});

describe('a store that is deleted under our feet', () => {
  it('lets go of it at once, tells so, and does not make it again', async () => {
    const storage = fakeStorage();
    const store = dexieStore('test', storage);
    await store.append([event('1', 'Joined')]);
    const troubles = hearTroubles(store);
    expect(await deleteStore('test', 'test', { storage })).toBe('deleted');
    await expect(store.append([event('2', 'Joined')])).rejects.toMatchObject({ code: 'deleted' });
    expect(troubles).toEqual(['deleted']);
    expect(await listStores(storage)).toEqual([]);
  });

  it('tells so when the browser cleared it', async () => {
    const storage = fakeStorage();
    const opened = watchConnections(storage);
    const store = dexieStore('test', storage);
    await store.append([event('1', 'Joined')]);
    const troubles = hearTroubles(store);
    opened[0]?.close();
    await new Promise((resolve) => {
      storage.indexedDB.deleteDatabase(databaseName('test')).onsuccess = resolve;
    });
    await expect(store.append([event('2', 'Joined')])).rejects.toMatchObject({ code: 'deleted' });
    expect(troubles).toEqual(['deleted']);
    expect(await listStores(storage)).toEqual([]);
  });

  it('does not take another one of the same name for it', async () => {
    const storage = fakeStorage();
    const opened = watchConnections(storage);
    const store = dexieStore('test', storage);
    await store.append([event('1', 'Joined')]);
    opened[0]?.close();
    await deleteStore('test', 'test', { storage });
    await dexieStore('test', storage).append([event('other', 'Joined')]);
    await expect(store.append([event('2', 'Joined')])).rejects.toMatchObject({ code: 'deleted' });
  });

  it('tells those who follow its log', async () => {
    const storage = fakeStorage();
    const store = dexieStore('test', storage);
    const errors: unknown[] = [];
    store.subscribe(
      'all',
      0,
      () => {},
      (error) => errors.push(error),
    );
    await store.append([event('1', 'Joined')]);
    await deleteStore('test', 'test', { storage });
    await until(() => errors.length > 0);
    expect(errors).toMatchObject([{ code: 'deleted' }]);
  });
});

describe('a store that a newer page wants', () => {
  it('lets go of it and tells that the page is outdated', async () => {
    const storage = fakeStorage();
    const store = dexieStore('test', storage);
    await store.append([event('1', 'Joined')]);
    const troubles = hearTroubles(store);
    (await openBeside(storage, 990)).close();
    await expect(store.lastPosition('all')).rejects.toMatchObject({ code: 'outdated' });
    expect(troubles).toEqual(['outdated']);
  });

  it('is not opened by an older one, which goes on in memory', async () => {
    const storage = fakeStorage();
    (await openBeside(storage, 990)).close();
    const store = await openEventStore('test', { storage });
    expect(store.durable).toBe(false);
  });
});

describe('a store that another tab blocks', () => {
  it('tells so, waits, and opens when the tab lets go', async () => {
    const storage = fakeStorage();
    const old = await openBeside(storage, 5);
    const troubles: StoreTrouble['code'][] = [];
    const opening = openEventStore('test', { storage, onTrouble: ({ code }) => troubles.push(code) });
    await until(() => troubles.length > 0);
    expect(troubles).toEqual(['blocked']);
    old.close();
    const store = await opening;
    expect(store.durable).toBe(true);
    expect(await store.append([event('1', 'Joined')])).toMatchObject({ positions: [1] });
    expect(hearTroubles(store)).toEqual([]);
  });

  it('is deleted when the tab lets go', async () => {
    const storage = fakeStorage();
    const old = await openBeside(storage, 5);
    const told = vi.fn();
    const deleting = deleteStore('test', 'test', { storage, onBlocked: told });
    await until(() => told.mock.calls.length > 0);
    old.close();
    expect(await deleting).toBe('deleted');
  });
});

describe('a store without room', () => {
  it('rejects the append, writes nothing of it, tells so and goes on', async () => {
    const store = dexieStore();
    await store.append([event('1', 'Joined', ['course:1'])]);
    const troubles = hearTroubles(store);
    const add = IDBObjectStore.prototype.add;
    let room = 2;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...values) {
      if (room-- <= 0) throw new DOMException('The quota has been exceeded', 'QuotaExceededError');
      return Reflect.apply(add, this, values);
    });
    const batch = ['2', '3', '4'].map((id) => event(id, 'Joined', ['course:1'], { streams: ['Course-1'] }));
    await expect(store.append(batch)).rejects.toMatchObject({ code: 'quota' });
    vi.restoreAllMocks();
    expect(troubles).toEqual(['quota']);
    expect(await idsOf(store.read('all'))).toEqual(['1']);
    expect(await store.readStream('Course-1')).toEqual([]);
    const again = await store.append(batch, { streams: [{ stream: 'Course-1', version: 'none' }] });
    expect(again).toMatchObject({ kind: 'appended', positions: [2, 3, 4] });
  });
});

describe('a profile that stores nothing', () => {
  it.each<[what: string, storage: Storage | undefined]>([
    ['has no IndexedDB', undefined],
    ['refuses to open it', refusing('SecurityError')],
    ['cannot read it', refusing('UnknownError')],
  ])('%s: the store lives in memory, and says that nothing is saved', async (_, storage) => {
    const heard: StoreTrouble[] = [];
    const onTrouble = (trouble: StoreTrouble) => heard.push(trouble);
    const store = await openEventStore('test', { onTrouble, ...(storage ? { storage } : {}) });
    expect(store.durable).toBe(false);
    expect(heard).toMatchObject([
      { code: 'unavailable', message: expect.stringContaining('Nothing is saved') },
    ]);
    expect(hearTroubles(store)).toEqual(['unavailable']);
    expect(await store.append([event('1', 'Joined')])).toMatchObject({ positions: [1] });
  });
});

describe('a clock that jumps', () => {
  it('changes nothing: the order is that of the positions', async () => {
    const store = dexieStore();
    for (const [i, year] of ['2030', '1999', '2010'].entries()) {
      await store.append([event(`${i}`, 'Joined', ['course:1'], { time: `${year}-01-01T00:00:00Z` })]);
    }
    const query = { items: [{ types: ['Joined'], tags: ['course:1'] }] };
    expect(await idsOf(store.read(query))).toEqual(['0', '1', '2']);
    expect(await idsOf(store.read(query, { after: 1 }))).toEqual(['1', '2']);
    const stale = await store.append([event('3', 'Joined')], { query, after: 2 });
    expect(stale).toMatchObject({ kind: 'conflict', matching: [{ id: '2' }] });
  });
});

function refusing(name: string): Storage {
  const storage = fakeStorage();
  storage.indexedDB.open = () => {
    throw new DOMException('No', name);
  };
  return storage;
}
