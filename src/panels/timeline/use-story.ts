import { useCallback, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Unavailable } from '../../exploration/result.ts';
import type { ToldRace } from '../../exploration/told-race.ts';
import { alignSteps, findFork, pairSteps } from '../../lab/align-steps.ts';
import { countSteps } from '../../lab/count-steps.ts';
import type { ExploreProgress } from '../../lab/engine.ts';
import type { LabParts } from '../../lab/lab-parts.ts';
import { shownSchedule } from '../../lab/shown-schedule.ts';
import type { Model, Race } from '../../model/schema.ts';
import { type Answered, type Ask, useAnswer } from '../../ui/use-answer.ts';

/** A schedule of a race as it is told under one strategy, and how much of it is shown. */
export interface StorySide {
  readonly answer: Answered<ToldRace | Unavailable, ExploreProgress>;
  readonly told: ToldRace | null;
  /** How many steps are taken. */
  readonly step: number;
  /** How many steps there are to be taken; those after them are only one way to go on. */
  readonly until: number;
}

export interface Story {
  readonly main: StorySide;
  /** The same schedule under another strategy; null where none is chosen. */
  readonly beside: StorySide | null;
  /** The step, counted from 0, with which the other begins to differ. */
  readonly fork: number | null;
  /** Asks again for what failed. */
  readonly retry: () => void;
}

type StoryParts = Pick<LabParts, 'engine' | 'lab'>;
type Told = ToldRace | Unavailable;

/** The story that the lab's desk shows of a race. `model` and `race` must stay the same objects while they are the same. */
export function useStory({ engine, lab }: StoryParts, model: Model, race: Race): Story {
  const { strategy, beside, schedule, step, isByHand } = useStore(lab);
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks the same again
  const askMain = useCallback<Ask<Told, ExploreProgress>>(
    async (watch) => {
      const question = { model, race, strategy };
      if (schedule !== null) return engine.tell({ ...question, schedule, complete: true }, watch);
      const explored = await engine.explore(question, watch);
      if ('unavailable' in explored) return explored;
      const chosen = shownSchedule(schedule, strategy, explored);
      return engine.tell({ ...question, schedule: chosen, complete: true }, { signal: watch.signal });
    },
    [engine, model, race, strategy, schedule, round],
  );
  const main = useSide(useAnswer(askMain), (told) => {
    const until =
      isByHand && schedule ? Math.min(schedule.order.length, told.steps.length) : told.steps.length;
    return { until, step: Math.min(until, countSteps(told.steps.slice(0, until), { step, isByHand })) };
  });
  const order = useStable(main.told?.order.slice(0, main.until) ?? null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks the same again
  const askBeside = useMemo<Ask<Told, ExploreProgress> | null>(() => {
    if (beside === null || order === null) return null;
    return (watch) =>
      engine.tell(
        { model, race, strategy: beside, schedule: { strategy, order }, complete: true },
        { signal: watch.signal },
      );
  }, [engine, model, race, strategy, beside, order, round]);
  const answered = useAnswer(askBeside);
  const pairs = useMemo(() => {
    const told = toldOf(answered.value);
    return told && main.told ? pairSteps(told.steps, main.told.steps) : null;
  }, [answered.value, main.told]);
  const other = useSide(answered, (told) => {
    const align = (taken: number) => Math.min(told.steps.length, alignSteps(taken, pairs ?? []));
    const isWhole = main.told !== null && main.until === main.told.steps.length;
    return { until: isWhole ? told.steps.length : align(main.until), step: align(main.step) };
  });
  const fork = pairs && main.told && other.told ? findFork(other.told.steps, main.told.steps, pairs) : null;
  return {
    main,
    beside: beside === null ? null : other,
    fork: fork !== null && fork < other.until ? fork : null,
    retry: () => setRound((last) => last + 1),
  };
}

function useSide(
  answer: Answered<Told, ExploreProgress>,
  place: (told: ToldRace) => { readonly step: number; readonly until: number },
): StorySide {
  const told = toldOf(answer.value);
  return { answer, told, ...(told ? place(told) : { step: 0, until: 0 }) };
}

function toldOf(value: Told | null): ToldRace | null {
  return value !== null && 'steps' in value ? value : null;
}

/** The same list as long as the same is in it. */
function useStable(order: readonly number[] | null): readonly number[] | null {
  const key = order === null ? null : JSON.stringify(order);
  return useMemo(() => (key === null ? null : (JSON.parse(key) as readonly number[])), [key]);
}
