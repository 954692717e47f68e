import { ByteDecoder } from './byte-decoder.ts';
import { chooseReader } from './choose-reader.ts';
import {
  type BadRow,
  type FormatReader,
  type LogFormat,
  type LogProblem,
  type LogRow,
  MOST_ROWS,
  type RowSink,
} from './log-row.ts';

const HEAD_LENGTH = 65_536;

/** What became of a file. */
export interface ReadLog {
  /** Null where it is no log. */
  readonly format: LogFormat | null;
  /** As the decoder calls it, such as `utf-8`. */
  readonly encoding: string;
  readonly rows: number;
  readonly problems: readonly LogProblem[];
}

/**
 * Reads a log of any known format from bytes (unpacked) that come in pieces, cut anywhere: the rows and bad rows go to the
 * hooks while it reads. Nothing in a file makes it throw.
 */
export class LogReader {
  readonly #onRow: (row: LogRow) => void;
  readonly #onBad: (row: BadRow) => void;
  readonly #decoder = new ByteDecoder();
  readonly #problems: LogProblem[] = [];
  #reader: FormatReader | undefined;
  #head = '';
  #rows = 0;
  #seen = 0;
  #failed = false;
  #isPacked = false;
  #bytes = 0;

  constructor(onRow: (row: LogRow) => void, onBad: (row: BadRow) => void) {
    this.#onRow = onRow;
    this.#onBad = onBad;
  }

  /** Whether reading on is of no use. */
  get failed(): boolean {
    return this.#failed;
  }

  write(bytes: Uint8Array): void {
    if (this.#failed) return;
    if (this.#bytes === 0 && bytes[0] === 0x1f) this.#isPacked = true;
    this.#bytes += bytes.length;
    this.#take(this.#decoder.decode(bytes));
  }

  end(): ReadLog {
    if (!this.#failed) {
      this.#take(this.#decoder.end());
      if (!this.#reader) this.#begin();
      if (!this.#failed) this.#reader?.end();
      this.#sayWhatIsMissing();
    }
    const format = this.#reader?.format ?? null;
    return { format, encoding: this.#decoder.encoding, rows: this.#rows, problems: this.#problems };
  }

  /** Says from outside that the file could not be read to its end, such as when it could not be unpacked. */
  fail(problem: LogProblem): void {
    this.#take(this.#decoder.end());
    if (!this.#reader && this.#head.trim() !== '') this.#begin();
    if (!this.#failed) this.#reader?.end();
    // What the reader says of a file that ends too early is a consequence.
    this.#problems.splice(0, Number.POSITIVE_INFINITY, problem);
    this.#failed = true;
  }

  #take(text: string): void {
    if (this.#reader) this.#reader.write(text);
    else {
      this.#head += text;
      if (this.#head.length >= HEAD_LENGTH) this.#begin();
    }
  }

  #begin(): void {
    const sink: RowSink = {
      row: (row) => this.#takeRow(row),
      bad: (row) => this.#takeBad(row),
      problem: (problem) => this.#addProblem(problem),
    };
    const reader = chooseReader(this.#head, sink);
    if ('code' in reader) {
      const message = 'The file is packed with gzip twice, or with something else: unpack it first.';
      this.#addProblem(this.#isPacked ? { ...BASE, code: 'packed', message } : { ...BASE, ...reader });
      return;
    }
    this.#reader = reader;
    const head = this.#head;
    this.#head = '';
    reader.write(head);
  }

  #takeRow(row: LogRow): void {
    if (!this.#hasRoom()) return;
    this.#rows++;
    this.#onRow(row);
  }

  #takeBad(row: BadRow): void {
    if (this.#hasRoom()) this.#onBad(row);
  }

  #hasRoom(): boolean {
    if (this.#seen < MOST_ROWS) {
      this.#seen++;
      return true;
    }
    if (this.#failed) return false;
    const message = `The log has more than ${MOST_ROWS} events; only these are read. Cut it by time and import the parts.`;
    this.#addProblem({ ...BASE, code: 'too-large', message });
    return false;
  }

  #addProblem(problem: LogProblem): void {
    this.#problems.push(problem);
    if (problem.severity === 'error') this.#failed = true;
  }

  #sayWhatIsMissing(): void {
    const { bad, firstBadLine, encoding } = this.#decoder;
    if (bad > 0) {
      const message = `${bad} characters are not ${encoding.toUpperCase()} and show as "\uFFFD". Save the file as UTF-8 to keep them.`;
      this.#addProblem({ code: 'encoding', severity: 'warning', message, line: firstBadLine });
    }
    if (this.#seen > 0 || this.#failed) return;
    const message = 'The file has no events in it: choose another one, or export it again.';
    this.#addProblem({ ...BASE, code: 'no-events', message });
  }
}

const BASE = { severity: 'error', line: null } as const;
