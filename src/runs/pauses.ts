import { seededRandom } from '../lib/seeded-random.ts';

/** How a free race is paced; all in milliseconds. */
export interface Pace {
  /** Commands start at random moments within this time. */
  readonly startWithin: number;
  /** From the read to the append: for all commands, or for each. */
  readonly think: number | readonly number[];
  /** Before each read: the way to the store and back. */
  readonly travel: number;
  /** How far a pause is off at most, as a part of it: 0 never, 1 from nothing to twice as long. */
  readonly jitter: number;
  /** The longest pause before a first retry; each further one may be twice as long. */
  readonly backOff: number;
}

/** Commands that overlap often, and are over soon. */
export const DEFAULT_PACE: Pace = { startWithin: 10, think: 5, travel: 1, jitter: 1, backOff: 5 };

const MOST_DOUBLINGS = 8;

/** What a command waits for between its steps. */
export interface Waits {
  beforeStart(): Promise<void>;
  beforeRead(): Promise<void>;
  beforeAppend(): Promise<void>;
  /** `retry` counts from 1. */
  beforeRetry(retry: number): Promise<void>;
}

/** The pauses of one command: chosen by its seed alone, however fast the store is. */
export class Pauses implements Waits {
  readonly #pace: Pace;
  readonly #think: number;
  readonly #sleep: (ms: number) => Promise<void>;
  readonly #random: () => number;

  constructor(pace: Pace, command: number, sleep: (ms: number) => Promise<void>, seed: number) {
    this.#pace = pace;
    this.#think = typeof pace.think === 'number' ? pace.think : (pace.think[command] ?? 0);
    this.#sleep = sleep;
    this.#random = seededRandom(seed);
  }

  beforeStart(): Promise<void> {
    return this.#sleep(this.#random() * this.#pace.startWithin);
  }

  beforeRead(): Promise<void> {
    return this.#sleep(this.#vary(this.#pace.travel));
  }

  beforeAppend(): Promise<void> {
    return this.#sleep(this.#vary(this.#think));
  }

  /** Somewhere between nothing and a limit that doubles, so that those who stopped each other do not meet again in step. */
  beforeRetry(retry: number): Promise<void> {
    const limit = this.#pace.backOff * 2 ** Math.min(retry - 1, MOST_DOUBLINGS);
    return this.#sleep(this.#random() * limit);
  }

  #vary(ms: number): number {
    return ms * (1 + this.#pace.jitter * (2 * this.#random() - 1));
  }
}
