import { getOwn } from '../lib/get-own.ts';
import type { Rect } from './arrows/geometry.ts';
import { guessLabelWidth } from './arrows/label-width.ts';
import { ArrowRouter, type ArrowWish, type Route } from './arrows/route-arrows.ts';
import type { BoundaryMarks } from './boundary/boundary-marks.ts';
import type { ArrowEdge, ArrowFacts } from './flow-types.ts';
import { makeArrowId, mapArrows, saysSame } from './map-arrows.ts';
import { keepList, type MapInput } from './map-input.ts';

/** The parts of a document that arrows come from. */
const SOURCES = [
  'ambit',
  'name',
  'tags',
  'events',
  'constraints',
  'commands',
  'policies',
  'readModels',
  'externalSystems',
  'screens',
  'actors',
] as const;

/** Turns the arrows of boards into edges and their routes, and remembers them. */
export class EdgeMapper {
  readonly #router = new ArrowRouter();
  #sources: readonly unknown[] | undefined;
  #facts: readonly ArrowFacts[] = [];
  #wishes: readonly ArrowWish[] = [];
  #edges: readonly ArrowEdge[] = [];
  #routes: ReadonlyMap<string, Route> = new Map();
  #routed: readonly unknown[] = [];
  #made: readonly unknown[] = [];

  map(input: MapInput, rects: ReadonlyMap<string, Rect>): readonly ArrowEdge[] {
    this.#readArrows(input);
    const made = [this.#facts, input.selectedArrows, input.boundary];
    // While notes are moved none comes and none goes.
    if (input.moving.size > 0 && made.every((part, index) => part === this.#made[index])) return this.#edges;
    this.#made = made;
    const known = new Map(this.#edges.map((edge) => [edge.id, edge]));
    const selected = new Set(input.selectedArrows.map(makeArrowId));
    const edges = this.#facts
      .filter(({ from, to }) => rects.has(from) && rects.has(to))
      .map((facts) => {
        const className = nameClass(facts.id, input.boundary);
        return keepEdge(known.get(facts.id), facts, selected.has(facts.id), className);
      });
    this.#edges = keepList(this.#edges, edges);
    return this.#edges;
  }

  /** How the arrows of the last picture are drawn; the same map while nothing moved. */
  route(rects: ReadonlyMap<string, Rect>, isMoving: boolean): ReadonlyMap<string, Route> {
    const now = [this.#wishes, rects, isMoving];
    if (now.every((part, index) => part === this.#routed[index])) return this.#routes;
    this.#routed = now;
    this.#routes = this.#router.route(this.#wishes, rects, { isMoving });
    return this.#routes;
  }

  #readArrows({ document, readModel }: MapInput): void {
    const sources = SOURCES.map((section) => getOwn(document, section));
    if (this.#sources && sources.every((source, index) => source === this.#sources?.[index])) return;
    this.#sources = sources;
    const model = readModel();
    const known = new Map(this.#facts.map((facts) => [facts.id, facts]));
    const facts = (model ? mapArrows(document, model) : []).map((fact) => {
      const before = known.get(fact.id);
      return before && saysSame(before, fact) ? before : fact;
    });
    this.#facts = keepList(this.#facts, facts);
    this.#wishes = keepList(this.#wishes, this.#facts.map(wishFor));
  }
}

const wishes = new WeakMap<ArrowFacts, ArrowWish>();

/** What an arrow asks of the router. */
export function wishFor(facts: ArrowFacts): ArrowWish {
  const { id, from, to, label, marks, relation } = facts;
  const labelWidth = label === null ? 0 : guessLabelWidth(label, marks.length);
  const wish = wishes.get(facts) ?? { id, from, to, labelWidth, isCheck: relation === 'checks' };
  wishes.set(facts, wish);
  return wish;
}

/** How an arrow of the boundary is told from the others, and from one that carries something else. */
function nameClass(id: string, boundary: BoundaryMarks | null): string | undefined {
  const kind = boundary?.arrows.get(id);
  if (kind === undefined) return undefined;
  return kind === null ? 'in-boundary' : `in-boundary in-boundary-${kind}`;
}

function keepEdge(
  before: ArrowEdge | undefined,
  facts: ArrowFacts,
  selected: boolean,
  className: string | undefined,
): ArrowEdge {
  const isSame = before?.data?.facts === facts && before.className === className;
  if (isSame && before.selected === selected) return before;
  const { id, from, to, sentence } = facts;
  return {
    id,
    type: 'arrow',
    source: from,
    target: to,
    selected,
    ariaLabel: sentence,
    domAttributes: SAID,
    data: before?.data?.facts === facts ? before.data : { facts },
    ...(className === undefined ? {} : { className }),
  };
}

/** What a screen reader calls it. */
const SAID = { 'aria-roledescription': 'arrow' } as const;
