import type { ElementKey } from '../element-key.ts';

/** An element in a row of cells. */
export interface Cell {
  readonly key: ElementKey;
  readonly row: number;
  readonly column: number;
}

interface Row {
  readonly taken: Set<number>;
  end: number;
}

/** More rows than this only when one row has no room at all near where something belongs. */
const MOST_ROWS = 4;
const SHIFTS = [0, 1, 2];

/** Rows of cells that are filled from the first row on, each thing as near as may be to the column where it belongs. */
export class Rows {
  readonly cells: Cell[] = [];
  readonly #rows: Row[] = [];
  readonly #columns = new Map<ElementKey, Cell>();

  get count(): number {
    return this.#rows.length;
  }

  find(key: ElementKey): Cell | undefined {
    return this.#columns.get(key);
  }

  /** Puts elements side by side, the first in this column if there is room, not above a row. */
  put(keys: readonly ElementKey[], column: number, fromRow = 0): void {
    while (this.#rows.length < fromRow) this.#addRow();
    for (let index = fromRow; index < this.#rows.length; index++) {
      const shift = SHIFTS.find((step) => this.#isFree(index, column + step, keys.length));
      if (shift !== undefined) {
        this.#take(keys, index, column + shift);
        return;
      }
    }
    if (this.#rows.length < Math.max(MOST_ROWS, fromRow + 1)) {
      this.#take(keys, this.#addRow(), column);
      return;
    }
    const ends = this.#rows.map(({ end }, index) => (index < fromRow ? Number.POSITIVE_INFINITY : end));
    const shortest = ends.indexOf(Math.min(...ends));
    this.#take(
      keys,
      shortest,
      Math.max(column, (this.#rows[shortest]?.end ?? 0) + (keys.length > 1 ? 1 : 0)),
    );
  }

  #isFree(index: number, column: number, length: number): boolean {
    const row = this.#rows[index];
    // Before several that belong together there is a gap, so that they do not seem to belong to what is left of them.
    const first = length > 1 ? -1 : 0;
    for (let offset = first; offset < length; offset++) if (row?.taken.has(column + offset)) return false;
    return row !== undefined;
  }

  #take(keys: readonly ElementKey[], index: number, column: number): void {
    const row = this.#rows[index];
    if (row === undefined) return;
    for (const [offset, key] of keys.entries()) {
      const cell = { key, row: index, column: column + offset };
      row.taken.add(cell.column);
      row.end = Math.max(row.end, cell.column + 1);
      this.cells.push(cell);
      this.#columns.set(key, cell);
    }
  }

  #addRow(): number {
    return this.#rows.push({ taken: new Set(), end: 0 }) - 1;
  }
}
