import { useEffect } from 'react';
import type { LabDeskStore } from '../../lab/lab-desk.ts';
import type { LoadRun } from './use-load.ts';

export interface ShownFrom {
  readonly lab: LabDeskStore;
  readonly run: LoadRun;
  readonly before: LoadRun | null;
  readonly at: number | null;
  readonly sentence: string;
}

/** Lays what the tab shows on the desk, so that it can be taken home from there. */
export function useShown({ lab, run, before, at, sentence }: ShownFrom): void {
  const { axis, plan, points } = run;
  const pointsBefore = before?.points ?? null;
  useEffect(() => {
    if (axis === null || plan === null || at === null || points.length === 0)
      return lab.getState().showLoad(null);
    const seed = lab.getState().load.seed;
    const about = { workload: plan.name, parameter: axis.parameter, seed };
    lab.getState().showLoad({
      axis,
      at,
      sentence,
      result: { ...about, points },
      before: pointsBefore === null ? null : { ...about, points: pointsBefore },
    });
  }, [lab, axis, plan, at, points, pointsBefore, sentence]);
}
