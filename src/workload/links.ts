/** So many neighbours of an instance are remembered for each concept: the latest. */
const KEPT = 8;

/** Which instances stood together in an event, such as a book and its editions. Memory grows with the instances. */
export class Links {
  /** By tag, then by concept: the values it stood with. */
  readonly #known = new Map<string, Map<string, string[]>>();

  /** Remembers the tags of an event, each `concept:value`. */
  add(tags: readonly string[]): void {
    for (const tag of tags) {
      for (const other of tags) if (other !== tag) this.#remember(tag, other);
    }
  }

  /** A value of a concept that stood with one of these tags, those named last first; null when there is none. */
  find(concept: string, tags: readonly string[], random: () => number): string | null {
    for (let place = tags.length - 1; place >= 0; place--) {
      const values = this.#known.get(tags[place] ?? '')?.get(concept);
      if (values !== undefined) return values[Math.floor(random() * values.length)] ?? null;
    }
    return null;
  }

  #remember(tag: string, other: string): void {
    const colon = other.indexOf(':');
    const [concept, value] = [other.slice(0, colon), other.slice(colon + 1)];
    const own = this.#known.get(tag) ?? new Map<string, string[]>();
    this.#known.set(tag, own);
    const values = own.get(concept) ?? [];
    own.set(concept, values);
    if (values.includes(value)) return;
    if (values.length >= KEPT) values.shift();
    values.push(value);
  }
}
