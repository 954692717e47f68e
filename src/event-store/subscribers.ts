import type { Position, ReadOptions, StoredEvent, StoreQuery, Subscription } from './port.ts';

type Read = (query: StoreQuery, options: ReadOptions) => AsyncIterable<StoredEvent>;

/**
 * Follows a log: reads on from its last position whenever it is told that there is more. Being told too often or too
 * late does no harm, for what is delivered comes from the log alone, each event once and in order.
 */
export class Subscribers {
  readonly #read: Read;
  readonly #followers = new Set<{ readonly wake: () => void; readonly close: () => void }>();

  constructor(read: Read) {
    this.#read = read;
  }

  /** How many follow the log. */
  get size(): number {
    return this.#followers.size;
  }

  /** Says that something may have been appended. */
  notify(): void {
    for (const { wake } of this.#followers) wake();
  }

  /** Ends all subscriptions. */
  close(): void {
    for (const { close } of this.#followers) close();
  }

  subscribe(
    query: StoreQuery,
    after: Position,
    handler: (event: StoredEvent) => void | Promise<void>,
    onError?: (error: unknown) => void,
  ): Subscription {
    const state = { open: true, behind: true, running: false, position: after };
    const catchUp = async () => {
      while (state.open && state.behind) {
        state.behind = false;
        for await (const event of this.#read(query, { after: state.position })) {
          if (!state.open) return;
          await handler(event);
          state.position = event.position;
        }
      }
    };
    const run = async () => {
      if (state.running || !state.open) return;
      state.running = true;
      try {
        await catchUp();
      } catch (error) {
        if (!state.open) return;
        follower.close();
        if (!onError) throw error;
        onError(error);
      } finally {
        state.running = false;
      }
      if (state.behind) await run(); // It was woken after its last look.
    };
    const follower = {
      wake: () => {
        state.behind = true;
        void run();
      },
      close: () => {
        state.open = false;
        this.#followers.delete(follower);
      },
    };
    this.#followers.add(follower);
    follower.wake();
    return { close: follower.close };
  }
}
