import type { Strategy, StrategyFamily, StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';

/** Strategies that look at the same thing, and differ in how they hold others off. */
export interface Family {
  readonly name: StrategyFamily;
  readonly strategies: readonly Strategy[];
}

const ALL = Object.values(STRATEGIES);

/** The families in the order in which they are shown. */
export const FAMILIES: readonly Family[] = [...new Set(ALL.map(({ family }) => family))].map((name) => ({
  name,
  strategies: ALL.filter(({ family }) => family === name),
}));

/** The strategy that a press on a family stands for: the one of it that was used last, or its first. */
export function chooseOf(
  { name, strategies }: Family,
  used: { readonly [F in StrategyFamily]?: StrategyId },
): Strategy | undefined {
  return strategies.find(({ id }) => id === used[name]) ?? strategies[0];
}
