import { describe, expect, it } from 'vitest';
import { requestPersistence } from '../../../src/event-store/persistence.ts';
import { deleteStore, listStores, openEventStore } from '../../../src/event-store/stores.ts';
import { event, fakeStorage } from './stores-for-tests.ts';

describe('named stores', () => {
  it('stand beside each other, each with its own log', async () => {
    const storage = fakeStorage();
    const [first, second] = [
      await openEventStore('b', { storage }),
      await openEventStore('a/ä', { storage }),
    ];
    await first.append([event('1', 'Joined')]);
    expect(await second.append([event('1', 'Joined')])).toMatchObject({ positions: [1], replayed: false });
    expect(first.durable).toBe(true);
    expect(await listStores(storage)).toEqual(['a/ä', 'b']);
  });

  it('are listed without the databases of others', async () => {
    const storage = fakeStorage();
    storage.indexedDB.open('other');
    await openEventStore('mine', { storage });
    expect(await listStores(storage)).toEqual(['mine']);
  });

  it('are deleted only when their name is typed', async () => {
    const storage = fakeStorage();
    (await openEventStore('mine', { storage })).close();
    expect(await deleteStore('mine', 'Mine', { storage })).toBe('other-name-typed');
    expect(await deleteStore('other', 'other', { storage })).toBe('unknown-store');
    expect(await listStores(storage)).toEqual(['mine']);
    expect(await deleteStore('mine', 'mine', { storage })).toBe('deleted');
    expect(await listStores(storage)).toEqual([]);
  });

  it('are none where nothing can be stored', async () => {
    expect(await listStores()).toEqual([]);
    expect(await deleteStore('mine', 'mine')).toBe('unknown-store');
  });
});

describe('asking for storage that is kept', () => {
  it.each([
    ['kept', { persist: () => Promise.resolve(true) }],
    ['best-effort', { persist: () => Promise.resolve(false) }],
    ['unknown', { persist: () => Promise.reject(new Error('No')) }],
    ['unknown', undefined],
  ])('answers %s', async (answer, storage) => {
    expect(await requestPersistence(storage)).toBe(answer);
  });
});
