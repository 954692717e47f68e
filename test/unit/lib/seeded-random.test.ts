import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/lib/seeded-random.ts';

const draw = (seed: number, count: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, random);
};

describe('seeded random numbers', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(draw(7, 100)).toEqual(draw(7, 100));
    expect(draw(7, 5)).not.toEqual(draw(8, 5));
  });

  it('fill the range from 0 to below 1 evenly', () => {
    const tenths = new Map<number, number>();
    for (const value of draw(1, 10_000)) {
      const tenth = Math.floor(value * 10);
      tenths.set(tenth, (tenths.get(tenth) ?? 0) + 1);
    }
    expect([...tenths.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    for (const count of tenths.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it('take any number as a seed', () => {
    for (const seed of [0, -1, 0.5, 2 ** 40])
      expect(draw(seed, 3).every((value) => value >= 0 && value < 1)).toBe(true);
  });
});
