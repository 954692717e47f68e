import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { plantedLog, seeAll, shuffled } from '../../helpers/planted-log.ts';
import { SEED } from '../../helpers/random-model.ts';

const seeds = fc.nat(1_000_000);

it('whatever the numbers, what was planted is found', () => {
  void fc.assert(
    fc.property(seeds, (seed) => {
      const kinds = new Set(seeAll(plantedLog(seed)).insights.map(({ kind }) => kind));
      for (const kind of [
        'oneFact',
        'commonPath',
        'detour',
        'neverEnds',
        'sameThing',
        'whoDoesWhat',
      ] as const) {
        expect(kinds).toContain(kind);
      }
    }),
    { seed: SEED, numRuns: 60 },
  );
});

it('in a log whose columns are dealt anew nothing is found', () => {
  void fc.assert(
    fc.property(seeds, seeds, (seed, deal) => {
      expect(seeAll(shuffled(plantedLog(seed), deal)).insights.map(({ sentence }) => sentence)).toEqual([]);
    }),
    { seed: SEED, numRuns: 150 },
  );
});
