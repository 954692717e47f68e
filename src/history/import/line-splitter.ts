import { LONGEST_ROW, type RowPlace, type RowSink, takeSample } from './log-row.ts';

/** Cuts text that comes in pieces into lines, at LF or CRLF; a line longer than any row is let go and said to be bad. */
export class LineSplitter {
  readonly #take: (text: string, line: number) => void;
  readonly #tooLong: (sample: string, line: number) => void;
  #held = '';
  #line = 0;
  #overflowed: string | null = null;

  constructor(take: (text: string, line: number) => void, tooLong: (sample: string, line: number) => void) {
    this.#take = take;
    this.#tooLong = tooLong;
  }

  write(text: string): void {
    let from = 0;
    for (;;) {
      const end = text.indexOf('\n', from);
      if (end === -1) break;
      this.#hold(text.slice(from, end));
      this.#finish();
      from = end + 1;
    }
    this.#hold(text.slice(from));
  }

  end(): void {
    if (this.#held !== '' || this.#overflowed !== null) this.#finish();
  }

  #hold(piece: string): void {
    if (this.#overflowed !== null) return;
    this.#held += piece;
    if (this.#held.length <= LONGEST_ROW) return;
    this.#overflowed = takeSample(this.#held);
    this.#held = '';
  }

  #finish(): void {
    this.#line++;
    const text = this.#held.endsWith('\r') ? this.#held.slice(0, -1) : this.#held;
    const overflowed = this.#overflowed;
    this.#held = '';
    this.#overflowed = null;
    if (overflowed === null) this.#take(text, this.#line);
    else this.#tooLong(overflowed, this.#line);
  }
}

/** Tells of a row that is longer than any row may be. */
export function refuseLongRow(sample: string, place: RowPlace, sink: RowSink): void {
  const message = `This row is longer than ${LONGEST_ROW} characters.`;
  sink.bad({ ...place, reason: 'unreadable', message, sample });
}
