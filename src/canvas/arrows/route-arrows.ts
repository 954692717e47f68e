import { drawLine, type Line, pointAt, writePath } from './arrow-path.ts';
import { chooseSides, type Sides } from './choose-sides.ts';
import { type Point, pointOn, type Rect } from './geometry.ts';
import { placeLabels } from './place-labels.ts';
import { SpotIndex } from './spot-index.ts';
import { type Ends, spreadEnds, type Way } from './spread-ends.ts';
import { stringBeads } from './string-beads.ts';

/** An arrow to draw between two notes. */
export interface ArrowWish {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** How wide its label is, about; 0 without one. */
  readonly labelWidth: number;
  /** Whether it may become a part of a string of beads. */
  readonly isCheck: boolean;
}

/** How an arrow is drawn. */
export interface Route {
  readonly path: string;
  readonly start: Point;
  readonly end: Point;
  /** The middle of its label. */
  readonly label: Point;
  /** Only the last piece of a string of beads has a head. */
  readonly hasHead: boolean;
}

type Rects = ReadonlyMap<string, Rect>;

/** An arrow as it was drawn last. */
interface Drawn {
  readonly way: Way;
  readonly ends: Readonly<Ends>;
  readonly line: Line;
}

/** Draws arrows, and remembers how: what nothing happened to stays the very same route. */
export class ArrowRouter {
  #drawn = new Map<string, Drawn>();
  #routes: ReadonlyMap<string, Route> = new Map();
  #parts: ReadonlyMap<string, number> = new Map();
  #notes = new SpotIndex<Rect>();
  #wishes: readonly ArrowWish[] = [];
  #byNote: ReadonlyMap<string, readonly ArrowWish[]> = new Map();
  #rects: Rects = new Map();

  /**
   * All arrows between notes. While notes are `moving` only their own arrows are drawn anew, and those that share a note
   * with these; labels keep their places on their lines.
   */
  route(
    wishes: readonly ArrowWish[],
    rects: Rects,
    { isMoving }: { readonly isMoving: boolean },
  ): ReadonlyMap<string, Route> {
    if (isMoving && wishes === this.#wishes) this.#routeMoved(rects);
    else this.#routeAll(wishes, rects);
    this.#rects = rects;
    return this.#routes;
  }

  #routeAll(wishes: readonly ArrowWish[], rects: Rects): void {
    this.#wishes = wishes;
    this.#byNote = indexByNote(wishes);
    this.#notes = new SpotIndex();
    for (const rect of rects.values()) this.#notes.add(rect);
    const ways = this.#findWays(wishes, rects, () => true);
    const ends = spreadEnds(ways);
    this.#drawn = new Map(ways.map((way) => [way.id, draw(way, ends.get(way.id))]));
    this.#placeLabels();
    this.#routes = new Map([...this.#drawn.keys()].flatMap((id) => this.#makeEntry(id)));
  }

  #routeMoved(rects: Rects): void {
    const moved = new Set<string>();
    for (const [key, rect] of rects) if (this.#rects.get(key) !== rect) moved.add(key);
    const own = this.#withStrings(this.#around(moved));
    const ends = new Set([...own].flatMap(({ from, to }) => [from, to]));
    const around = [...this.#withStrings(this.#around(ends))];
    const ways = this.#findWays(around, rects, (wish) => own.has(wish));
    const spread = spreadEnds(ways);
    for (const way of ways) {
      const found = spread.get(way.id);
      const before = this.#drawn.get(way.id)?.ends;
      // Beyond these notes there are arrows that were not looked at: there the ends stay where they are.
      const kept = found &&
        before && {
          from: ends.has(way.fromKey) ? found.from : before.from,
          to: ends.has(way.toKey) ? found.to : before.to,
        };
      this.#drawn.set(way.id, draw(way, kept ?? found));
    }
    this.#routes = new Map([...this.#routes, ...ways.flatMap(({ id }) => this.#makeEntry(id))]);
  }

  #around(notes: ReadonlySet<string>): ReadonlySet<ArrowWish> {
    return new Set([...notes].flatMap((key) => this.#byNote.get(key) ?? []));
  }

  /** With one bead of a string comes the whole string. */
  #withStrings(wishes: ReadonlySet<ArrowWish>): ReadonlySet<ArrowWish> {
    const all = new Set(wishes);
    for (const { isCheck, to } of wishes) {
      if (isCheck)
        for (const other of this.#byNote.get(to) ?? []) if (other.isCheck && other.to === to) all.add(other);
    }
    return all;
  }

  #findWays(wishes: readonly ArrowWish[], rects: Rects, isNew: (wish: ArrowWish) => boolean): readonly Way[] {
    const beads = stringBeads(
      wishes.filter(({ isCheck }) => isCheck),
      rects,
    );
    return wishes.flatMap((wish) => {
      const { id, from: fromKey, to } = wish;
      const toKey = beads.get(id) ?? to;
      const from = rects.get(fromKey);
      const end = rects.get(toKey);
      if (!from || !end) return [];
      const before = this.#drawn.get(id)?.way;
      const sides = !isNew(wish) && before ? before.sides : this.#findSides(from, end, toKey === to, before);
      return [{ id, fromKey, toKey, from, to: end, sides, isPiece: toKey !== to }];
    });
  }

  #findSides(from: Rect, to: Rect, isWhole: boolean, before: Way | undefined): Sides {
    if (!isWhole) return faceAcross(from, to);
    // While notes move the index still has them where they were.
    const isOther = (rect: Rect) =>
      rect !== from && rect !== to && rect !== before?.from && rect !== before?.to;
    return chooseSides(from, to, (point) => this.#notes.isTaken(point, isOther));
  }

  #placeLabels(): void {
    const labelled = this.#wishes.flatMap(({ id, labelWidth }) => {
      const line = this.#drawn.get(id)?.line;
      return line && labelWidth > 0 ? [{ id, line, width: labelWidth }] : [];
    });
    const lines = new Map([...this.#drawn].map(([id, { line }]) => [id, line]));
    this.#parts = placeLabels(labelled, lines, this.#notes);
  }

  #makeEntry(id: string): readonly [string, Route][] {
    const drawn = this.#drawn.get(id);
    if (!drawn) return [];
    const { line, way } = drawn;
    const before = this.#routes.get(id);
    const route = {
      path: writePath(line),
      start: line.points[0],
      end: line.points[3],
      label: pointAt(line, this.#parts.get(id) ?? 0.5),
      hasHead: !way.isPiece,
    };
    return [[id, before && isSame(before, route) ? before : route]];
  }
}

function draw(way: Way, ends: Readonly<Ends> = { from: 0, to: 0 }): Drawn {
  const { from, to, sides } = way;
  const start = { ...pointOn(from, sides.from, ends.from), side: sides.from };
  const end = { ...pointOn(to, sides.to, ends.to), side: sides.to };
  return { way, ends, line: drawLine(start, end) };
}

function faceAcross(from: Rect, to: Rect): Sides {
  return from.x < to.x ? { from: 'right', to: 'left' } : { from: 'left', to: 'right' };
}

function indexByNote(wishes: readonly ArrowWish[]): ReadonlyMap<string, readonly ArrowWish[]> {
  const index = new Map<string, ArrowWish[]>();
  for (const wish of wishes) {
    for (const key of [wish.from, wish.to]) {
      const own = index.get(key);
      if (own) own.push(wish);
      else index.set(key, [wish]);
    }
  }
  return index;
}

function isSame(one: Route, other: Route): boolean {
  return (
    one.path === other.path &&
    one.label.x === other.label.x &&
    one.label.y === other.label.y &&
    one.hasHead === other.hasHead
  );
}
