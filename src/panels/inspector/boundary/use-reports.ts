import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Unavailable } from '../../../exploration/result.ts';
import { STRATEGY_IDS, type StrategyId } from '../../../strategies/program.ts';
import type { BoundaryReport } from '../../../strategies/report-boundary.ts';
import { type Ask, useAnswer } from '../../../ui/use-answer.ts';
import { useInspector } from '../use-inspector.ts';

/** The boundary of a command under a strategy, or why there is none. */
export type Reported = BoundaryReport | Unavailable;

export interface Reports {
  /** The strategy that is chosen. */
  readonly strategy: StrategyId;
  readonly chosen: Reported;
  readonly all: readonly (readonly [StrategyId, Reported])[];
}

/** The boundary of a command under every strategy; the last ones until new ones are known, null before the first. */
export function useReports(command: string): Reports | null {
  const { model, lab, engine } = useInspector();
  const strategy = useStore(lab, (held) => held.strategy);
  const ask = useMemo<Ask<Answer, never>>(
    () => async (watch) => {
      const all = STRATEGY_IDS.map(async (id) => {
        const reported = await engine.reportBoundary({ model, strategy: id, command }, watch);
        return [id, reported] as const;
      });
      return { command, all: await Promise.all(all) };
    },
    [engine, model, command],
  );
  const { value } = useAnswer(ask);
  return useMemo(() => {
    const found = value?.command === command ? value.all.find(([id]) => id === strategy) : undefined;
    return value && found ? { strategy, chosen: found[1], all: value.all } : null;
  }, [value, command, strategy]);
}

interface Answer {
  readonly command: string;
  readonly all: Reports['all'];
}
