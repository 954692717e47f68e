import { describe, expect, it } from 'vitest';
import { lockTurns } from '../../../src/event-store/lock-turns.ts';
import { MemoryStore } from '../../../src/event-store/memory-store.ts';
import { type RetryOptions, retryOnConflict } from '../../../src/event-store/retry.ts';
import { seededRandom } from '../../../src/lib/seeded-random.ts';
import { event } from './stores-for-tests.ts';

/** A clock that jumps to the next sleeper as soon as nobody has anything else to do. */
class SleepersClock {
  #now = 0;
  readonly #sleepers: { readonly at: number; readonly wake: () => void }[] = [];

  readonly sleep = (milliseconds: number): Promise<void> =>
    new Promise((wake) => this.#sleepers.push({ at: this.#now + milliseconds, wake }));

  async run(work: readonly Promise<unknown>[]): Promise<void> {
    let over = false;
    const all = Promise.all(work).finally(() => {
      over = true;
    });
    while (!over) {
      await new Promise((resolve) => setImmediate(resolve));
      this.#sleepers.sort((a, b) => b.at - a.at);
      const next = this.#sleepers.pop();
      this.#now = next?.at ?? this.#now;
      next?.wake();
    }
    await all;
  }
}

/** How often each of so many writers had to try, over and over, to append behind what all others append: 1 ms to decide. */
async function contend(writers: number, appends: number, seed: number, turns = false): Promise<number[]> {
  const [random, clock, store] = [seededRandom(seed), new SleepersClock(), new MemoryStore('test')];
  const tries: number[] = [];
  const takeTurn = lockTurns(turns ? queueLocks() : undefined, 'test');
  const write = async (writer: number) => {
    for (let i = 0; i < appends; i++) {
      const result = await retryOnConflict(
        async () => {
          const after = await store.lastPosition('all');
          await clock.sleep(0.5 + random());
          const appended = await store.append([event(`${writer}-${i}`, 'A')], { query: 'all', after });
          return appended.kind === 'appended' ? { kind: 'done', value: appended } : { kind: 'conflict' };
        },
        { random, sleep: clock.sleep, takeTurn },
      );
      tries.push(result.attempts);
    }
  };
  await clock.run(Array.from({ length: writers }, (_, writer) => write(writer)));
  return tries;
}

/** Web Locks for one lock: in order of asking, shared ones together. */
function queueLocks(): Pick<LockManager, 'request'> {
  const queue: { readonly mode: string; readonly start: () => void; running: boolean }[] = [];
  const advance = () => {
    for (const [i, one] of queue.entries()) {
      if (i > 0 && [one.mode, queue[0]?.mode].includes('exclusive')) return;
      if (!one.running) one.start();
      one.running = true;
    }
  };
  const request = async (_: string, { mode = 'exclusive' }: LockOptions, work: (lock: null) => unknown) => {
    const entry = { mode, start: () => {}, running: false };
    const started = new Promise<void>((resolve) => {
      entry.start = resolve;
    });
    queue.push(entry);
    advance();
    await started;
    try {
      return await work(null);
    } finally {
      queue.splice(queue.indexOf(entry), 1);
      advance();
    }
  };
  return { request } as Pick<LockManager, 'request'>;
}

function options(more: Partial<RetryOptions> = {}): RetryOptions & { readonly waits: number[] } {
  const waits: number[] = [];
  const sleep = async (milliseconds: number) => void waits.push(milliseconds);
  return { random: () => 1, sleep, waits, ...more };
}

describe('trying again on conflict', () => {
  it('does nothing twice when there is no conflict', async () => {
    const given = options();
    const result = await retryOnConflict(async () => ({ kind: 'done', value: 'x' }), given);
    expect(result).toEqual({ kind: 'done', value: 'x', attempts: 1 });
    expect(given.waits).toEqual([]);
  });

  it('waits longer at first, and shorter for those who have lost often', async () => {
    const given = options({ attempts: 12 });
    const result = await retryOnConflict(async () => ({ kind: 'conflict' }), given);
    expect(result).toEqual({ kind: 'gave-up', attempts: 12 });
    expect(given.waits).toEqual([4, 8, 16, 32, 64, 32, 16, 8, 4, 2, 2]);
  });

  it('passes on what goes wrong in a try', async () => {
    await expect(retryOnConflict(() => Promise.reject(new Error('No')), options())).rejects.toThrow('No');
  });

  it.each([1, 2, 3, 4, 5])(
    'needs at most 6 tries for any of 16 writers who take turns (seed %i)',
    async (seed) => {
      const tries = await contend(16, 25, seed, true);
      expect(tries).toHaveLength(400);
      expect(Math.max(...tries)).toBeLessThanOrEqual(6);
    },
  );

  it.each([1, 2, 3, 4, 5])('starves none of 8 writers without turns (seed %i)', async (seed) => {
    const tries = await contend(8, 25, seed);
    expect(tries).toHaveLength(200);
    expect(Math.max(...tries)).toBeLessThanOrEqual(20);
  });
});
