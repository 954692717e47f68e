import type { Race } from '../model/schema.ts';
import type { StrategyId } from '../strategies/program.ts';
import type { Exploration, Unavailable } from './result.ts';

/** A race under each of some strategies. */
export interface CheckedRace {
  readonly race: Race;
  readonly results: readonly StrategyResult[];
}

export interface StrategyResult {
  readonly strategy: StrategyId;
  readonly result: Exploration | Unavailable;
}
