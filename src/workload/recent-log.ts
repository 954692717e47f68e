import type { LogRecord } from '../strategies/guard.ts';
import type { Process } from './process.ts';

/** Few: records that are let go of while they are young cost next to nothing. */
const BETWEEN_SWEEPS = 64;

/** The end of a log: as much of it as some process that has read may still be judged by. */
export class RecentLog {
  #records: LogRecord[] = [];
  /** How many records came before the first one kept. */
  #base = 0;
  /**
   * Those who have read, some of whom have let go since. Not a set: engines link the tables of a set that
   * is changed all the time, and an old one that is not collected yet then keeps all later ones.
   */
  #holders: Process[] = [];
  #sweepAt = BETWEEN_SWEEPS;

  /** How many records were ever appended. */
  get head(): number {
    return this.#base + this.#records.length;
  }

  add(record: LogRecord): void {
    this.#records.push(record);
    if (this.#records.length >= this.#sweepAt) this.#sweep();
  }

  /** Keeps what comes after the process's read until it lets go. */
  hold(process: Process): void {
    process.holdsLog = true;
    this.#holders.push(process);
  }

  letGo(process: Process): void {
    process.holdsLog = false;
  }

  /** Whether a record behind a position is as asked for. */
  since(position: number, isWanted: (record: LogRecord) => boolean): boolean {
    for (let place = this.#records.length - 1; place >= position - this.#base; place--) {
      const record = this.#records[place];
      if (record !== undefined && isWanted(record)) return true;
    }
    return false;
  }

  #sweep(): void {
    // Whoever has let go and read again stands there twice.
    this.#holders = [...new Set(this.#holders.filter(({ holdsLog }) => holdsLog))];
    let oldest = this.head;
    for (const { readAt } of this.#holders) oldest = Math.min(oldest, readAt);
    this.#records = this.#records.slice(oldest - this.#base);
    this.#base = oldest;
    // A long rest is not copied again and again.
    this.#sweepAt = BETWEEN_SWEEPS + 2 * this.#records.length;
  }
}
