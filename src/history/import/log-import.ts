import type { PastEvent } from '../past-event.ts';
import { type BadRows, BadRowTally } from './bad-rows.ts';
import type { LogMapping } from './log-mapping.ts';
import { LogReader, type ReadLog } from './log-reader.ts';
import type { BadRow, LogProblem, LogRow } from './log-row.ts';
import { mapRow } from './map-row.ts';

/** A log as events, in order of time. */
export interface ImportedLog extends ReadLog {
  readonly events: readonly PastEvent[];
  readonly badRows: readonly BadRows[];
}

/** Reads a log under a mapping. Feed it the file's bytes (unpacked), piece by piece, then end it. */
export class LogImport {
  readonly #mapping: LogMapping;
  readonly #reader: LogReader;
  readonly #bad = new BadRowTally();
  readonly #events: PastEvent[] = [];
  readonly #ids = new Set<string>();

  constructor(mapping: LogMapping) {
    this.#mapping = mapping;
    this.#reader = new LogReader(
      (row) => this.#take(row),
      (bad) => this.#bad.add(bad),
    );
  }

  /** How many events there are so far. */
  get count(): number {
    return this.#events.length;
  }

  /** Whether reading on is of no use. */
  get failed(): boolean {
    return this.#reader.failed;
  }

  write(bytes: Uint8Array): void {
    this.#reader.write(bytes);
  }

  fail(problem: LogProblem): void {
    this.#reader.fail(problem);
  }

  end(): ImportedLog {
    const read = this.#reader.end();
    // Sorting is stable: events of the same time stay in the log's order.
    const events = this.#events.sort((one, other) => one.time - other.time);
    return { ...read, events, badRows: this.#bad.finish() };
  }

  #take(row: LogRow): void {
    const event = mapRow(row, this.#mapping);
    if ('reason' in event) {
      this.#bad.add(event);
    } else if (this.#ids.has(event.id)) {
      this.#bad.add(refuseRepeated(row, event.id));
    } else {
      this.#ids.add(event.id);
      this.#events.push(event);
    }
  }
}

function refuseRepeated({ row, line }: LogRow, id: string): BadRow {
  const message = `The id "${id}" stands here again: leave out one of them, or name events by their rows.`;
  return { row, line, reason: 'repeated-id', message, sample: id };
}
