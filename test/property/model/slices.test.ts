import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileModel } from '../../../src/decision/compile.ts';
import { explore } from '../../../src/exploration/explore.ts';
import { listSources } from '../../../src/exploration/finder/commands-that-matter.ts';
import { listPairs } from '../../../src/exploration/finder/list-pairs.ts';
import { exploreMatrix } from '../../../src/exploration/matrix.ts';
import { tellSchedule } from '../../../src/exploration/tell.ts';
import { parseModel } from '../../../src/model/parse.ts';
import type { Model, Race } from '../../../src/model/schema.ts';
import { coreOf, rootsOf, sliceModel } from '../../../src/model/slice-model.ts';
import { STRATEGY_IDS, type StrategyId } from '../../../src/strategies/program.ts';
import { STRATEGIES } from '../../../src/strategies/registry.ts';
import { reportBoundary } from '../../../src/strategies/report-boundary.ts';
import { randomRaces, SEED } from '../../helpers/random-model.ts';
import { racesWithPolicies } from '../../helpers/random-policies.ts';

const FOLDER = new URL('../../../public/models/', import.meta.url);
const SHIPPED = readdirSync(FOLDER).map((file): [string, Model] => {
  const { model } = parseModel(readFileSync(new URL(file, FOLDER), 'utf8'));
  if (model === null) throw new Error(`${file} is no model`);
  return [file, model];
});
const LIMITS = { past: 2, races: 150, pasts: 500 };

/** As the engine does it: through text, so that nothing but what is written comes along. */
function sliceOf(
  model: Model,
  race: Race,
  strategy: StrategyId,
  streams = STRATEGIES[strategy].needsStreams,
) {
  return JSON.parse(JSON.stringify(sliceModel(model, rootsOf(race), { streams }))) as Model;
}

/** A model with parts that no race of it names. */
function addOthers(model: Model): Model {
  return {
    ...model,
    events: { Before: {}, ...model.events, Unrelated: { fields: { a: 'int' }, tags: { room: 'event.a' } } },
    constraints: { ...model.constraints, Never: { rule: 'false' } },
    commands: { First: { checks: ['Never'], emits: ['Before', 'E0'] }, ...model.commands },
    aggregates: { Other: { id: 'room', events: ['Unrelated'] }, ...model.aggregates },
  };
}

function told(model: Model, race: Race, strategy: StrategyId, limit?: number) {
  const compiled = compileModel(model);
  const result = explore(compiled, race, strategy, limit === undefined ? {} : { limit });
  if ('unavailable' in result) return result;
  const [witness] = Object.values(result.witnesses);
  return tellSchedule(compiled, race, strategy, witness?.map(({ command }) => command) ?? []);
}

const random = () => [randomRaces, fc.constantFrom(...STRATEGY_IDS)] as const;

describe('the part of a model that a race depends on', () => {
  it('gives the same results as the whole, on random models', () => {
    const property = fc.property(...random(), ({ model, race }, strategy) => {
      const whole = addOthers(model);
      const part = compileModel(sliceOf(whole, race, strategy));
      expect(explore(part, race, strategy)).toEqual(explore(compileModel(whole), race, strategy));
    });
    void fc.assert(property, { seed: SEED, numRuns: 500 });
  });

  it('P1 gives the same results and the same story as the whole where policies take part', () => {
    const strategies = fc.constantFrom(...STRATEGY_IDS);
    const limit = 2_000;
    const property = fc.property(racesWithPolicies, strategies, ({ model, race }, strategy) => {
      const policies = { Early: { on: ['Unrelated'], issues: 'First' }, ...model.policies };
      const whole = { ...addOthers(model), policies };
      const part = compileModel(sliceOf(whole, race, strategy));
      const expected = explore(compileModel(whole), race, strategy, { limit });
      expect(explore(part, race, strategy, { limit })).toEqual(expected);
      const toldPart = told(sliceOf(whole, race, strategy, true), race, strategy, limit);
      expect(toldPart).toEqual(told(whole, race, strategy, limit));
      expect(sliceOf(whole, race, strategy)).toEqual(sliceOf(model, race, strategy));
    });
    void fc.assert(property, { seed: SEED, numRuns: 60 });
  });

  it('gives the same story as the whole, on random models', () => {
    const property = fc.property(...random(), ({ model, race }, strategy) => {
      const whole = addOthers(model);
      expect(told(sliceOf(whole, race, strategy, true), race, strategy)).toEqual(told(whole, race, strategy));
    });
    void fc.assert(property, { seed: SEED, numRuns: 200 });
  });

  it('is the same whatever else is in the model', () => {
    const property = fc.property(...random(), ({ model, race }, strategy) => {
      expect(sliceOf(addOthers(model), race, strategy)).toEqual(sliceOf(model, race, strategy));
    });
    void fc.assert(property, { seed: SEED, numRuns: 200 });
  });

  it('gives the same boundary reports without texts, places and examples', () => {
    const property = fc.property(...random(), ({ model }, strategy) => {
      const part = compileModel(JSON.parse(JSON.stringify(coreOf(model))));
      for (const command of Object.keys(model.commands ?? {})) {
        expect(reportBoundary(part, command, strategy)).toEqual(
          reportBoundary(compileModel(model), command, strategy),
        );
      }
    });
    void fc.assert(property, { seed: SEED, numRuns: 100 });
  });

  it.each(SHIPPED)('gives the same results as all of %s', (_, model) => {
    const whole = compileModel(model);
    for (const race of model.races ?? []) {
      for (const strategy of STRATEGY_IDS) {
        const part = compileModel(sliceOf(model, race, strategy));
        expect(explore(part, race, strategy)).toEqual(explore(whole, race, strategy));
      }
    }
  });
});

describe('the part of a model that a cell of its matrix depends on', () => {
  it.each(SHIPPED)('gives the same cell as all of %s', (_, model) => {
    const pairs = listPairs(model).filter((_pair, index) => index % 5 === 0);
    for (const pair of pairs) {
      const commands = [...new Set([...pair, ...listSources(model, pair).commands])];
      const part = compileModel(sliceModel(model, { commands, events: [] }, { streams: true }));
      const cellOf = (compiled: ReturnType<typeof compileModel>) => [
        ...exploreMatrix(compiled, { pairs: [pair], limits: LIMITS }),
      ];
      expect(cellOf(part)).toEqual(cellOf(compileModel(model)));
    }
  });
});
