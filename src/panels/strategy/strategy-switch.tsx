import './strategy-switch.css';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { LabDeskStore } from '../../lab/lab-desk.ts';
import { type ActionRegistry, useActions } from '../../ui/actions.ts';
import { useMedia } from '../../ui/use-media.ts';
import { FamilyBar } from './family-bar.tsx';
import { listStrategyActions } from './strategy-actions.ts';
import { StrategyMenu } from './strategy-menu.tsx';

export interface StrategySwitchProps {
  readonly lab: LabDeskStore;
  readonly actions: ActionRegistry;
  /** Where there is room for one button only. */
  readonly isSmall?: boolean;
}

const NARROW = '(max-width: 1100px)';

/** The strategy that board, races and matrix are shown under. */
export function StrategySwitch({ lab, actions, isSmall = false }: StrategySwitchProps) {
  const strategy = useStore(lab, (held) => held.strategy);
  const isNarrow = useMedia(NARROW);
  useActions(
    actions,
    useMemo(() => listStrategyActions(lab), [lab]),
  );
  const { choose } = lab.getState();
  return isNarrow || isSmall ? (
    <StrategyMenu strategy={strategy} onChoose={choose} />
  ) : (
    <FamilyBar strategy={strategy} onChoose={choose} />
  );
}
