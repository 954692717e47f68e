import type { Exploration, Unavailable } from '../exploration/result.ts';
import type { Race } from '../model/schema.ts';
import type { StrategyId } from '../strategies/program.ts';
import type { ExploreProgress } from './engine.ts';

/** What is known of a race under a strategy. */
export type RaceResult =
  | {
      readonly state: 'working';
      readonly progress: ExploreProgress | null;
      /** What was found before the last change that touched it: not true any more, and to be shown as such. */
      readonly last: Exploration | Unavailable | null;
    }
  | { readonly state: 'done'; readonly result: Exploration | Unavailable }
  /** The engine died or was stopped; asking again may help. */
  | { readonly state: 'failed'; readonly message: string };

/** A race of the document, with what is known of it so far. */
export interface RaceEntry {
  /** Its place in the document's `races`. */
  readonly at: number;
  /** Null where it is too broken to be run: the findings about `/races/<at>` say why. */
  readonly race: Race | null;
  readonly name: string;
  readonly results: { readonly [S in StrategyId]?: RaceResult };
}

/** All races of a board under all strategies, kept up as the document changes; what a change does not touch stays. */
export interface RaceResults {
  readonly state: () => readonly RaceEntry[];
  readonly listen: (listener: () => void) => () => void;
  /** Gives up what is being worked on for a race; it is `failed` then. */
  readonly stop: (at: number) => void;
  /** Tries again what failed. */
  readonly retry: (at: number) => void;
  readonly close: () => void;
}
