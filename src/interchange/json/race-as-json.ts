import type { CheckedRace } from '../../exploration/checked-race.ts';
import type { Exploration, Unavailable } from '../../exploration/result.ts';
import { nameStep } from './name-step.ts';

/** A race with its results by strategy as JSON, the steps of its witnesses as people write them. */
export function raceAsJson({ race, results }: CheckedRace): object {
  return {
    name: race.name,
    strategies: Object.fromEntries(
      results.map(({ strategy, result }) => [strategy, explorationAsJson(result)]),
    ),
  };
}

function explorationAsJson(result: Exploration | Unavailable): object {
  if ('unavailable' in result) return { unavailable: result.unavailable };
  const { schedules, verdicts, violations, outcomes, witnesses, precision, recall, ...more } = result;
  return {
    schedules,
    verdicts,
    violations,
    outcomes,
    witnesses: Object.fromEntries(
      Object.entries(witnesses).map(([shown, steps]) => [shown, steps.map(nameStep)]),
    ),
    precision,
    recall,
    ...more,
  };
}
