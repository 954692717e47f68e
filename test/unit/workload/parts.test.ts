import { describe, expect, it } from 'vitest';
import { branchChance } from '../../../src/workload/chance.ts';
import { drawDuration } from '../../../src/workload/duration.ts';
import { estimate } from '../../../src/workload/estimate.ts';
import { EventQueue } from '../../../src/workload/event-queue.ts';
import { Histogram } from '../../../src/workload/histogram.ts';
import { pauseBefore } from '../../../src/workload/pause-before.ts';
import { Pool } from '../../../src/workload/pool.ts';
import { StoreWorkers } from '../../../src/workload/store-workers.ts';

const draw = (count: number, next: () => number) => Array.from({ length: count }, next);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the queue of what is going to happen', () => {
  it('gives things by time, and in the order they were added at the same time', () => {
    const random = branchChance(3, 'queue');
    const queue = new EventQueue<readonly [number, number]>();
    const added = draw(500, () => 0).map((_, index) => [Math.floor(random() * 20), index] as const);
    for (const item of added) queue.add(item[0], item);
    const taken: (readonly [number, number])[] = [];
    while (queue.size > 0) {
      expect(queue.nextAt).toBe(Math.min(...added.filter((item) => !taken.includes(item)).map(([at]) => at)));
      taken.push(queue.take() ?? [0, 0]);
    }
    expect(taken).toEqual([...added].sort(([a, i], [b, j]) => a - b || i - j));
    expect(queue.take()).toBeUndefined();
  });
});

describe('chance', () => {
  it('is the same for the same seed and names, and another for others', () => {
    const first = draw(5, branchChance(7, 'arrivals', 1));
    expect(draw(5, branchChance(7, 'arrivals', 1))).toEqual(first);
    for (const other of [
      branchChance(8, 'arrivals', 1),
      branchChance(7, 'arrivals', 2),
      branchChance(7, 'client', 1),
    ]) {
      expect(draw(5, other)).not.toEqual(first);
    }
  });

  it('gives durations with the mean or the median that was asked for', () => {
    const random = branchChance(1, 'durations');
    const exponential = draw(20_000, () => drawDuration({ kind: 'exponential', mean: 30 }, random));
    expect(mean(exponential) / 30).toBeCloseTo(1, 1);
    const logNormal = draw(20_000, () => drawDuration({ kind: 'logNormal', median: 30, sigma: 0.5 }, random));
    expect((logNormal.sort((a, b) => a - b)[10_000] ?? 0) / 30).toBeCloseTo(1, 1);
    expect(drawDuration({ kind: 'fixed', ms: 30 }, random)).toBe(30);
  });
});

describe('a pool of instances', () => {
  const shares = (pool: Pool) => {
    const random = branchChance(5, 'pool');
    const counts = new Array<number>(pool.count + 1).fill(0);
    for (let i = 0; i < 20_000; i++) {
      const drawn = pool.draw(random);
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    return counts.slice(1).map((count) => count / 20_000);
  };

  it('chooses each alike, by Zipf, or a few hot ones', () => {
    expect(shares(new Pool({ concept: 'c', count: 4, choice: { kind: 'uniform' } }))[3]).toBeCloseTo(0.25, 1);
    const zipf = shares(new Pool({ concept: 'c', count: 4, choice: { kind: 'zipf', exponent: 1 } }));
    for (const [index, share] of zipf.entries()) expect(share).toBeCloseTo(12 / 25 / (index + 1), 1);
    const hot = shares(new Pool({ concept: 'c', count: 10, choice: { kind: 'hot', count: 2, share: 0.8 } }));
    expect((hot[0] ?? 0) + (hot[1] ?? 0)).toBeCloseTo(0.8, 1);
  });

  it('can choose what was added, and several that differ', () => {
    const pool = new Pool({ concept: 'c', count: 1, choice: { kind: 'zipf', exponent: 0.8 } });
    expect(pool.grow()).toBe(2);
    expect(new Set(pool.drawSome(5, branchChance(1, 'some')))).toEqual(new Set([1, 2]));
  });
});

describe('what is counted', () => {
  it('a histogram reads off quantiles to 2 %, also of several together', () => {
    const [one, other] = [new Histogram(), new Histogram()];
    for (let ms = 1; ms <= 1000; ms++) (ms % 2 ? one : other).add(ms);
    one.merge(other);
    for (const share of [0.5, 0.95, 0.99]) expect(one.quantile(share) / (1000 * share)).toBeCloseTo(1, 1);
    expect([one.count, one.mean, one.most]).toEqual([1000, 500.5, 1000]);
    expect(new Histogram().quantile(0.5)).toBe(0);
  });

  it('an estimate has the interval that Student’s t gives, and none from one number', () => {
    expect(estimate([4])).toEqual({ mean: 4, low: null, high: null });
    const { mean: middle, low, high } = estimate([1, 2, 3]);
    expect([middle, low, high].map((value) => value?.toFixed(3))).toEqual(['2.000', '-0.484', '4.484']);
  });
});

describe('who waits', () => {
  it('for a worker of the store, in order', () => {
    const workers = new StoreWorkers<string>(1);
    expect([workers.begin('a'), workers.begin('b'), workers.begin('c')]).toEqual([true, false, false]);
    expect([workers.end(), workers.end(), workers.end()]).toEqual(['b', 'c', undefined]);
    expect(workers.begin('d')).toBe(true);
  });

  it('before another attempt, twice as long each time, up to a limit', () => {
    const backOff = { kind: 'exponential', ms: 10, most: 50, jitter: false } as const;
    expect([1, 2, 3, 4].map((stops) => pauseBefore(backOff, stops, () => 0.5))).toEqual([10, 20, 40, 50]);
    expect(pauseBefore({ ...backOff, jitter: true }, 2, () => 0.5)).toBe(10);
    expect(pauseBefore({ kind: 'constant', ms: 7 }, 9, () => 0.5)).toBe(7);
  });
});
