import { describe, expect, it } from 'vitest';
import { GrowingArray } from '../../../src/lib/growing-array.ts';

describe('an array that grows', () => {
  it('is empty at first', () => {
    const array = new GrowingArray(new Int32Array(4));
    expect(array.length).toBe(0);
    expect([...array.finish()]).toEqual([]);
  });

  it.each([0, 1, 4])('keeps everything in order while it grows from a length of %i', (start) => {
    const array = new GrowingArray(new Int32Array(start));
    const values = Array.from({ length: 5000 }, (_, index) => index * 3 - 7);
    for (const value of values) array.push(value);
    expect(array.length).toBe(5000);
    expect([...array.finish()]).toEqual(values);
  });

  it('stays of its kind', () => {
    const bytes = new GrowingArray(new Uint8Array(1));
    for (let value = 0; value < 2000; value++) bytes.push(value % 256);
    expect(bytes.finish()).toBeInstanceOf(Uint8Array);
    expect(bytes.finish()).toHaveLength(2000);
    expect(bytes.finish()[1999]).toBe(1999 % 256);
  });
});
