import { useMemo } from 'react';
import type { LabEngine } from '../../lab/engine.ts';
import type { Model } from '../../model/schema.ts';
import type { StrategyId } from '../../strategies/program.ts';
import type { BoundaryReport } from '../../strategies/report-boundary.ts';
import { type Ask, useAnswer } from '../../ui/use-answer.ts';

/** What is known of the commands' boundaries. */
export interface Boundaries {
  readonly reports: readonly BoundaryReport[];
  /** Commands of which it cannot be said what they need, and why. */
  readonly unknown: readonly { readonly command: string; readonly reason: string }[];
}

/** What each command of a model needs, and what a strategy guards; null until it is known. */
export function useBoundaries(
  engine: Pick<LabEngine, 'reportBoundary'>,
  model: Model | null,
  strategy: StrategyId,
): Boundaries | null {
  const ask = useMemo((): Ask<Boundaries, never> | null => {
    if (model === null) return null;
    const commands = Object.keys(model.commands ?? {});
    return async ({ signal }) => {
      const answers = await Promise.all(
        commands.map((command) => engine.reportBoundary({ model, strategy, command }, { signal })),
      );
      return {
        reports: answers.flatMap((answer) => ('unavailable' in answer ? [] : [answer])),
        unknown: answers.flatMap((answer, index) =>
          'unavailable' in answer ? [{ command: commands[index] ?? '', reason: answer.unavailable }] : [],
        ),
      };
    };
  }, [engine, model, strategy]);
  return useAnswer(ask).value;
}
