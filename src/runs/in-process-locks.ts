import { LockQueue } from '../exploration/lock-queue.ts';
import type { LockRequest, LockService } from './lock-service.ts';

/** Locks between commands of one process, granted all keys at once in the order of asking (S7). */
export class InProcessLocks implements LockService {
  readonly #queue = new LockQueue<() => void>();
  #last: Promise<unknown> = Promise.resolve();

  alone<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    // Whoever comes next comes next also after work that failed.
    this.#last = result.catch(() => {});
    return result;
  }

  async ask(keys: readonly string[]): Promise<LockRequest> {
    let grant = () => {};
    const granted = new Promise<void>((resolve) => {
      grant = resolve;
    });
    const waits = this.#queue.ask(grant, keys).length > 0;
    if (!waits) grant();
    const release = async () => {
      for (const grantOther of this.#queue.release(grant)) grantOther();
    };
    return { waits, granted, release };
  }
}
