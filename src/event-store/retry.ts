/** Runs work beside that of others (`shared`), or alone once all of theirs is over (`exclusive`); first come, first served. */
export type TakeTurn = <T>(mode: 'shared' | 'exclusive', work: () => Promise<T>) => Promise<T>;

export interface RetryOptions {
  /** From 0 to below 1, such as `seededRandom(seed)`. */
  readonly random: () => number;
  /** Waits so many milliseconds. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** How often to try before giving up; without end unless said. */
  readonly attempts?: number;
  /** How writers of one store let each other go ahead, such as `lockTurns(locks, name)`; without it nothing is promised, only likely. */
  readonly takeTurn?: TakeTurn;
  /** The longest wait after the first conflict; it doubles with the next ones. */
  readonly firstWait?: number;
  readonly longestWait?: number;
}

/** One try: it is done, or stands in conflict and has to be decided anew. */
export type Attempt<T> = { readonly kind: 'done'; readonly value: T } | { readonly kind: 'conflict' };

export type Retried<T> =
  | { readonly kind: 'done'; readonly value: T; readonly attempts: number }
  | { readonly kind: 'gave-up'; readonly attempts: number };

/** After so many conflicts a writer gets a turn alone, and waits get shorter again, so that it goes ahead of newcomers. */
const PATIENCE = 5;

/**
 * Reads, decides and appends again as long as the append stands in conflict. Between two tries it waits for a random time
 * up to a bound that doubles at first, to spread the writers. Who has lost `PATIENCE` times tries alone: where all writers
 * take turns, nobody tries more often than once more.
 */
export async function retryOnConflict<T>(
  attempt: (number: number) => Promise<Attempt<T>>,
  options: RetryOptions,
): Promise<Retried<T>> {
  const { random, sleep, attempts = Number.POSITIVE_INFINITY, takeTurn = goAhead } = options;
  for (let number = 1; ; number++) {
    const mode = number <= PATIENCE ? 'shared' : 'exclusive';
    const result = await takeTurn(mode, () => attempt(number));
    if (result.kind === 'done') return { ...result, attempts: number };
    if (number >= attempts) return { kind: 'gave-up', attempts: number };
    await sleep(random() * boundWait(number, options));
  }
}

const goAhead: TakeTurn = (_, work) => work();

/** The longest wait in milliseconds after the given number of conflicts. */
function boundWait(conflicts: number, { firstWait = 4, longestWait = 64 }: RetryOptions): number {
  const rising = Math.min(longestWait, firstWait * 2 ** (Math.min(conflicts, PATIENCE) - 1));
  return Math.max(firstWait / 2, rising / 2 ** Math.max(0, conflicts - PATIENCE));
}
