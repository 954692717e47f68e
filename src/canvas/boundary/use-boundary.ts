import { useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Unavailable } from '../../exploration/result.ts';
import type { LabParts } from '../../lab/lab-parts.ts';
import type { Model } from '../../model/schema.ts';
import type { StrategyId } from '../../strategies/program.ts';
import type { BoundaryReport } from '../../strategies/report-boundary.ts';
import { type Ask, useAnswer } from '../../ui/use-answer.ts';
import { type BoundaryMarks, markBoundary } from './boundary-marks.ts';
import type { Subject } from './use-subject.ts';

interface Asked {
  readonly subject: Subject;
  readonly strategy: StrategyId;
}

/** A boundary to draw, or why there is none. */
export type ShownBoundary =
  | (Asked & { readonly state: 'shown'; readonly report: BoundaryReport; readonly marks: BoundaryMarks })
  | (Asked & { readonly state: 'unavailable'; readonly why: string });

type Answer = (Asked & { readonly answer: BoundaryReport | Unavailable }) | null;

/** The boundary of a command under the strategy that is chosen; the last one until a new one is known. */
export function useBoundary(
  subject: Subject | null,
  { board, lab, engine }: Pick<LabParts, 'board' | 'lab' | 'engine'>,
): ShownBoundary | null {
  const strategy = useStore(lab, (held) => held.strategy);
  const model = useSyncExternalStore(board.listen, () => board.state().parsed.model);
  const ask = useMemo<Ask<Answer, never> | null>(() => {
    if (subject === null || model === null) return null;
    const { command, data } = subject;
    const question = { model, strategy, command, ...(data === undefined ? {} : { data }) };
    return async ({ signal }) => ({
      subject,
      strategy,
      answer: await engine.reportBoundary(question, { signal }),
    });
  }, [engine, model, strategy, subject]);
  const { value } = useAnswer(ask);
  return useMemo(
    () => (model === null || value?.subject.command !== subject?.command ? null : read(value, model)),
    [value, model, subject],
  );
}

/** What depends on nothing and is stopped by nothing has no boundary to draw, and neither has what is unfinished. */
function read(value: Answer, model: Model): ShownBoundary | null {
  if (value === null) return null;
  const { answer, ...asked } = value;
  if (!('unavailable' in answer)) {
    if (answer.parts.length === 0) return null;
    return { ...asked, state: 'shown', report: answer, marks: markBoundary(answer, model) };
  }
  const { checks = [], emits = [] } = model.commands?.[asked.subject.command] ?? {};
  if (checks.length === 0 || emits.length === 0) return null;
  return { ...asked, state: 'unavailable', why: answer.unavailable };
}
