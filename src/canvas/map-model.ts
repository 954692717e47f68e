import type { Route } from './arrows/route-arrows.ts';
import type { ArrowEdge, BoardNode } from './flow-types.ts';
import { EdgeMapper } from './map-edges.ts';
import type { MapInput } from './map-input.ts';
import { NodeMapper } from './map-nodes.ts';

export interface BoardPicture {
  readonly nodes: readonly BoardNode[];
  readonly edges: readonly ArrowEdge[];
  /** How each edge is drawn; apart from the edges, so that moving a note changes no list of edges. */
  readonly routes: ReadonlyMap<string, Route>;
}

/** Turns boards into nodes and edges. What did not change since the last time is the very same object again. */
export class ModelMapper {
  readonly #nodes = new NodeMapper();
  readonly #edges = new EdgeMapper();

  map(input: MapInput): BoardPicture {
    const nodes = this.#nodes.map(input);
    const rects = this.#nodes.rects();
    const edges = this.#edges.map(input, rects);
    return { nodes, edges, routes: this.#edges.route(rects, input.moving.size > 0) };
  }
}
