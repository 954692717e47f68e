import { GRID, NOTE_GAP, type Place } from '../placement.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The board is looked at in squares of this size, so that only what is near is compared. */
const SQUARE = 256;
/** Where there is no room, it is looked for so far to the side and up or down, in rings. */
const STEP = { x: 96, y: 72 } as const;
const RINGS = 12;
/** A note that somebody made as large as this would lie in thousands of squares. */
const LARGE = 8192;

/** What is taken of the board, and where the nearest free room is. */
export class FreeRoom {
  readonly #squares = new Map<string, Box[]>();
  readonly #large: Box[] = [];
  #bottom = Number.NEGATIVE_INFINITY;
  #left = 0;

  take(box: Box): void {
    if (Math.max(box.width, box.height) > LARGE) this.#large.push(box);
    else this.#enter(box);
    if (this.#bottom === Number.NEGATIVE_INFINITY) this.#left = box.x;
    this.#bottom = Math.max(this.#bottom, box.y + box.height);
  }

  #enter(box: Box): void {
    for (const square of squaresOf(box)) {
      const boxes = this.#squares.get(square);
      if (boxes) boxes.push(box);
      else this.#squares.set(square, [box]);
    }
  }

  /** Takes room for a box, where it wants to be or near there, else below everything. */
  takeNear(wanted: Box): Place {
    const box = this.#findNear(wanted);
    this.take(box);
    return { x: box.x, y: box.y };
  }

  #findNear(wanted: Box): Box {
    for (let ring = 0; ring <= RINGS; ring++) {
      for (const [dx, dy] of listRing(ring)) {
        const box = { ...wanted, x: wanted.x + dx * STEP.x, y: wanted.y + dy * STEP.y };
        if (this.#isFree(box)) return box;
      }
    }
    const below = Math.ceil((this.#bottom + NOTE_GAP) / GRID) * GRID;
    return { ...wanted, x: Math.max(wanted.x, this.#left), y: below };
  }

  #isFree(box: Box): boolean {
    const around = {
      x: box.x - NOTE_GAP,
      y: box.y - NOTE_GAP,
      width: box.width + 2 * NOTE_GAP,
      height: box.height + 2 * NOTE_GAP,
    };
    const isClear = (others: readonly Box[]) => others.every((other) => !overlaps(around, other));
    return (
      isClear(this.#large) && squaresOf(around).every((square) => isClear(this.#squares.get(square) ?? []))
    );
  }
}

/** Whether two boxes have a point in common that is not on the edge of one of them. */
export function overlaps(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** The steps of a ring, those to the right and down first, as a board grows that way. */
function listRing(ring: number): readonly (readonly [number, number])[] {
  if (ring === 0) return [[0, 0]];
  const steps: [number, number][] = [];
  for (let along = -ring; along <= ring; along++) {
    steps.push([ring, along], [along, ring], [along, -ring], [-ring, along]);
  }
  return steps.sort(([x, y], [otherX, otherY]) => otherX + otherY - (x + y));
}

function squaresOf({ x, y, width, height }: Box): string[] {
  const squares: string[] = [];
  for (let column = Math.floor(x / SQUARE); column * SQUARE <= x + width; column++) {
    for (let row = Math.floor(y / SQUARE); row * SQUARE <= y + height; row++) {
      squares.push(`${column},${row}`);
    }
  }
  return squares;
}
