import { ChevronDown } from 'lucide-react';
import type { StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { Menu } from '../../ui/menu.tsx';
import { StrategyChoice } from './strategy-choice.tsx';

export interface StrategyMenuProps {
  readonly strategy: StrategyId;
  readonly onChoose: (strategy: StrategyId) => void;
}

/** All strategies under one button, where there is no room for more. */
export function StrategyMenu({ strategy, onChoose }: StrategyMenuProps) {
  return (
    <Menu
      align="center"
      trigger={
        <button className="strategy-button" type="button" title={STRATEGIES[strategy].summary}>
          <span className="visually-hidden">Strategy: </span>
          <span>{STRATEGIES[strategy].name}</span>
          <ChevronDown size={14} aria-hidden="true" />
        </button>
      }
    >
      <StrategyChoice
        label="Strategy"
        strategies={Object.values(STRATEGIES)}
        value={strategy}
        onChoose={onChoose}
      />
    </Menu>
  );
}
