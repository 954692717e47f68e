import { createStore } from 'zustand/vanilla';
import type { LessonId } from './lesson.ts';
import { type KeptProgress, type LessonProgress, NO_PROGRESS } from './progress.ts';

/** How many hands were counted: for each row of a question and each of its options. */
export type Hands = { readonly [row: string]: { readonly [option: string]: number } };

/** Where the progress in all lessons is kept. */
export interface ProgressShelf {
  readonly state: () => KeptProgress;
  readonly listen: (listener: () => void) => () => void;
  readonly change: (id: LessonId, change: (progress: LessonProgress) => LessonProgress) => void;
}

/** What happens in one lesson while it is open; what is worth keeping goes to the shelf. */
export interface LessonRun {
  /** How many steps of a race are taken, by the lesson's step. */
  readonly taken: { readonly [step: string]: number };
  /** In front of a room: hands counted before the answer, by the lesson's step. Not kept. */
  readonly hands: { readonly [step: string]: Hands };
  readonly isCounting: boolean;
  /** What was done on the log, by the lesson's step. Not kept: the log is. */
  readonly live: { readonly [step: string]: LiveRun };
  readonly take: (step: string, taken: number) => void;
  readonly count: (step: string, row: string, option: string, hands: number) => void;
  readonly startCounting: (isCounting: boolean) => void;
  /** Something was done on the log, or a check met. */
  readonly doLive: (step: string, change: (live: LiveRun) => LiveRun) => void;
  readonly clear: () => void;
}

/** How far one has come with a step on the log. */
export interface LiveRun {
  readonly acted: readonly string[];
  /** How many checks are met: each counts once those before it are. */
  readonly met: number;
  /** An event was not stored because of a read model. */
  readonly isRolledBack: boolean;
  /** What came of what was done last; null before. */
  readonly told: string | null;
  /** The act that is being done. */
  readonly doing: string | null;
}

export const NOT_LIVE: LiveRun = { acted: [], met: 0, isRolledBack: false, told: null, doing: null };

export type LessonRunStore = ReturnType<typeof createLessonRun>;

const FRESH = { taken: {}, hands: {}, isCounting: false, live: {} };

/** A lesson that was just opened. */
export function createLessonRun() {
  return createStore<LessonRun>()((set, get) => ({
    ...FRESH,
    take: (step, taken) => set({ taken: { ...get().taken, [step]: taken } }),
    count: (step, row, option, hands) => set({ hands: setHands(get().hands, step, row, option, hands) }),
    startCounting: (isCounting) => set({ isCounting }),
    doLive: (step, change) => set({ live: { ...get().live, [step]: change(get().live[step] ?? NOT_LIVE) } }),
    clear: () => set(FRESH),
  }));
}

function setHands(
  hands: LessonRun['hands'],
  step: string,
  row: string,
  option: string,
  wanted: number,
): LessonRun['hands'] {
  const counted = hands[step] ?? {};
  const usable = Number.isFinite(wanted) ? Math.max(0, Math.round(wanted)) : 0;
  return { ...hands, [step]: { ...counted, [row]: { ...counted[row], [option]: usable } } };
}

/** The progress in a lesson with a step's answer to a row chosen. */
export function choose(progress: LessonProgress, step: string, row: string, option: string): LessonProgress {
  const { choices } = progress;
  return { ...progress, choices: { ...choices, [step]: { ...choices[step], [row]: option } } };
}

/** The progress in a lesson with the answers of a step seen. */
export function show(progress: LessonProgress, step: string): LessonProgress {
  return progress.shown.includes(step) ? progress : { ...progress, shown: [...progress.shown, step] };
}

/** The progress in a lesson that has come to a step, from another that is done where one went on. */
export function goOn(progress: LessonProgress, to: string, done: string | null): LessonProgress {
  const isNew = done !== null && !progress.done.includes(done);
  return { ...progress, at: to, done: isNew ? [...progress.done, done] : progress.done };
}

/** A lesson as at its start; its boards are found again. */
export function startOver({ boards }: LessonProgress): LessonProgress {
  return { ...NO_PROGRESS, boards };
}
