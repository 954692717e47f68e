import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StateTable } from '../../../src/lib/state-table.ts';
import { SEED } from '../../helpers/random-model.ts';

/** Rows like those in use: few small numbers, many alike, a few at the ends of the range. */
function rowsOf(width: number): fc.Arbitrary<readonly Int32Array[]> {
  const number = fc.oneof(
    { weight: 6, arbitrary: fc.nat({ max: 3 }) },
    { weight: 1, arbitrary: fc.constantFrom(-1, 2 ** 31 - 1, -(2 ** 31)) },
  );
  const row = fc
    .array(number, { minLength: width, maxLength: width })
    .map((numbers) => Int32Array.from(numbers));
  return fc.array(row, { maxLength: 400, size: 'max' });
}

describe('a table of states', () => {
  it('numbers rows in the order they were first seen, as a Map of their JSON does', () => {
    const widths = fc.integer({ min: 1, max: 6 });
    void fc.assert(
      fc.property(
        widths.chain((width) => fc.tuple(fc.constant(width), rowsOf(width))),
        ([width, rows]) => {
          const table = new StateTable(width);
          const expected = new Map<string, number>();
          for (const row of rows) {
            const key = JSON.stringify([...row]);
            const known = expected.get(key) ?? expected.size;
            expected.set(key, known);
            expect(table.insert(row)).toBe(known);
            expect(table.size).toBe(expected.size);
          }
          for (const [key, id] of expected) expect(readRow(table, id, width)).toBe(key);
        },
      ),
      { seed: SEED, numRuns: 100 },
    );
  });

  it('tells rows apart that fall into the same slot', () => {
    const rows = collidingRows(200);
    const table = new StateTable(2);
    expect(rows.map((row) => table.insert(row))).toEqual(rows.map((_, index) => index));
    expect(rows.map((row) => table.insert(row))).toEqual(rows.map((_, index) => index));
    expect(table.size).toBe(200);
  });

  it('keeps every number while it grows', () => {
    const table = new StateTable(3);
    const rowOf = (id: number) => Int32Array.of(id % 7, id >> 3, -id);
    for (let id = 0; id < 40_000; id++) expect(table.insert(rowOf(id))).toBe(id);
    for (let id = 0; id < 40_000; id += 7) {
      expect(table.insert(rowOf(id))).toBe(id);
      expect(readRow(table, id, 3)).toBe(JSON.stringify([...rowOf(id)]));
    }
    expect(table.size).toBe(40_000);
  });

  it('keeps its own copy of a row', () => {
    const table = new StateTable(1);
    const row = Int32Array.of(1);
    table.insert(row);
    row[0] = 2;
    expect(readRow(table, 0, 1)).toBe('[1]');
    expect(table.insert(row)).toBe(1);
  });
});

function readRow(table: StateTable, id: number, width: number): string {
  const target = new Int32Array(width);
  table.read(id, target);
  return JSON.stringify([...target]);
}

/** Rows of two with the same full hash: the second number undoes what the first one did to it. */
function collidingRows(count: number): readonly Int32Array[] {
  const [multiplier, start] = [0x9e3779b1, 0x811c9dc5];
  const after = (hash: number, value: number) => Math.imul(hash ^ value, multiplier) ^ (hash >>> 15);
  const wanted = after(after(start, 0), 0);
  return Array.from({ length: count }, (_, first) => {
    const hash = after(start, first);
    const second = Math.imul(wanted ^ (hash >>> 15), inverse(multiplier)) ^ hash;
    const row = Int32Array.of(first, second);
    // The rows are worth something only as long as they collide; whoever changes the hash changes this.
    expect(after(after(start, first), row[1] ?? 0)).toBe(wanted);
    return row;
  });
}

/** The number that undoes a multiplication by an odd one, modulo 2^32. */
function inverse(odd: number): number {
  let guess = odd;
  for (let i = 0; i < 5; i++) guess = Math.imul(guess, 2 - Math.imul(odd, guess));
  return guess;
}
