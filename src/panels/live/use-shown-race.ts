import { useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { ToldRace } from '../../exploration/told-race.ts';
import type { LabParts } from '../../lab/lab-parts.ts';
import { shownSchedule } from '../../lab/shown-schedule.ts';
import type { Race } from '../../model/schema.ts';
import { type Ask, useAnswer } from '../../ui/use-answer.ts';

/** The race on the desk, and the schedule it is shown by, told to its end. */
export interface ShownRace {
  /** Null while none is chosen, or where it is too broken to be run. */
  readonly race: Race | null;
  /** Null until it is known; the last one stays while another is looked for. */
  readonly told: ToldRace | null;
  readonly isStale: boolean;
  /** Why it cannot be told, in a sentence. */
  readonly problem: string | null;
}

/** What the desk shows of races: the chosen race, or the document's first. */
export function useShownRace({ board, lab, engine, results }: LabParts): ShownRace {
  const choice = useStore(lab, (held) => held.race);
  const strategy = useStore(lab, (held) => held.strategy);
  const schedule = useStore(lab, (held) => held.schedule);
  const model = useSyncExternalStore(board.listen, () => board.state().parsed.model);
  const entries = useSyncExternalStore(results.listen, results.state);
  const race = choice?.kind === 'found' ? choice.race : (entries[choice?.at ?? 0]?.race ?? null);
  const ask = useMemo((): Ask<ToldRace | { readonly unavailable: string }, never> | null => {
    if (model === null || race === null) return null;
    const question = { model, race, strategy };
    return async ({ signal }) => {
      const exploration = schedule === null ? await engine.explore(question, { signal }) : { witnesses: {} };
      if ('unavailable' in exploration) return exploration;
      const shown = shownSchedule(schedule, strategy, exploration);
      return engine.tell({ ...question, schedule: shown, complete: true }, { signal });
    };
  }, [engine, model, race, strategy, schedule]);
  const { value, isStale, failure } = useAnswer(ask);
  const isTold = value !== null && 'order' in value;
  return {
    race,
    told: isTold ? value : null,
    isStale,
    problem: failure ?? (isTold || value === null ? null : value.unavailable),
  };
}
