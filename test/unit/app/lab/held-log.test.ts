import { describe, expect, it } from 'vitest';
import { HeldLog, type StoreHands } from '../../../../src/app/lab/held-log.ts';
import { MemoryStore } from '../../../../src/event-store/memory-store.ts';
import type { NewEvent, StoreTrouble } from '../../../../src/event-store/port.ts';
import type { LogStatus } from '../../../../src/lab/live-log.ts';

const EVENT: NewEvent = { id: 'e', type: 'A', tags: [], data: {}, time: '2024-01-01T00:00:00Z' };

/** A store that says it is kept, so that it can be told apart from one that is not. */
class KeptStore extends MemoryStore {
  override readonly durable = true as never;
}

interface Disk {
  readonly hands: StoreHands;
  /** As if another tab had done it. */
  readonly tell: (trouble: StoreTrouble) => void;
  readonly calls: string[];
}

/** Stores by name, as a browser has them. */
function makeDisk({ fails = 0 } = {}): Disk {
  const calls: string[] = [];
  const listeners = new Set<(trouble: StoreTrouble) => void>();
  let left = fails;
  return {
    calls,
    tell: (trouble) => {
      for (const listener of [...listeners]) listener(trouble);
    },
    hands: {
      open: async (name, onTrouble) => {
        calls.push('open');
        listeners.add(onTrouble);
        if (left-- > 0) throw new Error('The store is broken');
        return new KeptStore(name);
      },
      remove: async () => {
        calls.push('remove');
        listeners.clear();
      },
    },
  };
}

function hold(disk: Disk): HeldLog {
  return new HeldLog('board:x', () => 'x.ndjson', disk.hands);
}

/** The first status of which something holds. */
function until(log: HeldLog, holds: (status: LogStatus) => boolean): Promise<LogStatus> {
  return new Promise((resolve) => {
    const look = () => {
      const status = log.status();
      if (status === null || !holds(status)) return;
      forget();
      resolve(status);
    };
    const forget = log.listen(look);
    look();
  });
}

describe('a log that is held', () => {
  it('is opened with the first use, once', async () => {
    const disk = makeDisk();
    const log = hold(disk);
    expect([log.status(), disk.calls]).toEqual([null, []]);
    const [one, other] = await Promise.all([log.use(), log.use()]);
    expect(one).toBe(other);
    expect(disk.calls).toEqual(['open']);
    expect(log.status()).toEqual({ events: 0, edition: 1, durable: true, trouble: null });
    log.close();
  });

  it('keeps count of its events', async () => {
    const log = hold(makeDisk());
    const store = await log.use();
    await store.append([EVENT, { ...EVENT, id: 'f' }]);
    expect(await until(log, ({ events }) => events === 2)).toMatchObject({ edition: 1 });
    log.close();
  });

  it('is emptied by being made anew, and whoever wants it meanwhile gets the new one', async () => {
    const disk = makeDisk();
    const log = hold(disk);
    const before = await log.use();
    await before.append([EVENT]);
    const [made, wanted] = await Promise.all([log.recreate(), log.use()]);
    expect(wanted).toBe(made);
    expect(made).not.toBe(before);
    expect(disk.calls).toEqual(['open', 'remove', 'open']);
    expect(log.status()).toMatchObject({ events: 0, edition: 2 });
    log.close();
  });

  it('is opened again when another tab deleted it', async () => {
    const disk = makeDisk();
    const log = hold(disk);
    await log.use();
    disk.tell({ code: 'deleted', message: 'gone' });
    expect(await until(log, ({ edition }) => edition === 2)).toMatchObject({ events: 0, trouble: null });
    log.close();
  });

  it('says what is wrong without the name that says nothing, until something is written again', async () => {
    const disk = makeDisk();
    const log = hold(disk);
    const store = await log.use();
    disk.tell({ code: 'quota', message: 'There is no room left for the store "board:x": nothing was saved' });
    expect(log.status()?.trouble).toBe('There is no room left for this log: nothing was saved');
    await store.append([EVENT]);
    await until(log, ({ trouble }) => trouble === null);
    log.close();
  });

  it('can be tried again when it did not open', async () => {
    const disk = makeDisk({ fails: 1 });
    const log = hold(disk);
    await expect(log.use()).rejects.toThrow('The store is broken');
    expect(log.status()?.trouble).toBe('The store is broken');
    await log.use();
    expect(log.status()?.trouble).toBeNull();
    log.close();
  });

  it('is over when it is closed', async () => {
    const log = hold(makeDisk());
    await log.use();
    log.close();
    await expect(log.recreate()).rejects.toThrow('The log is closed.');
  });
});
