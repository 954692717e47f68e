import { STRATEGIES } from '../../strategies/registry.ts';
import type { LabTab } from '../lab-desk.ts';
import type { LabView } from './lab-view.ts';

/** What a tab shows while nothing of it is chosen. */
const TABS: Readonly<Record<LabTab, string>> = {
  races: 'the races',
  matrix: 'the matrix',
  load: 'the load',
  log: 'the log',
  history: 'the history',
};

/** What a view shows, to be read after “a link to”: the race told up to a step, a pair of the matrix, or the board. */
export function sayView({ size, tab, race, step, cell, strategy }: LabView): string {
  if (size === 'closed') return `the board under ${STRATEGIES[strategy].name}`;
  if (tab === 'matrix' && cell !== null) return `the pair ${cell[0]} × ${cell[1]} of the matrix`;
  if (tab !== 'races' || race === null) return TABS[tab];
  const name = `the race “${race.kind === 'kept' ? race.name : race.race.name}”`;
  return step === null || step === 0 ? name : `${name} at step ${step}`;
}

/** The same in a word or two, for a button. */
export function sayViewShortly({ tab, race, cell }: LabView): string {
  if (tab === 'matrix' && cell !== null) return 'this pair';
  return tab === 'races' && race !== null ? 'this step' : TABS[tab];
}
