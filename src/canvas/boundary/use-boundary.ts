import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Board } from '../../board/board.ts';
import type { Unavailable } from '../../exploration/result.ts';
import type { LabEngine } from '../../lab/engine.ts';
import type { LabDeskStore } from '../../lab/lab-desk.ts';
import type { StrategyId } from '../../strategies/program.ts';
import type { BoundaryReport } from '../../strategies/report-boundary.ts';
import { type Ask, useAnswer } from '../../ui/use-answer.ts';
import { type BoundaryMarks, markBoundary } from './boundary-marks.ts';

/** A boundary to draw, or why there is none. */
export type ShownBoundary =
  | (Subject & { readonly state: 'shown'; readonly report: BoundaryReport; readonly marks: BoundaryMarks })
  | (Subject & { readonly state: 'unavailable'; readonly why: string });

interface Subject {
  readonly command: string;
  readonly strategy: StrategyId;
}

/** The boundary of a command under the strategy that is chosen; the last one until a new one is known. */
export function useBoundary(
  command: string | null,
  board: Board,
  lab: LabDeskStore,
  engine: LabEngine,
): ShownBoundary | null {
  const strategy = useStore(lab, (held) => held.strategy);
  const model = useSyncExternalStore(board.listen, () => board.state().parsed.model);
  const ask = useCallback<Ask<Answer, never>>(
    async ({ signal }) =>
      command === null || model === null
        ? null
        : {
            command,
            strategy,
            answer: await engine.reportBoundary({ model, strategy, command }, { signal }),
          },
    [engine, model, strategy, command],
  );
  const { value } = useAnswer(ask);
  return useMemo(() => {
    if (model === null || command === null || value?.command !== command) return null;
    const { answer, ...subject } = value;
    if (!('unavailable' in answer)) {
      return { ...subject, state: 'shown', report: answer, marks: markBoundary(answer, model) };
    }
    return { ...subject, state: 'unavailable', why: answer.unavailable };
  }, [value, model, command]);
}

type Answer = (Subject & { readonly answer: BoundaryReport | Unavailable }) | null;
