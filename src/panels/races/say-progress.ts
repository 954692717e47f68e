import type { ExploreProgress } from '../../lab/engine.ts';
import { countOf, groupDigits } from '../../lib/format-number.ts';

/** How far an exploration is. How much is still to come nobody knows, so there is no share of the whole. */
export function sayProgress(progress: ExploreProgress | null): string {
  if (progress === null || progress.states === 0) return 'Working…';
  const found = countOf(progress.states, 'state found', 'states found');
  return progress.waiting === 0
    ? `Working: ${found}, counting schedules`
    : `Working: ${found}, ${groupDigits(progress.waiting)} still to be looked at`;
}
