import type { PolicyJoins } from './policies/policy-joins.ts';
import type { Racing } from './racing.ts';

/** Which commands keep each other out: `excludes[a][b]` when they share a lock key (S7); null when the strategy takes no locks. */
export type Exclusions = readonly (readonly boolean[])[] | null;

/** The commands of a race as automata that share what they have in common, the states they start in, and which of them lock each other out. */
export interface RaceAutomata {
  readonly automata: readonly Racing[];
  readonly starts: readonly number[];
  readonly exclusions: Exclusions;
  /** Who lets the commands of policies join; null where they take no part (P1). */
  readonly policies: PolicyJoins | null;
}
