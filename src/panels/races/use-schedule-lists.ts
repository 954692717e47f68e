import { useMemo, useRef } from 'react';
import type { LabParts } from '../../lab/lab-parts.ts';
import type { RaceEntry } from '../../lab/race-results.ts';
import type { Model, Race } from '../../model/schema.ts';
import { STRATEGY_IDS } from '../../strategies/program.ts';
import { useAnswer } from '../../ui/use-answer.ts';
import type { ScheduleLists } from './schedule-groups.ts';

/** More columns than this cannot be told apart. */
const MOST_COLUMNS = 24;
const NONE: ScheduleLists = {};

/** The schedules of a race one by one, for the strategies under which there are few. */
export function useScheduleLists(
  { engine }: LabParts,
  model: Model | null,
  race: Race | null,
  results: RaceEntry['results'],
): ScheduleLists {
  const few = STRATEGY_IDS.filter((id) => {
    const result = results[id];
    if (result?.state !== 'done' || 'unavailable' in result.result) return false;
    return BigInt(result.result.schedules) <= MOST_COLUMNS;
  }).join();
  const ask = useMemo(() => {
    if (model === null || race === null || few === '') return null;
    const ids = STRATEGY_IDS.filter((id) => few.split(',').includes(id));
    return async ({ signal }: { readonly signal: AbortSignal }): Promise<ScheduleLists> => {
      const lists = await Promise.all(
        ids.map(async (strategy) => {
          const listed = await engine.listSchedules(
            { model, race, strategy, most: MOST_COLUMNS },
            { signal },
          );
          return 'unavailable' in listed || listed.schedules === null ? [] : [[strategy, listed.schedules]];
        }),
      );
      return Object.fromEntries(lists.flat());
    };
  }, [engine, model, race, few]);
  const { value } = useAnswer(ask);
  // While all is worked out anew the columns stay.
  const last = useRef(NONE);
  if (value !== null) last.current = value;
  return last.current;
}
