import type { LabDeskStore } from '../../lab/lab-desk.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import type { Action } from '../../ui/actions.ts';

/** The key of a strategy: its place in the order in which they are shown. */
export function keyOf(index: number): string {
  return String(index + 1);
}

/** Choosing each strategy by its key or from the palette. */
export function listStrategyActions(lab: LabDeskStore): readonly Action[] {
  return Object.values(STRATEGIES).map(({ id, name }, index) => ({
    id: `strategy-${id}`,
    group: 'Strategy',
    label: `Show under ${name}`,
    keys: [keyOf(index)],
    scope: 'page',
    words: ['guard', 'boundary', id],
    run: () => lab.getState().choose(id),
  }));
}
