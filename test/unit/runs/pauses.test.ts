import { describe, expect, it } from 'vitest';
import { type Pace, Pauses } from '../../../src/runs/pauses.ts';
import { SimulatedClock } from '../../../src/runs/simulated-clock.ts';

const PACE: Pace = { startWithin: 10, think: [100, 200], travel: 1, jitter: 0.5, backOff: 4 };

/** How long a command sleeps each time. */
async function sleeps(command: number, seed: number, take: (pauses: Pauses) => Promise<void>, pace = PACE) {
  const slept: number[] = [];
  const sleep = async (ms: number) => void slept.push(ms);
  const pauses = new Pauses(pace, command, sleep, seed);
  for (let i = 0; i < 200; i++) await take(pauses);
  return { slept, least: Math.min(...slept), most: Math.max(...slept) };
}

describe('the pauses of a command', () => {
  it('are the same for the same seed', async () => {
    const think = (pauses: Pauses) => pauses.beforeAppend();
    expect((await sleeps(0, 5, think)).slept).toEqual((await sleeps(0, 5, think)).slept);
    expect((await sleeps(0, 5, think)).slept).not.toEqual((await sleeps(0, 6, think)).slept);
  });

  it('are around the think time of the command', async () => {
    const { least, most } = await sleeps(1, 1, (pauses) => pauses.beforeAppend());
    expect(least).toBeGreaterThanOrEqual(100);
    expect(least).toBeLessThan(110);
    expect(most).toBeLessThanOrEqual(300);
    expect(most).toBeGreaterThan(290);
  });

  it('are exact without jitter', async () => {
    const pace = { ...PACE, think: 7, jitter: 0 };
    expect(new Set((await sleeps(3, 1, (pauses) => pauses.beforeAppend(), pace)).slept)).toEqual(
      new Set([7]),
    );
  });

  it('grow with each retry, from nothing to a limit that doubles', async () => {
    const limits = await Promise.all(
      [1, 2, 3, 50].map((retry) => sleeps(0, 1, (pauses) => pauses.beforeRetry(retry))),
    );
    expect(limits.map(({ most }) => Math.ceil(Math.log2(most)))).toEqual([2, 3, 4, 10]);
    for (const { least, most } of limits) expect(least).toBeLessThan(most / 20);
  });
});

describe('a simulated clock', () => {
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

  it('wakes sleepers in the order of time, and those of the same time as they fell asleep', async () => {
    const clock = new SimulatedClock();
    const told: string[] = [];
    const nap = async (name: string, ...times: readonly number[]) => {
      for (const ms of times) {
        await clock.sleep(ms);
        told.push(`${name} ${clock.now()}`);
      }
    };
    await clock.run(Promise.all([nap('a', 5, 5), nap('b', 2, 9), nap('c', 5)]), settle);
    expect(told).toEqual(['b 2', 'a 5', 'c 5', 'a 10', 'b 11']);
  });

  it('gives back what the work gives, and fails as it fails', async () => {
    const clock = new SimulatedClock();
    expect(
      await clock.run(
        clock.sleep(3).then(() => 'done'),
        settle,
      ),
    ).toBe('done');
    const failing = clock.sleep(3).then(() => Promise.reject(new Error('broken')));
    await expect(clock.run(failing, settle)).rejects.toThrow('broken');
  });
});
