import type { Choice, PoolPlan } from './load-plan.ts';

/** The instances of one concept, numbered from 1, to be chosen from; it can grow. */
export class Pool {
  readonly #choice: Choice;
  /** For Zipf: the sums of all weights up to each instance. */
  readonly #sums: number[] = [0];
  #count = 0;

  constructor({ count, choice }: PoolPlan) {
    this.#choice = choice;
    for (let i = 0; i < count; i++) this.grow();
  }

  get count(): number {
    return this.#count;
  }

  /** Adds an instance and returns its number. */
  grow(): number {
    this.#count++;
    if (this.#choice.kind === 'zipf') {
      // Not a power: engines do not agree on its last digit.
      this.#sums.push((this.#sums.at(-1) ?? 0) + Math.exp(-this.#choice.exponent * Math.log(this.#count)));
    }
    return this.#count;
  }

  /** The number of an instance, drawn as the pool's choice says; 1 from an empty pool, which then has none. */
  draw(random: () => number): number {
    const among = (count: number) => 1 + Math.floor(random() * count);
    switch (this.#choice.kind) {
      case 'uniform':
        return among(Math.max(1, this.#count));
      case 'hot': {
        const hot = Math.min(this.#choice.count, this.#count);
        const isHot = random() < this.#choice.share || hot === this.#count;
        return isHot ? among(Math.max(1, hot)) : hot + among(this.#count - hot);
      }
      case 'zipf':
        return this.#find(random() * (this.#sums.at(-1) ?? 0));
    }
  }

  /** Several different instances, fewer where there are not so many. */
  drawSome(wanted: number, random: () => number): readonly number[] {
    const most = Math.min(wanted, Math.max(1, this.#count));
    const drawn = new Set<number>();
    // Where the same few are drawn again and again, the next free ones are taken.
    for (let tries = 0; drawn.size < most && tries < 20 * most; tries++) drawn.add(this.draw(random));
    for (let number = 1; drawn.size < most; number++) drawn.add(number);
    return [...drawn];
  }

  #find(target: number): number {
    let low = 1;
    let high = Math.max(1, this.#count);
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sums[middle] ?? 0) > target) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
