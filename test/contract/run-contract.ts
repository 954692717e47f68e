import { describe, expect, it } from 'vitest';
import type { MakeStore } from './handles.ts';
import { runVector } from './run-vector.ts';
import { vectorFiles } from './vector-files.ts';

/** What every adapter must do: runs all vectors, each on a fresh store. */
export function runContract(name: string, makeStore: MakeStore): void {
  for (const { about, vectors } of vectorFiles) {
    describe(`${name}: ${about}`, () => {
      for (const vector of vectors) {
        it(vector.title, async () => {
          expect(await runVector(vector, makeStore)).toEqual([]);
        });
      }
    });
  }
}
