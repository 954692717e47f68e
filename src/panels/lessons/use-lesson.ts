import { createContext, use, useCallback } from 'react';
import { useStore } from 'zustand';
import type { LabParts } from '../../lab/lab-parts.ts';
import type { LoadEngine } from '../../lab/load/load-engine.ts';
import type { Lesson, LessonId, LessonStep } from './lesson.ts';
import type { LessonBench } from './lesson-bench.ts';
import { choose, type Hands, type LessonRunStore, show } from './lesson-run.ts';
import type { Choices, LessonProgress } from './progress.ts';

/** What every part of a lesson works with. */
export interface LessonMatter {
  readonly lesson: Lesson;
  readonly parts: Pick<LabParts, 'board' | 'desk' | 'lab' | 'engine'>;
  readonly load: LoadEngine;
  /** The log of the board, opened with the first use. */
  readonly openBench: () => Promise<LessonBench>;
  readonly run: LessonRunStore;
  readonly progress: LessonProgress;
  readonly change: (change: (progress: LessonProgress) => LessonProgress) => void;
  /** In front of a room: nothing is shown until the teacher shows it to all. */
  readonly isTeacher: boolean;
  /** Goes on to the next step. */
  readonly goOn: () => void;
  /** Starts another lesson. */
  readonly open: (id: LessonId) => void;
  /** Opens the board of this step as any other. */
  readonly keepBoard: () => void;
  readonly leave: () => void;
}

export const LessonContext = createContext<LessonMatter | null>(null);

export function useLesson(): LessonMatter {
  const matter = use(LessonContext);
  if (matter === null) throw new Error('A part of a lesson is drawn outside of a lesson');
  return matter;
}

/** What was chosen and counted at a step, and whether its answers are shown. */
export interface Prediction {
  readonly choices: Choices;
  readonly hands: Hands;
  readonly isCounting: boolean;
  readonly isShown: boolean;
  readonly choose: (row: string, option: string) => void;
  readonly count: (row: string, option: string, hands: number) => void;
  readonly show: () => void;
}

const NO_HANDS: Hands = {};

export function usePrediction({ id }: LessonStep): Prediction {
  const { run, progress, change } = useLesson();
  const hands = useStore(run, (held) => held.hands[id]) ?? NO_HANDS;
  const isCounting = useStore(run, (held) => held.isCounting);
  return {
    choices: progress.choices[id] ?? {},
    hands,
    isCounting,
    isShown: progress.shown.includes(id),
    choose: useCallback((row, option) => change((now) => choose(now, id, row, option)), [change, id]),
    count: useCallback((row, option, raised) => run.getState().count(id, row, option, raised), [run, id]),
    show: useCallback(() => change((now) => show(now, id)), [change, id]),
  };
}
