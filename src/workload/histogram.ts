/** Each bucket ends where it begins times this: what is read off is right to 2 %. */
const GROWTH = 1.02;
const LOG_GROWTH = Math.log(GROWTH);
/** Durations below count as none. In milliseconds. */
const LEAST = 1e-3;

/** Many durations in milliseconds, in few numbers: counts in buckets that grow with what they hold. */
export class Histogram {
  readonly #counts = new Map<number, number>();
  #count = 0;
  #sum = 0;
  #most = 0;

  get count(): number {
    return this.#count;
  }

  get most(): number {
    return this.#most;
  }

  /** 0 when there are none. */
  get mean(): number {
    return this.#count === 0 ? 0 : this.#sum / this.#count;
  }

  add(ms: number): void {
    const bucket = ms < LEAST ? -1 : Math.floor(Math.log(ms / LEAST) / LOG_GROWTH);
    this.#counts.set(bucket, (this.#counts.get(bucket) ?? 0) + 1);
    this.#count++;
    this.#sum += ms;
    if (ms > this.#most) this.#most = ms;
  }

  merge(other: Histogram): void {
    for (const [bucket, count] of other.#counts) {
      this.#counts.set(bucket, (this.#counts.get(bucket) ?? 0) + count);
    }
    this.#count += other.#count;
    this.#sum += other.#sum;
    this.#most = Math.max(this.#most, other.#most);
  }

  /** The duration that a share of all (from 0 to 1) does not exceed; 0 when there are none. */
  quantile(share: number): number {
    const wanted = share * this.#count;
    let seen = 0;
    for (const [bucket, count] of this.#sorted()) {
      seen += count;
      if (seen >= wanted && seen > 0) return Math.min(middleOf(bucket), this.#most);
    }
    return this.#most;
  }

  /** How many lie in each bucket, by the duration in its middle, ascending. */
  bars(): readonly { readonly ms: number; readonly count: number }[] {
    return this.#sorted().map(([bucket, count]) => ({ ms: middleOf(bucket), count }));
  }

  #sorted(): (readonly [number, number])[] {
    return [...this.#counts].sort(([a], [b]) => a - b);
  }
}

/** Middles of the buckets so far, made by multiplying: engines do not agree on the last digit of a power. */
const MIDDLES: number[] = [LEAST * Math.sqrt(GROWTH)];

function middleOf(bucket: number): number {
  if (bucket < 0) return 0;
  for (let last = MIDDLES.length - 1; last < bucket; last++) MIDDLES.push((MIDDLES[last] ?? 0) * GROWTH);
  return MIDDLES[bucket] ?? 0;
}
