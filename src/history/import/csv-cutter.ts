import { LONGEST_ROW } from './log-row.ts';

export interface CsvHooks {
  cells(cells: readonly string[], line: number, length: number): void;
  /** A quote that opens on this line is never closed. */
  unclosed(line: number): void;
}

const QUOTE = '"';

/**
 * Cuts CSV (RFC 4180, any separator) that comes in pieces into records. A quote opens a quoted cell only where a cell
 * begins; inside, a doubled one stands for itself. Blank lines are passed over.
 */
export class CsvCutter {
  readonly #hooks: CsvHooks;
  readonly #separator: string;
  readonly #stops: RegExp;
  #cells: string[] = [];
  #cell = '';
  /** Where one is: before a cell, in a plain or a quoted one, or behind a quote that may close it. */
  #state: 'start' | 'plain' | 'quoted' | 'behind' = 'start';
  #afterReturn = false;
  #line = 1;
  #recordLine = 1;
  #quoteLine = 1;
  #length = 0;
  #stopped = false;

  constructor(separator: string, hooks: CsvHooks) {
    this.#separator = separator;
    this.#hooks = hooks;
    this.#stops = new RegExp(`[${separator === '|' ? '\\|' : separator}\\r\\n]`, 'g');
  }

  write(text: string): void {
    let at = 0;
    while (at < text.length && !this.#stopped) {
      at = this.#state === 'quoted' ? this.#readQuoted(text, at) : this.#readPlain(text, at);
      if (this.#length + this.#cell.length > LONGEST_ROW) this.#stop();
    }
  }

  end(): void {
    if (this.#stopped) return;
    if (this.#state === 'quoted') this.#stop();
    else if (this.#cells.length > 0 || this.#cell !== '' || this.#state !== 'start') this.#endRecord();
  }

  #readQuoted(text: string, from: number): number {
    const end = text.indexOf(QUOTE, from);
    const piece = text.slice(from, end === -1 ? undefined : end);
    for (let at = piece.indexOf('\n'); at !== -1; at = piece.indexOf('\n', at + 1)) this.#line++;
    this.#cell += piece;
    if (end === -1) return text.length;
    this.#state = 'behind';
    return end + 1;
  }

  #readPlain(text: string, from: number): number {
    const char = text.charAt(from);
    if (this.#afterReturn) {
      this.#afterReturn = false;
      if (char === '\n') return from + 1;
    }
    if (char === QUOTE && this.#state !== 'plain') return this.#takeQuote(from);
    if (char === this.#separator) this.#endCell();
    else if (char === '\n' || char === '\r') this.#endLine(char);
    else return this.#takePlain(text, from);
    return from + 1;
  }

  #takeQuote(at: number): number {
    if (this.#state === 'behind') this.#cell += QUOTE;
    else this.#quoteLine = this.#line;
    this.#state = 'quoted';
    return at + 1;
  }

  #takePlain(text: string, from: number): number {
    this.#stops.lastIndex = from;
    const end = this.#stops.exec(text)?.index ?? text.length;
    this.#cell += text.slice(from, end);
    this.#state = 'plain';
    return end;
  }

  #endCell(): void {
    this.#length += this.#cell.length;
    this.#cells.push(this.#cell);
    this.#cell = '';
    this.#state = 'start';
  }

  #endLine(char: string): void {
    this.#afterReturn = char === '\r';
    this.#line++;
    const isBlank = this.#cells.length === 0 && this.#state === 'start';
    if (!isBlank) this.#endRecord();
    this.#recordLine = this.#line;
  }

  #endRecord(): void {
    this.#endCell();
    const cells = this.#cells;
    const length = this.#length;
    this.#cells = [];
    this.#length = 0;
    this.#hooks.cells(cells, this.#recordLine, length);
  }

  #stop(): void {
    this.#stopped = true;
    this.#hooks.unclosed(this.#state === 'quoted' ? this.#quoteLine : this.#recordLine);
  }
}
