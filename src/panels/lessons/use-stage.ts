import { useEffect } from 'react';
import { findSight } from './find-sight.ts';
import type { LessonStep } from './lesson.ts';
import { useLesson } from './use-lesson.ts';

/** Sets board and lab for a step when one comes to it; from then on they are the learner's. */
export function useStage(step: LessonStep | undefined): void {
  const { parts, progress } = useLesson();
  const { board, desk, lab } = parts;
  // biome-ignore lint/correctness/useExhaustiveDependencies: set once for each step, and not again when its answers are shown
  useEffect(() => {
    if (step === undefined) return;
    const { show, select, toggleInspector, bring, light } = desk.getState();
    show('board');
    // The boundary of a command says much of the answer.
    const isHidden = step.kind === 'predict' && !progress.shown.includes(step.id);
    select(isHidden ? [] : (step.select ?? []));
    toggleInspector(step.kind === 'change');
    if (step.strategy !== undefined) lab.getState().choose(step.strategy);
    // It would show what is still to be asked.
    lab.getState().resize('closed');
    const { model } = board.state().parsed;
    const sight = model === null ? [] : findSight(step, model);
    bring(sight);
    // What is to be changed may be anywhere.
    light(sight.length === 0 || step.kind === 'change' ? null : sight);
  }, [step, board, desk, lab]);
}
