import type { EventStore, StoreTrouble } from '../../event-store/port.ts';
import { openEventStore } from '../../event-store/stores.ts';
import type { StoreEntry } from '../../panels/stores/store-shelf.ts';

let editions = 0;

/** A store kept open, with how many events it has at the moment. */
export class ShelvedStore {
  readonly store: EventStore;
  readonly #edition = editions++;
  #events: number;
  #trouble: string | null = null;
  #stop = () => {};

  private constructor(store: EventStore, events: number) {
    this.store = store;
    this.#events = events;
  }

  /** Opens a store, making it if need be. `onChange` is told of new events and troubles. */
  static async open(
    name: string,
    onChange: (shelved: ShelvedStore, trouble?: StoreTrouble) => void,
  ): Promise<ShelvedStore> {
    const store = await openEventStore(name);
    const shelved = new ShelvedStore(store, await store.lastPosition('all'));
    const subscription = store.subscribe(
      'all',
      shelved.#events,
      ({ position }) => {
        shelved.#events = position;
        onChange(shelved);
      },
      // Why it ended is told as the store's trouble.
      () => {},
    );
    const forget = store.onTrouble((trouble) => {
      shelved.#trouble = trouble.message;
      onChange(shelved, trouble);
    });
    shelved.#stop = () => {
      subscription.close();
      forget();
    };
    return shelved;
  }

  get entry(): StoreEntry {
    const { name, durable } = this.store;
    // Positions have no gaps in stores of this kind, so the last one says how many events there are.
    return { name, durable, events: this.#events, edition: this.#edition, trouble: this.#trouble };
  }

  close(): void {
    this.#stop();
    this.store.close();
  }
}
