import type { Watch } from '../../lab/engine.ts';
import { LruMap } from './lru-map.ts';

/** A question that is being worked on, with everybody who waits for it. */
interface Pending<R, P> {
  readonly answer: Promise<R>;
  readonly stopping: AbortController;
  readonly watchers: Set<(progress: P) => void>;
  waiting: number;
  progress: P | null;
}

/**
 * Answers by the text of their question: one that is known is given at once, one that is being worked on is waited for,
 * and the work is given up when the last who waited for it has lost interest. Failures are not remembered.
 */
export class SharedAnswers<R extends object, P> {
  readonly #known: LruMap<string, R>;
  readonly #pending = new Map<string, Pending<R, P>>();

  /** `most` is how many answers are remembered. */
  constructor(most: number) {
    this.#known = new LruMap(most);
  }

  ask(key: string, work: (watch: Watch<P>) => Promise<R>, watch: Watch<P> = {}): Promise<R> {
    const { signal } = watch;
    if (signal?.aborted) return Promise.reject(signal.reason);
    const known = this.#known.get(key);
    if (known !== undefined) return Promise.resolve(known);
    return this.#join(key, this.#pending.get(key) ?? this.#start(key, work), watch);
  }

  #start(key: string, work: (watch: Watch<P>) => Promise<R>): Pending<R, P> {
    const stopping = new AbortController();
    const pending: Pending<R, P> = {
      stopping,
      watchers: new Set(),
      waiting: 0,
      progress: null,
      answer: work({
        signal: stopping.signal,
        onProgress: (progress) => {
          pending.progress = progress;
          for (const tell of pending.watchers) tell(progress);
        },
      }),
    };
    this.#pending.set(key, pending);
    const forget = () => {
      if (this.#pending.get(key) === pending) this.#pending.delete(key);
    };
    pending.answer.then((answer) => {
      this.#known.set(key, answer);
      forget();
    }, forget);
    return pending;
  }

  async #join(key: string, pending: Pending<R, P>, { signal, onProgress }: Watch<P>): Promise<R> {
    const tell = (progress: P) => onProgress?.(progress);
    pending.watchers.add(tell);
    pending.waiting++;
    if (pending.progress !== null) tell(pending.progress);
    try {
      return await (signal ? Promise.race([pending.answer, rejectOn(signal)]) : pending.answer);
    } finally {
      pending.watchers.delete(tell);
      pending.waiting--;
      if (pending.waiting === 0 && signal?.aborted) {
        if (this.#pending.get(key) === pending) this.#pending.delete(key);
        pending.stopping.abort(signal.reason);
      }
    }
  }
}

function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
