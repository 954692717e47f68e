import { useCallback, useSyncExternalStore } from 'react';
import type { Exploration, Unavailable } from '../../exploration/result.ts';
import type { ToldRace } from '../../exploration/told-race.ts';
import type { Model, Race } from '../../model/schema.ts';
import type { StrategyId } from '../../strategies/program.ts';
import { useAnswer } from '../../ui/use-answer.ts';
import type { Scene } from './lesson.ts';
import { useLesson } from './use-lesson.ts';

/** An answer of the engine, on its way, or why there is none in words. */
export type Asked<T> =
  | { readonly state: 'working' }
  | { readonly state: 'trouble'; readonly message: string }
  | { readonly state: 'known'; readonly value: T };

/** The model of the board as it is now. */
export function useModel(): Model | null {
  const { board } = useLesson().parts;
  return useSyncExternalStore(board.listen, () => board.state().parsed.model);
}

/** A scene told on the board as it is now. */
export function useScene(scene: Scene): Asked<ToldRace> & { readonly race?: Race } {
  const { engine } = useLesson().parts;
  const model = useModel();
  const race = model?.races?.find(({ name }) => name === scene.race);
  const ask = useCallback(
    ({ signal }: { readonly signal: AbortSignal }) => {
      if (model === null || race === undefined) return Promise.resolve(missing(scene.race));
      const { strategy, order } = scene;
      return engine.tell(
        { model, race, strategy, schedule: { strategy, order }, complete: true },
        { signal },
      );
    },
    [engine, model, race, scene],
  );
  const answered = useAnswer(ask);
  const asked = readAnswer(answered.value, answered.failure);
  return race === undefined ? asked : { ...asked, race };
}

export interface Case {
  readonly race: string;
  readonly strategy: StrategyId;
}

/** All that can happen in some races on the board as it is now, one answer for each. The cases must be memoised. */
export function useExplorations(cases: readonly Case[]): Asked<readonly Exploration[]> {
  const answered = useResults(cases);
  const failed = answered.value?.find((result) => 'unavailable' in result);
  return readAnswer(failed ?? keepExplorations(answered.value), answered.failure);
}

/** The same, with null for what cannot be explored or is not known yet. */
export function useEachExploration(cases: readonly Case[]): readonly (Exploration | null)[] {
  const { value } = useResults(cases);
  return cases.map((_, at) => {
    const result = value?.[at];
    return result && !('unavailable' in result) ? result : null;
  });
}

function keepExplorations(results: Results | null): readonly Exploration[] | null {
  return results?.flatMap((result) => ('unavailable' in result ? [] : [result])) ?? null;
}

type Results = readonly (Exploration | Unavailable)[];

function useResults(cases: readonly Case[]) {
  const { engine } = useLesson().parts;
  const model = useModel();
  const ask = useCallback(
    ({ signal }: { readonly signal: AbortSignal }): Promise<Results> =>
      Promise.all(
        cases.map(({ race: name, strategy }) => {
          const race = model?.races?.find((one) => one.name === name);
          return model && race ? engine.explore({ model, race, strategy }, { signal }) : missing(name);
        }),
      ),
    [engine, model, cases],
  );
  return useAnswer(ask);
}

function missing(race: string): Unavailable {
  return { unavailable: `This board has no race “${race}” any more` };
}

function readAnswer<T extends object>(value: T | Unavailable | null, failure: string | null): Asked<T> {
  if (failure !== null) return { state: 'trouble', message: failure };
  if (value === null) return { state: 'working' };
  if ('unavailable' in value) return { state: 'trouble', message: `${value.unavailable}.` };
  return { state: 'known', value };
}
