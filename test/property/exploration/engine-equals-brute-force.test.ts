import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileModel } from '../../../src/decision/compile.ts';
import { explore } from '../../../src/exploration/explore.ts';
import type { WitnessKey } from '../../../src/exploration/result.ts';
import { bruteForce } from '../../helpers/brute-force.ts';
import { STRATEGY_IDS, type StrategyId } from '../../helpers/brute-force-steps.ts';
import { type RandomRace, randomRaces, SEED } from '../../helpers/random-model.ts';
import { differencesOf } from '../../helpers/random-model-compare.ts';

/** Races with more schedules than this are skipped. */
const LIMIT = 2_600;
const MODELS = Number(process.env['AMBIT_MODELS'] ?? 300);

const ALWAYS = ['safe', 'accepted', 'rejected', 'error'] as const;
const MISSED = ['missedConflict', 'violation', 'tolerated'] as const;
const STOPPED = ['conflict', 'falseConflict', 'conflictOutcome'] as const;
const WAITED = ['neededWait', 'needlessWait'] as const;

/** What random races have to show under each strategy, or the comparison would prove too little. */
const SHOWN: { readonly [S in StrategyId]: readonly WitnessKey[] } = {
  unguarded: [...ALWAYS, ...MISSED],
  'log-version': [...ALWAYS, ...STOPPED],
  'log-lock': [...ALWAYS, ...WAITED],
  'stream-version': [...ALWAYS, ...STOPPED, ...MISSED],
  'stream-saga': [...ALWAYS, ...STOPPED, ...MISSED, 'partial'],
  'tag-condition': [...ALWAYS, ...STOPPED, ...MISSED],
  'tag-lock': [...ALWAYS, ...WAITED, ...MISSED],
};

/** How many random races were compared: those that both sides answered, and those that neither can run. */
class Tried {
  answered = 0;
  unavailable = 0;
  readonly shown = new Map<string, number>();

  /** Compares one race under one strategy; false when it is too large for brute force. */
  compare({ model, race }: RandomRace, strategy: StrategyId): boolean {
    const expected = bruteForce(model, race, strategy, { limit: LIMIT });
    if (expected === null) return false;
    const compiled = compileModel(model);
    expect(compiled.diagnostics).toEqual([]);
    const actual = explore(compiled, race, strategy);
    expect(differencesOf(actual, expected)).toEqual([]);
    if ('unavailable' in expected) this.unavailable += 1;
    else this.#note([...Object.keys(expected.witnesses)]);
    return true;
  }

  #note(keys: readonly string[]): void {
    this.answered += 1;
    for (const key of keys) this.shown.set(key, (this.shown.get(key) ?? 0) + 1);
  }
}

describe('exploring equals plain enumeration on random races', () => {
  for (const strategy of STRATEGY_IDS)
    it(`X4 X2 X3 X5 under ${strategy}`, () => {
      const tried = new Tried();
      const property = fc.property(randomRaces, (random) => {
        if (tried.answered < MODELS) fc.pre(tried.compare(random, strategy));
      });
      void fc.assert(property, { seed: SEED, numRuns: 2 * MODELS });
      expect(tried.answered).toBeGreaterThanOrEqual(MODELS);
      expect([...tried.shown.keys()].sort()).toEqual([...SHOWN[strategy]].sort());
      if (process.env['AMBIT_STATISTICS'] !== undefined)
        console.log(strategy, tried.answered, tried.unavailable, Object.fromEntries(tried.shown));
    });
});
