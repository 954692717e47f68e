import type { StoreTrouble } from './port.ts';

type Listener = (trouble: StoreTrouble) => void;

/** What concerns one operation only; everything else goes on. */
const PASSING: readonly StoreTrouble['code'][] = ['quota', 'closed'];

/** Who wants to know of a store's troubles; who comes late is told of the one that goes on. */
export class Troubles {
  readonly #listeners = new Set<Listener>();
  #last: StoreTrouble | undefined;

  tell(trouble: StoreTrouble): void {
    if (!PASSING.includes(trouble.code)) this.#last = trouble;
    for (const listener of this.#listeners) listener(trouble);
  }

  /** Says that the trouble is over. */
  clear(): void {
    this.#last = undefined;
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    if (this.#last) listener(this.#last);
    return () => this.#listeners.delete(listener);
  }
}
