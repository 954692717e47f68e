import type { EventStore, NewEvent, Position } from '../../../src/event-store/port.ts';
import type { Question } from './workload.ts';

/** What is measured: our store, and IndexedDB by hand. */
export interface Contender {
  /** Appends where nothing that the question asks for stands behind the position; rejects when something does. */
  append(events: readonly NewEvent[], question: Question, after: Position): Promise<void>;
  /** The last position of the log. */
  head(): Promise<Position>;
  /** How many events answer the question, all of them read. */
  read(question: Question): Promise<number>;
  lastPosition(question: Question): Promise<Position>;
}

/** Our store, behind the same front as what it is measured against. */
export class StoreContender implements Contender {
  readonly #store: EventStore;

  constructor(store: EventStore) {
    this.#store = store;
  }

  async append(events: readonly NewEvent[], { query }: Question, after: Position): Promise<void> {
    const result = await this.#store.append(events, { query, after });
    if (result.kind !== 'appended' || result.replayed) throw new Error(`Not appended: ${result.kind}`);
  }

  head(): Promise<Position> {
    return this.#store.lastPosition('all');
  }

  async read({ query }: Question): Promise<number> {
    let count = 0;
    for await (const event of this.#store.read(query)) if (event.position > 0) count++;
    return count;
  }

  lastPosition({ query }: Question): Promise<Position> {
    return this.#store.lastPosition(query);
  }
}
