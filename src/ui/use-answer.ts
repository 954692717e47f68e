import { useEffect, useState } from 'react';
import { sayError } from './say-error.ts';

/** What is known of a question: while a new answer is on its way the last one stays, marked as stale. */
export interface Answered<T, P> {
  readonly value: T | null;
  readonly isStale: boolean;
  readonly progress: P | null;
  readonly failure: string | null;
}

export type Ask<T, P> = (watch: {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: P) => void;
}) => Promise<T>;

/**
 * Asks whenever `ask` is another function, and gives up what was asked before. `ask` must be memoised; null asks
 * nothing.
 */
export function useAnswer<T, P = never>(ask: Ask<T, P> | null): Answered<T, P> {
  const [answered, setAnswered] = useState<Answered<T, P> & { readonly ask: Ask<T, P> | null }>(() => ({
    ...NOTHING,
    ask: null,
  }));
  useEffect(() => {
    if (ask === null) return setAnswered({ ...NOTHING, ask });
    const stopping = new AbortController();
    const { signal } = stopping;
    const onProgress = (progress: P) => {
      if (!signal.aborted) setAnswered((last) => ({ ...last, progress, failure: null }));
    };
    ask({ signal, onProgress }).then(
      (value) => signal.aborted || setAnswered({ value, progress: null, failure: null, isStale: false, ask }),
      (error: unknown) =>
        signal.aborted || setAnswered((last) => ({ ...last, progress: null, failure: sayError(error), ask })),
    );
    return () => stopping.abort();
  }, [ask]);
  const isStale = answered.ask !== ask;
  return { ...answered, isStale, failure: isStale ? null : answered.failure };
}

const NOTHING = { value: null, progress: null, failure: null, isStale: false } as const;
