import { ChevronDown } from 'lucide-react';
import { Toolbar } from 'radix-ui';
import { useEffect, useState } from 'react';
import { STRATEGY_IDS, type StrategyFamily, type StrategyId } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import { Menu } from '../../ui/menu.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { chooseOf, FAMILIES, type Family } from './families.ts';
import { keyOf } from './strategy-actions.ts';
import { StrategyChoice } from './strategy-choice.tsx';

export interface FamilyBarProps {
  readonly strategy: StrategyId;
  readonly onChoose: (strategy: StrategyId) => void;
}

type Used = { readonly [F in StrategyFamily]?: StrategyId };

/** The families in a row; the one that is on has its variants under it. */
export function FamilyBar({ strategy, onChoose }: FamilyBarProps) {
  const { family } = STRATEGIES[strategy];
  const [used, setUsed] = useState<Used>({});
  useEffect(() => setUsed((before) => ({ ...before, [family]: strategy })), [family, strategy]);
  return (
    <div className="strategy-bar">
      <span className="strategy-title" aria-hidden="true">
        Strategy
      </span>
      <Toolbar.Root className="strategy-families" aria-label="Strategy">
        {FAMILIES.map((each) => (
          <FamilyPart
            key={each.name}
            family={each}
            used={used}
            chosen={each.name === family ? strategy : null}
            onChoose={onChoose}
          />
        ))}
      </Toolbar.Root>
    </div>
  );
}

interface FamilyPartProps {
  readonly family: Family;
  readonly used: Used;
  /** The strategy that is on, where it is one of this family. */
  readonly chosen: StrategyId | null;
  readonly onChoose: (strategy: StrategyId) => void;
}

function FamilyPart({ family, used, chosen, onChoose }: FamilyPartProps) {
  const target = chosen === null ? chooseOf(family, used) : STRATEGIES[chosen];
  if (!target) return null;
  return (
    <div className="strategy-family" data-on={chosen !== null}>
      <Tooltip text={target.name} keys={keyOf(STRATEGY_IDS.indexOf(target.id))} more={target.summary}>
        <Toolbar.Button
          className="strategy-name"
          aria-pressed={chosen !== null}
          onClick={() => onChoose(target.id)}
        >
          {family.name}
        </Toolbar.Button>
      </Tooltip>
      {chosen !== null && target.variant !== null && (
        <Menu
          align="center"
          trigger={
            <Toolbar.Button className="strategy-variant" aria-label={`${family.name}: ${target.variant}`}>
              {target.variant}
              <ChevronDown size={12} strokeWidth={2.5} aria-hidden="true" />
            </Toolbar.Button>
          }
        >
          <StrategyChoice
            label={family.name}
            strategies={family.strategies}
            value={chosen}
            onChoose={onChoose}
          />
        </Menu>
      )}
    </div>
  );
}
