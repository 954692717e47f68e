import { type BadRows, BadRowTally } from './bad-rows.ts';
import { type FieldProfile, FieldSurveyor } from './field-survey.ts';
import { LogReader, type ReadLog } from './log-reader.ts';
import type { LogProblem, LogRow } from './log-row.ts';
import type { MappingProposal } from './mapping-proposal.ts';
import { proposeMapping } from './propose-mapping.ts';

/** What a log holds, before it is mapped. */
export interface LogSurvey extends ReadLog {
  readonly badRows: readonly BadRows[];
  /** The fields to choose from. */
  readonly fields: readonly FieldProfile[];
  /** How many rows the fields were counted in. */
  readonly looked: number;
  /** The first rows, to preview a mapping on. */
  readonly sample: readonly LogRow[];
  /** Null where nothing could be read. */
  readonly proposal: MappingProposal | null;
}

const SAMPLE_ROWS = 50;

/** Reads a log once to see what is in it. Feed it the file's bytes (unpacked), piece by piece, then end it. */
export class LogSurveying {
  readonly #surveyor = new FieldSurveyor();
  readonly #bad = new BadRowTally();
  readonly #sample: LogRow[] = [];
  readonly #reader = new LogReader(
    (row) => this.#take(row),
    (bad) => this.#bad.add(bad),
  );
  #count = 0;

  /** How many rows there are so far. */
  get count(): number {
    return this.#count;
  }

  /** Whether reading on is of no use. */
  get failed(): boolean {
    return this.#reader.failed;
  }

  write(bytes: Uint8Array): void {
    this.#reader.write(bytes);
  }

  /** Says that the bytes could not be had to their end. */
  fail(problem: LogProblem): void {
    this.#reader.fail(problem);
  }

  end(): LogSurvey {
    const read = this.#reader.end();
    const survey = this.#surveyor.finish();
    const { format } = read;
    return {
      ...read,
      badRows: this.#bad.finish(),
      fields: survey.fields,
      looked: survey.looked,
      sample: this.#sample,
      proposal: format !== null && read.rows > 0 ? proposeMapping(format, survey) : null,
    };
  }

  #take(row: LogRow): void {
    this.#count++;
    if (this.#sample.length < SAMPLE_ROWS) this.#sample.push(row);
    this.#surveyor.take(row.fields);
  }
}
