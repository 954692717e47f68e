import { FINDING_KEYS, type FindingKey } from '../findings.ts';
import type { VerdictHits } from '../matrix-result.ts';

/** What was found for a strategy, the worst first and “safe” only where nothing else was; null where it cannot be used. */
export function keysOfHits(hits: VerdictHits | undefined): readonly FindingKey[] | null {
  if (hits === undefined || 'unavailable' in hits) return null;
  return withoutSafe(FINDING_KEYS.filter((key) => key in hits));
}

/** Why a strategy cannot be used, or null where it can. */
export function whyUnavailable(hits: VerdictHits | undefined): string | null {
  return hits && 'unavailable' in hits && typeof hits.unavailable === 'string' ? hits.unavailable : null;
}

/** Everything that is in any of several lists, in the usual order; null where all of them are. */
export function uniteKeys(lists: readonly (readonly FindingKey[] | null)[]): readonly FindingKey[] | null {
  const known = lists.filter((list) => list !== null);
  if (known.length === 0) return null;
  return withoutSafe(FINDING_KEYS.filter((key) => known.some((list) => list.includes(key))));
}

function withoutSafe(keys: readonly FindingKey[]): readonly FindingKey[] {
  return keys.length > 1 ? keys.filter((key) => key !== 'safe') : keys;
}
