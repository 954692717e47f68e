import type { LockRequest, LockService } from './lock-service.ts';

/** What is needed of `navigator.locks`; it is given, so that this file needs no browser. */
export interface LockManagerLike {
  request<T>(name: string, callback: () => Promise<T>): Promise<T>;
  query(): Promise<{
    readonly held?: readonly { readonly name?: string }[];
  }>;
}

/**
 * Locks by the Web Locks API: between all tabs and workers of an origin, and given back by the browser when one of them dies.
 *
 * Web Locks grant one name at a time. Two commands that ask for `a` and `b` in turns could each get one of them and wait for the
 * other forever. So a gate is held while all keys of a command are queued, and only so long: whoever passes the gate first is then
 * ahead in every queue the two share. That rules deadlocks out, and it is S7: a key that is granted to a command still waiting
 * for another one is kept from those alone who asked later, and from them S7 keeps it too.
 */
export class WebLocks implements LockService {
  readonly #manager: LockManagerLike;
  readonly #prefix: string;

  /** `prefix` sets the locks of one run apart from all others. */
  constructor(manager: LockManagerLike, prefix: string) {
    this.#manager = manager;
    this.#prefix = prefix;
  }

  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.#manager.request(`${this.#prefix}/gate`, work);
  }

  async ask(keys: readonly string[]): Promise<LockRequest> {
    const names = [...new Set(keys)].map((key) => `${this.#prefix}/key/${key}`);
    const waits = await this.#isAnyTaken(names);
    const holds = names.map((name) => holdLock(this.#manager, name));
    // Requests are queued behind the scenes; that a question asked after them is answered says that they are.
    if (holds.length > 0) await this.#manager.query();
    return {
      waits,
      granted: Promise.all(holds.map(({ granted }) => granted)).then(() => {}),
      release: async () => {
        await Promise.all(holds.map(({ release }) => release()));
      },
    };
  }

  async #isAnyTaken(names: readonly string[]): Promise<boolean> {
    if (names.length === 0) return false;
    // Whoever waits for a lock waits for one that is held.
    const { held = [] } = await this.#manager.query();
    return held.some(({ name }) => name !== undefined && names.includes(name));
  }
}

interface Hold {
  readonly granted: Promise<void>;
  /** Fulfilled when the lock is free again, at once when it was not granted yet. */
  release(): Promise<void>;
}

/** Asks for one lock, to be held from when it is granted until it is given back. */
function holdLock(manager: LockManagerLike, name: string): Hold {
  let giveBack = () => {};
  const isGivenBack = new Promise<void>((resolve) => {
    giveBack = resolve;
  });
  let isGranted = false;
  let ended: Promise<void> = Promise.resolve();
  const granted = new Promise<void>((resolve, reject) => {
    ended = manager.request(name, () => {
      isGranted = true;
      resolve();
      return isGivenBack;
    });
    ended.catch(reject);
  });
  const release = async () => {
    giveBack();
    if (isGranted) await ended;
  };
  return { granted, release };
}
