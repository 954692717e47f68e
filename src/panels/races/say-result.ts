import { type FindingKey, findingsOf } from '../../exploration/findings.ts';
import type { Exploration, Unavailable } from '../../exploration/result.ts';
import { rowsOf } from '../../exploration/words/race-rows.ts';
import type { RaceResult } from '../../lab/race-results.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';

/** What a result comes to in one mark: the worst that happens; null where nothing is written at all. */
export function worstOf(result: Exploration): FindingKey | null {
  return findingsOf(result)[0] ?? null;
}

/** What is known by now: the result, or what it was before the last change. */
export function knownOf(result: RaceResult | undefined): Exploration | Unavailable | null {
  if (result === undefined || result.state === 'failed') return null;
  return result.state === 'done' ? result.result : result.last;
}

/** A result in one sentence, such as “Streams (version): 4 of 6 schedules miss a conflict”. */
export function sayResult(strategy: StrategyId, result: RaceResult | undefined): string {
  return `${STRATEGIES[strategy].name}: ${sayKnown(result)}`;
}

function sayKnown(result: RaceResult | undefined): string {
  if (result === undefined) return 'not known yet';
  if (result.state === 'failed') return result.message;
  const known = knownOf(result);
  const still = result.state === 'working' ? ' (working)' : '';
  if (known === null) return 'working';
  if ('unavailable' in known) return `cannot be run: ${known.unavailable}${still}`;
  return (
    rowsOf(known)
      .map(({ count, unit, does }) => `${count} ${unit} ${does}`)
      .join('; ') + still
  );
}
