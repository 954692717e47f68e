import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { KeptLogs } from '../../../src/event-store/kept-logs.ts';

const log = (id: string, addedAt: number) => ({
  id,
  name: `${id}.csv`,
  size: 3,
  addedAt,
  mapping: { type: [['a']] },
  events: 1,
});

describe('logs from outside that the browser keeps', () => {
  const open = () => new KeptLogs(() => ({ indexedDB, IDBKeyRange }));

  it('are there for the next visit, the newest first, byte by byte', async () => {
    await open().keep(log('old', 1), new Blob(['abc']));
    await open().keep(log('new', 2), new Blob([Uint8Array.of(0, 255)]));
    expect((await open().list()).map(({ id }) => id)).toEqual(['new', 'old']);
    const file = await open().readFile('new');
    expect([...new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer())]).toEqual([0, 255]);
  });

  it('can be mapped anew without their bytes being written again, and deleted with them', async () => {
    await open().keep({ ...log('old', 1), events: 7 }, null);
    expect(await open().list()).toContainEqual(expect.objectContaining({ id: 'old', events: 7 }));
    expect(await (await open().readFile('old'))?.text()).toBe('abc');
    await open().remove('old');
    expect(await open().readFile('old')).toBeNull();
  });

  it('cannot be had where there is no IndexedDB', async () => {
    const none = new KeptLogs(() => {
      throw new Error('no IndexedDB');
    });
    await expect(none.list()).rejects.toThrow('no IndexedDB');
  });
});
