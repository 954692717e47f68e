import { useMemo } from 'react';
import type { Exploration } from '../../exploration/result.ts';
import { findRaceOf, judgeFact } from './judge-fact.ts';
import type { Fact } from './lesson.ts';
import { type Case, useEachExploration, useModel } from './use-scene.ts';

/** Which facts are so on the board as it is now. They must be memoised. */
export function useMet(facts: readonly Fact[]): readonly boolean[] {
  const model = useModel();
  const cases = useMemo(() => facts.flatMap((fact) => findRaceOf(fact) ?? []), [facts]);
  const explorations = useEachExploration(cases);
  const find = (wanted: Case): Exploration | null =>
    explorations[cases.findIndex((one) => one.race === wanted.race && one.strategy === wanted.strategy)] ??
    null;
  return facts.map((fact) => {
    const raced = findRaceOf(fact);
    return model !== null && judgeFact(fact, model, raced && find(raced));
  });
}
