import type { RaceEntry } from '../../lab/race-results.ts';
import { STRATEGY_IDS } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { knownOf } from './say-result.ts';

/**
 * Why a race cannot be run, under which strategies, and what to add: one sentence for each reason; null where it can.
 * A race that has not been answered yet is no trouble.
 */
export function sayTrouble({ results }: Pick<RaceEntry, 'results'>): string | null {
  const reasons = new Map<string, string[]>();
  for (const id of STRATEGY_IDS) {
    const known = knownOf(results[id]);
    if (known === null || !('unavailable' in known)) continue;
    reasons.set(known.unavailable, [...(reasons.get(known.unavailable) ?? []), STRATEGIES[id].family]);
  }
  if (reasons.size === 0) return null;
  return [...reasons].map(([reason, families]) => `${sayWho(families)} cannot be run: ${reason}.`).join(' ');
}

function sayWho(families: readonly string[]): string {
  return families.length === STRATEGY_IDS.length ? 'This race' : [...new Set(families)].join(' and ');
}
