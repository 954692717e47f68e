import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import type { Saving } from '../../../../src/board/board.ts';
import type { BoardStorage } from '../../../../src/board/shelf/board-storage.ts';
import { MemoryStorage } from '../../../../src/board/shelf/memory-storage.ts';
import { UpdateLog } from '../../../../src/board/shelf/update-log.ts';

/** A storage that can be full, and that takes its time. */
class TestStorage implements BoardStorage {
  readonly notice = null;
  readonly #inner = new MemoryStorage('');
  readonly watchEntries = this.#inner.watchEntries;
  readonly findEntry = this.#inner.findEntry;
  readonly add = this.#inner.add;
  readonly changeEntry = this.#inner.changeEntry;
  readonly purge = this.#inner.purge;
  readonly readUpdates = this.#inner.readUpdates;
  readonly replaceUpdates = this.#inner.replaceUpdates;
  writes = 0;
  isFull = false;

  readonly addUpdate = async (id: string, update: Uint8Array): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
    this.writes++;
    await this.#inner.addUpdate(id, update);
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

async function start(): Promise<{
  storage: TestStorage;
  map: Y.Map<number>;
  told: Saving[];
  log: UpdateLog;
}> {
  const storage = new TestStorage();
  const shared = new Y.Doc();
  const told: Saving[] = [];
  const log = new UpdateLog(
    storage,
    'b',
    shared,
    () => 7,
    (saving) => told.push(saving),
  );
  await log.open();
  return { storage, map: shared.getMap('m'), told, log };
}

async function readBack(storage: TestStorage): Promise<object> {
  const shared = new Y.Doc();
  for (const { update } of await storage.readUpdates('b')) Y.applyUpdate(shared, update);
  return shared.getMap('m').toJSON();
}

it('writes the first change at once, and what comes meanwhile in one go', async () => {
  const { storage, map, told } = await start();
  for (let value = 1; value <= 20; value++) map.set('x', value);
  await vi.advanceTimersByTimeAsync(25);
  expect(storage.writes).toBe(2);
  expect(told).toEqual([{ kind: 'saving' }, { kind: 'saved', at: 7 }]);
  expect(await readBack(storage)).toEqual({ x: 20 });
});

it('says that there is no room, and keeps everything once there is', async () => {
  const { storage, map, told } = await start();
  storage.isFull = true;
  map.set('x', 1);
  await vi.advanceTimersByTimeAsync(20);
  expect(told.at(-1)).toMatchObject({ kind: 'failed', message: expect.stringContaining('no room left') });
  map.set('y', 2);
  await vi.advanceTimersByTimeAsync(20);
  storage.isFull = false;
  await vi.advanceTimersByTimeAsync(6000);
  expect(told.at(-1)).toEqual({ kind: 'saved', at: 7 });
  expect(await readBack(storage)).toEqual({ x: 1, y: 2 });
});

it('has kept everything when it was flushed', async () => {
  const { storage, map, log } = await start();
  map.set('x', 1);
  map.set('x', 2);
  const flushed = log.flush();
  await vi.advanceTimersByTimeAsync(30);
  await flushed;
  expect(await readBack(storage)).toEqual({ x: 2 });
});
