/** Who holds or wants which keys. */
interface Claim<Owner> {
  readonly owner: Owner;
  readonly keys: readonly string[];
  /** Its place in the order of asking. */
  readonly asked: number;
  /** In how many lines somebody stands before it; nowhere any more once it is granted. */
  behind: number;
  /** Its place in the order of granting; Infinity as long as it waits. */
  granted: number;
}

/** The locks of a race: all keys of an owner are granted at once, in the order of asking (S7). */
export class LockQueue<Owner> {
  /** A line for each key: a claim is granted when it is the first in all of its lines. */
  readonly #lines = new Map<string, Line<Claim<Owner>>>();
  readonly #claims = new Map<Owner, Claim<Owner>>();
  #asked = 0;
  #granted = 0;

  /**
   * Asks for keys, which may be none. Returns who holds one of them or asked for one earlier, at most so many of the
   * first: with nobody there, they are granted. Throws when the owner holds or wants keys already.
   */
  ask(owner: Owner, keys: readonly string[], most = Number.POSITIVE_INFINITY): readonly Owner[] {
    if (this.#claims.has(owner)) throw new Error('An owner asks once, for all keys');
    const claim = { owner, keys: [...new Set(keys)], asked: this.#asked++, behind: 0, granted: Infinity };
    this.#claims.set(owner, claim);
    const blockers = new Set<Claim<Owner>>();
    for (const key of claim.keys) {
      const line = this.#lines.get(key) ?? new Line();
      this.#lines.set(key, line);
      if (line.first !== undefined) claim.behind++;
      for (const blocker of line.take(most)) blockers.add(blocker);
      line.push(claim);
    }
    if (claim.behind === 0) claim.granted = this.#granted++;
    return [...blockers]
      .sort(byTurn)
      .slice(0, most)
      .map((blocker) => blocker.owner);
  }

  /** Gives back all that an owner holds or waits for. Returns who is granted theirs by it, in the order of asking. */
  release(owner: Owner): readonly Owner[] {
    const claim = this.#claims.get(owner);
    if (claim === undefined) return [];
    this.#claims.delete(owner);
    const granted = claim.keys.flatMap((key) => this.#leave(key, claim) ?? []);
    granted.sort((one, other) => one.asked - other.asked);
    for (const next of granted) next.granted = this.#granted++;
    return granted.map((next) => next.owner);
  }

  /** Takes a claim out of a line; the next one, when that was all that it waited for. */
  #leave(key: string, claim: Claim<Owner>): Claim<Owner> | null {
    const line = this.#lines.get(key);
    if (line === undefined) return null;
    const wasFirst = line.first === claim;
    line.remove(claim);
    const next = line.first;
    if (next === undefined) this.#lines.delete(key);
    if (!wasFirst || next === undefined) return null;
    next.behind--;
    return next.behind === 0 ? next : null;
  }
}

/** Those who hold come before those who wait. */
function byTurn(one: Claim<unknown>, other: Claim<unknown>): number {
  return one.granted === other.granted ? one.asked - other.asked : one.granted - other.granted;
}

/** First come, first served. Whoever leaves the front leaves a hole, for moving up a long line each time takes long. */
class Line<T> {
  #items: T[] = [];
  #start = 0;

  get first(): T | undefined {
    return this.#items[this.#start];
  }

  take(most: number): readonly T[] {
    return this.#items.slice(this.#start, this.#start + most);
  }

  push(item: T): void {
    this.#items.push(item);
  }

  remove(item: T): void {
    if (this.first !== item) {
      const place = this.#items.indexOf(item, this.#start);
      if (place >= 0) this.#items.splice(place, 1);
      return;
    }
    this.#start++;
    if (2 * this.#start < this.#items.length) return;
    this.#items = this.#items.slice(this.#start);
    this.#start = 0;
  }
}
