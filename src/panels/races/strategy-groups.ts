import { STRATEGY_IDS, type StrategyFamily, type StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';

/** Strategies that look at the same thing, under one heading. */
export interface StrategyGroup {
  readonly family: StrategyFamily;
  readonly ids: readonly StrategyId[];
}

/** The strategies in their order, group by group. */
export const STRATEGY_GROUPS: readonly StrategyGroup[] = [
  ...new Set(STRATEGY_IDS.map((id) => STRATEGIES[id].family)),
].map((family) => ({ family, ids: STRATEGY_IDS.filter((id) => STRATEGIES[id].family === family) }));
