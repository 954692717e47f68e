/** Workers of a store that take one step at a time each; who comes when all are busy waits, in order. */
export class StoreWorkers<Job> {
  readonly isUnlimited: boolean;
  #free: number;
  #waiting: Job[] = [];
  #next = 0;

  /** `workers` may be Infinity. */
  constructor(workers: number) {
    this.isUnlimited = workers === Number.POSITIVE_INFINITY;
    this.#free = workers;
  }

  /** Whether a worker takes the job now; otherwise it waits. */
  begin(job: Job): boolean {
    if (this.#free > 0) {
      this.#free--;
      return true;
    }
    this.#waiting.push(job);
    return false;
  }

  /** A job is done. Returns the one that has waited longest: its worker takes it now. */
  end(): Job | undefined {
    const job = this.#waiting[this.#next];
    if (job === undefined) {
      this.#free++;
      return undefined;
    }
    this.#next++;
    if (this.#next > 1024) {
      this.#waiting = this.#waiting.slice(this.#next);
      this.#next = 0;
    }
    return job;
  }
}
