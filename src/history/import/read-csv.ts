import { countOf } from '../../lib/format-number.ts';
import { CsvCutter } from './csv-cutter.ts';
import { type FormatReader, type RowSink, takeSample } from './log-row.ts';
import { readTime } from './read-time.ts';

/** Reads CSV: a row's fields are its cells, all texts, under the names in the first row. An empty cell is no field. */
export class CsvReader implements FormatReader {
  readonly format = 'csv';
  readonly #sink: RowSink;
  readonly #separator: string;
  readonly #cutter: CsvCutter;
  #names: readonly string[] | undefined;
  #row = 0;

  constructor(separator: string, sink: RowSink) {
    this.#sink = sink;
    this.#separator = separator;
    this.#cutter = new CsvCutter(separator, {
      cells: (cells, line) => this.#take(cells, line),
      unclosed: (line) => {
        const message =
          'A cell opens with a quote here that is never closed: what came before is read. Close it, or get the whole file.';
        sink.problem({ code: 'cut-off', severity: 'error', message, line });
      },
    });
  }

  write(text: string): void {
    this.#cutter.write(text);
  }

  end(): void {
    this.#cutter.end();
  }

  #take(cells: readonly string[], line: number): void {
    if (this.#names === undefined) {
      const isHeader = !cells.some((cell) => readTime(cell) !== null);
      this.#names = nameColumns(isHeader ? cells : cells.map(() => ''));
      if (isHeader) return;
    }
    const names = this.#names;
    const place = { row: ++this.#row, line };
    if (cells.length === names.length) {
      const pairs = names.flatMap((name, at) => (cells[at] === '' ? [] : [[name, cells[at] ?? '']]));
      this.#sink.row({ ...place, fields: Object.fromEntries(pairs) });
      return;
    }
    const message = `This row has ${countOf(cells.length, 'cell', 'cells')}, but the first one has ${names.length}: quote a cell that holds a separator.`;
    this.#sink.bad({ ...place, reason: 'cells', message, sample: takeSample(cells.join(this.#separator)) });
  }
}

/** Each column's name once: what has none is called by its number. */
function nameColumns(cells: readonly string[]): readonly string[] {
  const names = new Set<string>();
  for (const [at, cell] of cells.entries()) {
    const name = cell.trim() || `column ${at + 1}`;
    let free = name;
    for (let count = 2; names.has(free); count++) free = `${name} ${count}`;
    names.add(free);
  }
  return [...names];
}
