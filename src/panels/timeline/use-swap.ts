import { useState } from 'react';
import type { ToldRace } from '../../exploration/told-race.ts';
import type { LabDeskStore } from '../../lab/lab-desk.ts';
import { sayDifference, saySwap } from './say-swap.ts';
import type { StorySide } from './use-story.ts';

interface Swapped {
  readonly before: ToldRace;
  readonly order: readonly number[];
  /** What could be said at once; empty where the other schedule must be told first. */
  readonly said: string;
}

/** Lets two neighbouring steps change places, and says what came of it. */
export function useSwap(lab: LabDeskStore, { told, step, until }: StorySide, hidden: ReadonlySet<number>) {
  const [swapped, setSwapped] = useState<Swapped | null>(null);
  const swap = (at: number) => {
    const pair = told?.swaps[at];
    if (!told || !pair || at + 1 >= until) return;
    if ([at, at + 1].some((index) => hidden.has(told.steps[index]?.command ?? -1))) {
      setSwapped({
        before: told,
        order: told.order,
        said: 'The step beside it is hidden: show all steps first.',
      });
      return;
    }
    const order = 'order' in pair ? pair.order : told.order;
    setSwapped({ before: told, order, said: saySwap(told, at, pair) });
    if (!('order' in pair)) return;
    const { strategy, isByHand, follow } = lab.getState();
    const isSame = pair.kind === 'independent' || pair.onlyLog;
    follow({ strategy, order: isByHand ? order.slice(0, until) : order }, isSame ? step : null);
  };
  return { swap, note: noteOf(swapped, told) };
}

/** Said as long as the schedule that it is about is shown. */
function noteOf(swapped: Swapped | null, told: ToldRace | null): string {
  if (!swapped || !told) return '';
  const isThere = JSON.stringify(told.order) === JSON.stringify(swapped.order);
  if (isThere && swapped.said === '') return sayDifference(swapped.before, told);
  return isThere || told === swapped.before ? swapped.said : '';
}
