interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** A clock on which sleeping takes no time: when everybody sleeps, it moves on to whoever wakes first. */
export class SimulatedClock {
  #now = 0;
  #sleepers: readonly Sleeper[] = [];

  /** Simulated milliseconds since the clock was made. */
  readonly now = (): number => this.#now;

  readonly sleep = (ms: number): Promise<void> =>
    new Promise((wake) => {
      this.#sleepers = [...this.#sleepers, { at: this.#now + ms, wake }];
    });

  /** Runs work that sleeps on this clock to its end. `settle` gives those who woke the time to go on until they sleep again. */
  async run<T>(work: Promise<T>, settle: () => Promise<void>): Promise<T> {
    let isOver = false;
    const end = () => {
      isOver = true;
    };
    work.then(end, end);
    for (;;) {
      await settle();
      if (isOver) return work;
      this.#wakeFirst();
    }
  }

  #wakeFirst(): void {
    const [first, ...others] = this.#sleepers.toSorted((a, b) => a.at - b.at);
    if (first === undefined) return;
    this.#sleepers = others;
    this.#now = Math.max(this.#now, first.at);
    first.wake();
  }
}
