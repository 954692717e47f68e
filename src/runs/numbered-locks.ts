import type { LockRequest, LockService } from './lock-service.ts';
import { type LockManagerLike, WebLocks } from './web-locks.ts';

/**
 * Web Locks that number the turns taken `alone`, over all tabs and workers: the moments of a race whose commands lock and run
 * in workers of their own (see `LiveStep.moment`). Each command has one of these, all with the same prefix.
 *
 * Clocks go well most of the time and prove nothing: each worker has its own origin, and browsers make them coarse, so two turns
 * may have the same time or the wrong one. Here the number is carried by the locks: who has a turn looks for the highest that is held,
 * holds the next one, and then lets go of its own last one. Turns come one at a time, so no number is had twice, and a number
 * is held before the turn ends, so the next one is higher. It lasts until `end`, to be called when the whole race is over.
 */
export class NumberedLocks implements LockService {
  readonly #manager: LockManagerLike;
  readonly #locks: WebLocks;
  readonly #prefix: string;
  #turn = 0;
  #letGo = () => {};

  constructor(manager: LockManagerLike, prefix: string) {
    this.#manager = manager;
    this.#locks = new WebLocks(manager, prefix);
    this.#prefix = `${prefix}/turn/`;
  }

  /** The number of the last turn taken here, from 1; 0 before it. */
  get turn(): number {
    return this.#turn;
  }

  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.#locks.alone(async () => {
      await this.#takeNumber();
      return work();
    });
  }

  ask(keys: readonly string[]): Promise<LockRequest> {
    return this.#locks.ask(keys);
  }

  /** Forgets the numbers; whoever takes a turn after all have done so begins at 1 again. */
  end(): void {
    this.#letGo();
  }

  async #takeNumber(): Promise<void> {
    const { held = [] } = await this.#manager.query();
    const taken = held.flatMap(({ name }) =>
      name?.startsWith(this.#prefix) ? [Number(name.slice(this.#prefix.length))] : [],
    );
    const turn = Math.max(0, ...taken) + 1;
    const letGo = await this.#hold(`${this.#prefix}${turn}`);
    this.#letGo();
    this.#letGo = letGo;
    this.#turn = turn;
  }

  /** Holds a lock that nobody else wants; returns how to let go of it. */
  #hold(name: string): Promise<() => void> {
    return new Promise((resolve, reject) => {
      this.#manager.request(name, () => new Promise<void>((letGo) => resolve(letGo))).catch(reject);
    });
  }
}
