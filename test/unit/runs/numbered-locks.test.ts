import { describe, expect, it } from 'vitest';
import { NumberedLocks } from '../../../src/runs/numbered-locks.ts';
import { FakeLockManager } from '../../helpers/fake-lock-manager.ts';

/** Those of several workers, who share nothing but the browser's locks. */
function openAll(workers: number, manager = new FakeLockManager()): readonly NumberedLocks[] {
  return Array.from({ length: workers }, () => new NumberedLocks(manager, 'run'));
}

describe('locks that number the turns taken alone', () => {
  it('R3 count over all workers, in the order of the turns', async () => {
    const turns: number[] = [];
    await Promise.all(
      openAll(3).map(async (locks) => {
        for (let i = 0; i < 5; i++) await locks.alone(async () => void turns.push(locks.turn));
      }),
    );
    expect(turns).toEqual(Array.from({ length: 15 }, (_, i) => i + 1));
  });

  it('R3 count on when the worker with the highest number is done, until its race is over', async () => {
    const manager = new FakeLockManager();
    const [first, second] = openAll(2, manager) as [NumberedLocks, NumberedLocks];
    await first.alone(async () => {});
    await first.alone(async () => {});
    expect((await manager.query()).held).toEqual([{ name: 'run/turn/2' }]);
    expect(await second.alone(async () => second.turn)).toBe(3);
    for (const locks of [first, second]) locks.end();
    for (let task = 0; task < 10; task++) await new Promise((resolve) => setImmediate(resolve));
    expect((await manager.query()).held).toEqual([]);
  });

  it('fail where the browser refuses', async () => {
    const manager = new FakeLockManager();
    const request = manager.request.bind(manager);
    manager.request = (name, work) =>
      name.includes('/turn/') ? Promise.reject(new Error('no more locks')) : request(name, work);
    const locks = new NumberedLocks(manager, 'run');
    await expect(locks.alone(async () => {})).rejects.toThrow('no more locks');
  });

  it('S7 lock as Web Locks do', async () => {
    const [first, second] = openAll(2) as [NumberedLocks, NumberedLocks];
    const held = await first.alone(() => first.ask(['a']));
    expect(held.waits).toBe(false);
    const waiting = await second.alone(() => second.ask(['a']));
    expect(waiting.waits).toBe(true);
    await held.granted;
    await held.release();
    await waiting.granted;
    await waiting.release();
  });
});
