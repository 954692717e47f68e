import { type ExampleResult, runExamples } from '../decision/run-examples.ts';
import type { CheckedRace, StrategyResult } from '../exploration/checked-race.ts';
import type { StrategyId } from '../strategies/program.ts';
import { exploreRace } from './explore-race.ts';
import type { Io } from './io.ts';
import type { LoadedModel } from './load-model.ts';

/** The examples of a model file; none when nothing of it can be used. */
export function checkExamplesOf({ compiled }: LoadedModel): readonly ExampleResult[] {
  return compiled === null ? [] : runExamples(compiled);
}

/** Explores the chosen races of a model file one after the other, as it can take long; all races without a choice. */
export async function* checkRacesOf(
  { compiled }: LoadedModel,
  chosen: { readonly races: readonly string[]; readonly strategies: readonly StrategyId[] },
  io: Io,
): AsyncGenerator<CheckedRace> {
  if (compiled === null) return;
  for (const race of compiled.model.races ?? []) {
    if (chosen.races.length > 0 && !chosen.races.includes(race.name)) continue;
    const results: StrategyResult[] = [];
    for (const strategy of chosen.strategies) {
      results.push({ strategy, result: await exploreRace(compiled, race, strategy, io) });
    }
    yield { race, results };
  }
}
