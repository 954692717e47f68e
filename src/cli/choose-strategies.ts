import { STRATEGY_IDS, type StrategyId } from '../strategies/program.ts';
import { STRATEGIES } from '../strategies/registry.ts';
import { type Choice, chooseName } from './choose-name.ts';

const CHOICES: readonly Choice<StrategyId>[] = STRATEGY_IDS.map((id) => ({
  value: id,
  names: [id, STRATEGIES[id].name],
}));

/** The strategy of a name; throws a usage error when there is none. */
export function chooseStrategy(name: string): StrategyId {
  return chooseName('strategy', name.trim(), CHOICES);
}

/** The strategies of a list such as `tag-condition,tag-lock`, in the order in which they are always shown; all without a list. */
export function chooseStrategies(list: string | undefined): readonly StrategyId[] {
  if (list === undefined) return STRATEGY_IDS;
  const chosen = new Set(list.split(',').map(chooseStrategy));
  return STRATEGY_IDS.filter((id) => chosen.has(id));
}

/** All strategies with what they check, as help text. */
export function listStrategies(): string {
  const width = Math.max(...STRATEGY_IDS.map((id) => id.length));
  return STRATEGY_IDS.map((id) => `  ${id.padEnd(width)}  ${STRATEGIES[id].name}`).join('\n');
}
