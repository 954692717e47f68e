import type { EventStore } from './port.ts';

/** An external system that remembers what it was asked: a task that it has done is answered again, and not done again. */
export class SimulatedSystem {
  readonly #store: Pick<EventStore, 'getRows' | 'countRows' | 'changeRows'>;
  readonly #name: string;

  constructor(store: Pick<EventStore, 'getRows' | 'countRows' | 'changeRows'>, name: string) {
    this.#store = store;
    this.#name = name;
  }

  /** Does a task, once, and answers with the identity that it gave to what the task is about. */
  async ask(taskId: string): Promise<string> {
    const ref = { shelf: this.#shelf, key: taskId };
    for (;;) {
      const [known] = await this.#store.getRows([ref]);
      if (typeof known === 'string') return known;
      const given = `${this.#name}-${(await this.#store.countRows(this.#shelf)) + 1}`;
      if (await this.#store.changeRows({ expect: [ref], put: [{ ...ref, value: given }] })) return given;
    }
  }

  /** How many different tasks it has done. */
  countDone(): Promise<number> {
    return this.#store.countRows(this.#shelf);
  }

  get #shelf(): string {
    return `outside:${this.#name}`;
  }
}
