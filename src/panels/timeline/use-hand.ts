import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { StepKind } from '../../exploration/result.ts';
import type { LabDeskStore } from '../../lab/lab-desk.ts';
import type { StorySide } from './use-story.ts';

/** Making a schedule by hand: what can come next, and what one does about it. */
export function useHand(lab: LabDeskStore, { told, step, until, answer }: StorySide) {
  const { isByHand, strategy, schedule } = useStore(lab);
  // What was made under one strategy has other steps under another: it is completed, and told as it is there.
  const isElsewhere = isByHand && schedule !== null && schedule.strategy !== strategy;
  useEffect(() => {
    if (isElsewhere) lab.getState().makeByHand(false);
  }, [lab, isElsewhere]);
  const taken = schedule?.order ?? [];
  const follow = (order: readonly number[]) => lab.getState().follow({ strategy, order }, null);
  const enabled = told?.enabled[until] ?? [];
  const next = enabled.flatMap((command) => {
    const kind = nextKind(told, until, command);
    return kind ? [{ command, kind }] : [];
  });
  return {
    isByHand: isByHand && !isElsewhere,
    next,
    canUndo: taken.length > 0,
    start: () => {
      lab.getState().makeByHand(true);
      follow(told?.order.slice(0, step) ?? []);
    },
    // Until the last step is told nobody knows what can come after it.
    take: (command: number) => !answer.isStale && follow([...taken, command]),
    undo: () => follow(taken.slice(0, -1)),
    clear: () => follow([]),
    finish: () => lab.getState().makeByHand(false),
  };
}

/** What a command does next: the schedule is told to its end, whatever is shown of it. */
function nextKind(told: StorySide['told'], taken: number, command: number): StepKind | null {
  return told?.steps.slice(taken).find((step) => step.command === command)?.step ?? null;
}
