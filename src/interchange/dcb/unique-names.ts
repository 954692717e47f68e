/** Gives each name once: one that is taken gets the next free number, written as `number` says. */
export class UniqueNames {
  readonly #taken = new Set<string>();
  readonly #last = new Map<string, number>();
  readonly #write: (name: string, number: number) => string;

  constructor(write: (name: string, number: number) => string) {
    this.#write = write;
  }

  take(wanted: string): string {
    let name = wanted;
    let number = this.#last.get(wanted) ?? 1;
    while (this.#taken.has(name)) name = this.#write(wanted, ++number);
    this.#last.set(wanted, number);
    this.#taken.add(name);
    return name;
  }
}
