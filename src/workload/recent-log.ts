import type { LogRecord } from '../strategies/guard.ts';
import type { Process } from './process.ts';

const BETWEEN_SWEEPS = 1024;

/** The end of a log: as much of it as some process that has read may still be judged by. */
export class RecentLog {
  #records: LogRecord[] = [];
  /** How many records came before the first one kept. */
  #base = 0;
  readonly #holders = new Set<Process>();

  /** How many records were ever appended. */
  get head(): number {
    return this.#base + this.#records.length;
  }

  add(record: LogRecord): void {
    this.#records.push(record);
    if (this.#records.length % BETWEEN_SWEEPS === 0) this.#sweep();
  }

  /** Keeps what comes after the process's read until it lets go. */
  hold(process: Process): void {
    this.#holders.add(process);
  }

  letGo(process: Process): void {
    this.#holders.delete(process);
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
    let oldest = this.head;
    for (const { readAt } of this.#holders) oldest = Math.min(oldest, readAt);
    this.#records = this.#records.slice(oldest - this.#base);
    this.#base = oldest;
  }
}
