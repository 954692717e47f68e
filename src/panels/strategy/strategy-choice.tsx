import { STRATEGY_IDS, type Strategy, type StrategyId } from '../../strategies/program.ts';
import { MenuChoice } from '../../ui/menu.tsx';
import { keyOf } from './strategy-actions.ts';

export interface StrategyChoiceProps {
  readonly label: string;
  readonly strategies: readonly Strategy[];
  readonly value: StrategyId;
  readonly onChoose: (strategy: StrategyId) => void;
}

/** Strategies in a menu, each with what it does. */
export function StrategyChoice({ label, strategies, value, onChoose }: StrategyChoiceProps) {
  const options = strategies.map(({ id, name, summary }) => ({
    value: id,
    label: name,
    more: summary,
    keys: keyOf(STRATEGY_IDS.indexOf(id)),
  }));
  const choose = (chosen: string) => {
    const strategy = strategies.find(({ id }) => id === chosen);
    if (strategy) onChoose(strategy.id);
  };
  return <MenuChoice label={label} value={value} options={options} onChoose={choose} />;
}
