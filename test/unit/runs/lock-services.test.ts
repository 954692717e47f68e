import { describe, expect, it } from 'vitest';
import { InProcessLocks } from '../../../src/runs/in-process-locks.ts';
import type { LockRequest, LockService } from '../../../src/runs/lock-service.ts';
import { WebLocks } from '../../../src/runs/web-locks.ts';
import { FakeLockManager } from '../../helpers/fake-lock-manager.ts';

const SERVICES: readonly { readonly name: string; readonly open: () => LockService }[] = [
  { name: 'locks of the process', open: () => new InProcessLocks() },
  { name: 'Web Locks', open: () => new WebLocks(new FakeLockManager(), 'test') },
];

const settle = async () => {
  for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
};

/** Who asked, in this order, for keys that are a letter each, and who has them by now. */
async function ask(locks: LockService, ...requests: readonly string[]) {
  const granted: number[] = [];
  const asked: LockRequest[] = [];
  for (const [index, keys] of requests.entries()) {
    const request = await locks.alone(() => locks.ask([...keys]));
    void request.granted.then(() => granted.push(index + 1));
    asked.push(request);
  }
  await settle();
  const release = async (number: number) => {
    await asked[number - 1]?.release();
    await settle();
    return [...granted];
  };
  return { waits: asked.map(({ waits }) => waits), granted, release };
}

describe.each(SERVICES)('$name', ({ open }) => {
  it('S7 make those wait who share a key, and nobody else', async () => {
    const { waits, granted } = await ask(open(), 'ab', 'bc', 'd', '');
    expect(waits).toEqual([false, true, false, false]);
    expect([...granted].sort()).toEqual([1, 3, 4]);
  });

  it('S7 are granted in the order of asking, also where a key is free', async () => {
    const { waits, granted, release } = await ask(open(), 'a', 'ab', 'b');
    expect(waits).toEqual([false, true, true]);
    expect(granted).toEqual([1]);
    expect(await release(1)).toEqual([1, 2]);
    expect(await release(2)).toEqual([1, 2, 3]);
  });

  it('S7 lead to no deadlock where keys are asked for in another order', async () => {
    const { release } = await ask(open(), 'ab', 'ba', 'ab', 'ba');
    await release(1);
    await release(2);
    expect(await release(3)).toEqual([1, 2, 3, 4]);
  });

  it('are free once giving them back is answered', async () => {
    const locks = open();
    const { release } = await ask(locks, 'a');
    await release(1);
    expect((await ask(locks, 'a')).waits).toEqual([false]);
  });

  it('may be given back twice', async () => {
    const { release } = await ask(open(), 'a', 'a', 'a');
    await release(1);
    expect(await release(1)).toEqual([1, 2]);
  });

  it('let one work alone at a time, in the order of asking', async () => {
    const locks = open();
    const told: string[] = [];
    const work = (name: string) => async () => {
      told.push(`${name} begins`);
      await settle();
      told.push(`${name} ends`);
    };
    await Promise.all([locks.alone(work('one')), locks.alone(work('two'))]);
    expect(told).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
  });

  it('go on after work that failed, and tell who asked for it', async () => {
    const locks = open();
    const failing = locks.alone(() => Promise.reject(new Error('broken')));
    const next = locks.alone(async () => 'fine');
    await expect(failing).rejects.toThrow('broken');
    expect(await next).toBe('fine');
  });
});

describe('Web Locks', () => {
  it('say that a lock is given back when the browser has it back, and not before', async () => {
    const manager = new FakeLockManager();
    const locks = new WebLocks(manager, 'test');
    const request = await locks.alone(() => locks.ask(['a']));
    await request.granted;
    await settle();
    expect((await manager.query()).held).toEqual([{ name: 'test/key/a' }]);
    await request.release();
    expect((await manager.query()).held).toEqual([]);
  });
});

describe('Web Locks of two runs', () => {
  it('do not meet where their prefixes differ', async () => {
    const manager = new FakeLockManager();
    await ask(new WebLocks(manager, 'one'), 'a');
    expect((await ask(new WebLocks(manager, 'two'), 'a')).waits).toEqual([false]);
  });

  it('meet across tabs where they are the same', async () => {
    const manager = new FakeLockManager();
    await ask(new WebLocks(manager, 'one'), 'a');
    expect((await ask(new WebLocks(manager, 'one'), 'a')).waits).toEqual([true]);
  });
});
