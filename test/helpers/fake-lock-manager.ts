import type { LockManagerLike } from '../../src/runs/web-locks.ts';

interface Request {
  readonly name: string;
  grant(): void;
}

/** Exclusive Web Locks as their specification has them: one queue for each name, granted and given back in tasks of their own. */
export class FakeLockManager implements LockManagerLike {
  #held: readonly Request[] = [];
  #pending: readonly Request[] = [];

  async request<T>(name: string, callback: () => Promise<T>): Promise<T> {
    await nextTask();
    const request = await new Promise<Request>((resolve) => {
      const waiting = { name, grant: () => resolve(waiting) };
      this.#pending = [...this.#pending, waiting];
      this.#process();
    });
    try {
      return await callback();
    } finally {
      // A browser takes a while to give a lock back; only the answer to the request says that it has.
      for (let task = 0; task < 6; task++) await nextTask();
      this.#held = this.#held.filter((held) => held !== request);
      this.#process();
    }
  }

  async query() {
    await nextTask();
    return { held: this.#held.map(({ name }) => ({ name })) };
  }

  #process(): void {
    for (const request of this.#pending) {
      const isFirst = this.#pending.find(({ name }) => name === request.name) === request;
      if (!isFirst || this.#held.some(({ name }) => name === request.name)) continue;
      this.#held = [...this.#held, request];
      this.#pending = this.#pending.filter((other) => other !== request);
      request.grant();
    }
  }
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
