import type { CheckedRace } from '../exploration/checked-race.ts';
import { FINDINGS, type FindingKey, occurs } from '../exploration/findings.ts';
import { STRATEGIES } from '../strategies/registry.ts';

/** Each verdict of `--fail-on` that occurs in a race, as a sentence; a strategy that cannot be run has none. */
export function findFailures(
  races: readonly CheckedRace[],
  failOn: readonly FindingKey[],
): readonly string[] {
  return failOn.flatMap((key) =>
    races.flatMap(({ race, results }) => {
      const under = results.flatMap(({ strategy, result }) =>
        'unavailable' in result || !occurs(result, key) ? [] : [STRATEGIES[strategy].name],
      );
      if (under.length === 0) return [];
      return [`--fail-on: ${FINDINGS[key].name} in “${race.name}” under ${under.join(', ')}`];
    }),
  );
}
