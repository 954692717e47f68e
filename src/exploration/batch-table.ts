import { keyOfFact } from '../decision/same-decision.ts';
import type { LogRecord } from '../strategies/guard.ts';

/** The batches of records that the commands of a race append, numbered from 1 by what is in them; 0 is no batch. */
export class BatchTable {
  readonly #batches: (readonly LogRecord[])[] = [[]];
  readonly #ids = new Map<string, number>([['', 0]]);

  /** How many batches there are, the empty one included. */
  get size(): number {
    return this.#batches.length;
  }

  /** The number of a batch; equal batches share one. */
  intern(records: readonly LogRecord[]): number {
    const key = records.map(keyOfRecord).join('\n');
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    this.#ids.set(key, this.#batches.length);
    return this.#batches.push(records) - 1;
  }

  /** The records of a batch: the same objects each time. */
  recordsOf(id: number): readonly LogRecord[] {
    return this.#batches[id] as readonly LogRecord[];
  }
}

function keyOfRecord({ fact, time, streams, first }: LogRecord): string {
  return JSON.stringify([keyOfFact(fact), time, streams, first]);
}
