import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileModel } from '../../../src/decision/compile.ts';
import { explore } from '../../../src/exploration/explore.ts';
import { bruteForce } from '../../helpers/brute-force.ts';
import { STRATEGY_IDS, type StrategyId } from '../../helpers/brute-force-steps.ts';
import { type RandomRace, SEED } from '../../helpers/random-model.ts';
import { differencesOf } from '../../helpers/random-model-compare.ts';
import { racesWithPolicies } from '../../helpers/random-policies.ts';

/** Races with more schedules than this are skipped. */
const LIMIT = 1_500;
const MODELS = Number(process.env['AMBIT_MODELS'] ?? 40);

/** How many races were compared, and what was met in them, or the comparison would prove too little. */
class Tried {
  compared = 0;
  readonly met = new Map<string, number>();

  compare({ model, race }: RandomRace, strategy: StrategyId): boolean {
    const expected = bruteForce(model, race, strategy, { limit: LIMIT });
    if (expected === null) return false;
    const compiled = compileModel(model);
    expect(compiled.diagnostics).toEqual([]);
    expect(differencesOf(explore(compiled, race, strategy), expected)).toEqual([]);
    if ('unavailable' in expected) return true;
    this.compared += 1;
    const { joins = [], cutOff = [], witnesses } = expected;
    if (joins.length > 0) this.#note('joined');
    if (joins.some(({ after }) => joins.some(({ command }) => command === after))) this.#note('chained');
    if (cutOff.length > 0) this.#note('cut off');
    const [first = 99] = joins.map(({ command }) => command);
    for (const key of Object.keys(witnesses))
      if (
        Object.entries(witnesses).some(([one, steps]) => one === key && (steps.at(-1)?.command ?? 0) >= first)
      )
        this.#note(key);
    return true;
  }

  #note(what: string): void {
    this.met.set(what, (this.met.get(what) ?? 0) + 1);
  }
}

describe('exploring races with policies equals plain enumeration', () => {
  for (const strategy of STRATEGY_IDS)
    it(`P1 P3 P4 P5 P6 X4 under ${strategy}`, () => {
      const tried = new Tried();
      const property = fc.property(racesWithPolicies, (random) => {
        if (tried.compared < MODELS) fc.pre(tried.compare(random, strategy));
      });
      void fc.assert(property, { seed: SEED, numRuns: 3 * MODELS });
      expect(tried.compared).toBeGreaterThanOrEqual(MODELS);
      for (const what of ['joined', 'chained', 'cut off'])
        expect(tried.met.get(what), what).toBeGreaterThan(2);
      if (process.env['AMBIT_STATISTICS'] !== undefined)
        console.log(strategy, tried.compared, Object.fromEntries(tried.met));
    });
});
