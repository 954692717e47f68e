import type { CheckedRace } from '../../exploration/checked-race.ts';
import { type FindingKey, findingsOf } from '../../exploration/findings.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { quoteArgument } from '../quote-argument.ts';

/** What is most worth looking at, under strategies that should have noticed. */
const WORTH: readonly FindingKey[] = [
  'violation',
  'missedConflict',
  'partial',
  'falseConflict',
  'conflict',
  'tolerated',
];

/** The command line that tells the most telling finding of a file step by step; none when everything is safe. */
export function suggestExplain(path: string, races: readonly CheckedRace[], program: string): string | null {
  const found = races.flatMap(({ race, results }) =>
    results.flatMap(({ strategy, result }) =>
      'unavailable' in result ? [] : findingsOf(result).map((key) => ({ race: race.name, strategy, key })),
    ),
  );
  for (const key of WORTH) {
    const hits = found.filter((one) => one.key === key);
    const hit = hits.find(({ strategy }) => isGuarded(strategy)) ?? hits[0];
    if (hit === undefined) continue;
    const options = `--race ${quoteArgument(hit.race)} --strategy ${hit.strategy} --verdict ${hit.key}`;
    return `${program} explain ${quoteArgument(path)} ${options}`;
  }
  return null;
}

function isGuarded(strategy: StrategyId): boolean {
  return strategy !== 'unguarded';
}
