import type { FindingKey } from '../../../exploration/findings.ts';
import type { ConstraintSummary } from '../../../exploration/summarise-matrix.ts';
import { countOf } from '../../../lib/format-number.ts';

/** What becomes of a constraint, in words that need no other word explained first. */
export interface Fate {
  readonly mark: FindingKey;
  /** What is said after its name. */
  readonly words: string;
  /** Whether the places say where it happens, and not only where it would. */
  readonly showsPlaces: boolean;
}

/** What becomes of a constraint under a strategy, called by its name. */
export function sayFate({ fate, isBroken, places }: ConstraintSummary, strategy: string): Fate {
  const cases = countOf(places.length, 'case', 'cases');
  switch (fate) {
    case 'free':
      return {
        mark: 'safe',
        words: 'needs no boundary: whatever one command writes, what another decided by it still holds.',
        showsPlaces: false,
      };
    case 'kept':
      return {
        mark: 'safe',
        words: `is kept. Without any guard it would give way in ${cases}.`,
        showsPlaces: false,
      };
    case 'tolerated':
      return {
        mark: 'tolerated',
        words: 'can be overtaken, and is relaxed: the model tolerates it.',
        showsPlaces: true,
      };
    case 'overtaken':
      return isBroken
        ? { mark: 'violation', words: 'can be broken, and nobody is told.', showsPlaces: true }
        : { mark: 'missedConflict', words: 'can be out of date when it is used.', showsPlaces: true };
    case 'unknown':
      return {
        mark: 'error',
        words: `would give way without a guard in ${cases}, and ${strategy} cannot be run there.`,
        showsPlaces: false,
      };
  }
}
