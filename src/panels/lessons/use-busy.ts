import { useCallback, useMemo } from 'react';
import type { LoadEngine } from '../../lab/load/load-engine.ts';
import type { Model } from '../../model/schema.ts';
import { useAnswer } from '../../ui/use-answer.ts';
import type { SweepPoint } from '../../workload/sweep-load.ts';
import type { LoadCase, LoadQuestion } from './lesson.ts';
import { useLesson } from './use-lesson.ts';
import { type Asked, useModel } from './use-scene.ts';

/** The same chance for everybody: what is asked has one answer. */
export const BUSY_CHANCE = { seed: 1, replications: 1 } as const;

/** What a load came to at each rate, with the wide boundary and with the narrow one. */
export interface Busy {
  readonly wide: readonly SweepPoint[];
  readonly narrow: readonly SweepPoint[];
}

/** Both loads of a question, simulated on the board as it is now, and how much of it is done, from 0 to 1. */
export function useBusy(question: LoadQuestion): Asked<Busy> & { readonly share: number } {
  const { load } = useLesson();
  const model = useRacing();
  const ask = useCallback(
    async ({ signal, onProgress }: BusyWatch): Promise<Busy | { readonly unavailable: string }> => {
      const run = (one: LoadCase, done: number) =>
        sweep(load, model, one, question, { signal, onProgress: (share) => onProgress(done + share / 2) });
      const wide = await run(question.wide, 0);
      const narrow = await run(question.narrow, 0.5);
      if ('unavailable' in wide) return wide;
      return 'unavailable' in narrow ? narrow : { wide: wide.points, narrow: narrow.points };
    },
    [load, model, question],
  );
  const { value, progress, failure } = useAnswer<Busy | { readonly unavailable: string }, number>(ask);
  const share = progress ?? 0;
  if (failure !== null) return { state: 'trouble', message: failure, share };
  if (value === null) return { state: 'working', share };
  if ('unavailable' in value) return { state: 'trouble', message: value.unavailable, share };
  return { state: 'known', value, share };
}

interface BusyWatch {
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
}

/** The model, the same as long as nothing changes that a load depends on. */
function useRacing(): Model | null {
  const model = useModel();
  const { tags, events, constraints, commands, aggregates } = model ?? {};
  // biome-ignore lint/correctness/useExhaustiveDependencies: a note that was moved changes nothing
  return useMemo(() => model, [tags, events, constraints, commands, aggregates]);
}

async function sweep(
  load: LoadEngine,
  model: Model | null,
  { name, workload }: LoadCase,
  { guard, lock, rates }: LoadQuestion,
  { signal, onProgress }: BusyWatch,
) {
  if (model === null) return { unavailable: 'This board cannot be run.' };
  const strategies = [guard, lock];
  const over = { parameter: 'rate', values: rates };
  const result = await load.sweepLoad(
    { model, name, workload, strategies, sweep: over, ...BUSY_CHANCE },
    { signal, onProgress: (event) => event.kind === 'progress' && onProgress(event.share) },
  );
  return 'troubles' in result
    ? { unavailable: result.troubles[0]?.message ?? 'This board cannot be loaded.' }
    : result;
}
