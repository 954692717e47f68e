/** Who holds or wants which keys. */
interface Claim<Owner> {
  readonly owner: Owner;
  readonly keys: readonly string[];
}

/** The locks of a race: all keys of an owner are granted at once, in the order of asking (S7). */
export class LockQueue<Owner> {
  #held: readonly Claim<Owner>[] = [];
  #waiting: readonly Claim<Owner>[] = [];

  /** Asks for keys, which may be none. Returns who holds one of them or asked for one earlier: with nobody there, they are granted. */
  ask(owner: Owner, keys: readonly string[]): readonly Owner[] {
    const claim = { owner, keys };
    const blockers = [...this.#held, ...this.#waiting].filter((other) => sharesKey(claim, other));
    if (blockers.length === 0) this.#held = [...this.#held, claim];
    else this.#waiting = [...this.#waiting, claim];
    return blockers.map((blocker) => blocker.owner);
  }

  /** Gives back all that an owner holds or waits for. Returns who is granted theirs by it, in the order of asking. */
  release(owner: Owner): readonly Owner[] {
    const held = this.#held.filter((claim) => claim.owner !== owner);
    const waiting: Claim<Owner>[] = [];
    const granted: Claim<Owner>[] = [];
    for (const claim of this.#waiting) {
      if (claim.owner === owner) continue;
      const isBlocked = [...held, ...granted, ...waiting].some((other) => sharesKey(claim, other));
      if (isBlocked) waiting.push(claim);
      else granted.push(claim);
    }
    this.#held = [...held, ...granted];
    this.#waiting = waiting;
    return granted.map((claim) => claim.owner);
  }
}

function sharesKey<Owner>(one: Claim<Owner>, other: Claim<Owner>): boolean {
  return one.keys.some((key) => other.keys.includes(key));
}
