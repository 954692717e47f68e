/** What differs from what was expected, in words; empty when all is as it should be. */
export class Differences {
  readonly #place: string;
  readonly #found: string[];

  constructor(place = '', found: string[] = []) {
    this.#place = place;
    this.#found = found;
  }

  get all(): readonly string[] {
    return this.#found;
  }

  /** The same list, for what is found in one place. */
  at(place: string): Differences {
    return new Differences(`${this.#place}${place}: `, this.#found);
  }

  add(message: string): void {
    this.#found.push(`${this.#place}${message}`);
  }

  /** Compares two JSON values; the order of keys does not matter. */
  compare(what: string, actual: unknown, expected: unknown): void {
    const [is, should] = [toText(actual), toText(expected)];
    if (is !== should) this.add(`${what} should be ${should} and is ${is}`);
  }
}

function toText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (isRecord(part) ? sortKeys(part) : part));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sortKeys(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
