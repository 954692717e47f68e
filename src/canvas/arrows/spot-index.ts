import { contains, overlaps, type Point, type Rect } from './geometry.ts';

const CELL = 256;

/** Finds the rectangles around a spot without asking all of them. */
export class SpotIndex<T extends Rect> {
  readonly #cells = new Map<number, T[]>();

  add(rect: T): void {
    for (const cell of listCells(rect)) {
      const around = this.#cells.get(cell);
      if (around) around.push(rect);
      else this.#cells.set(cell, [rect]);
    }
  }

  /** Whether a rectangle that is counted lies under the point. */
  isTaken(point: Point, counts: (rect: T) => boolean): boolean {
    const cell = cellOf(Math.floor(point.x / CELL), Math.floor(point.y / CELL));
    return this.#cells.get(cell)?.some((rect) => contains(rect, point) && counts(rect)) ?? false;
  }

  /** How many rectangles a rectangle overlaps; one that lies in several cells may be counted for each. */
  countOverlaps(rect: Rect): number {
    let count = 0;
    for (const cell of listCells(rect)) {
      for (const other of this.#cells.get(cell) ?? []) if (overlaps(rect, other)) count++;
    }
    return count;
  }
}

function* listCells({ x, y, width, height }: Rect): Iterable<number> {
  for (let column = Math.floor(x / CELL); column <= Math.floor((x + width) / CELL); column++) {
    for (let row = Math.floor(y / CELL); row <= Math.floor((y + height) / CELL); row++)
      yield cellOf(column, row);
  }
}

function cellOf(column: number, row: number): number {
  return column * 100_003 + row;
}
