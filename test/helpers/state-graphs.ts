import * as fc from 'fast-check';
import type { StateGraph } from '../../src/exploration/state-graph.ts';

/** One step out of a state: who takes it, what it shows, and where it leads. */
export interface Edge {
  readonly command: number;
  readonly label?: number;
  readonly to: number;
}

/** A state graph from the edges of each of its states; states have to be numbered in the order a search from state 0 finds them. */
export function graphOf(states: readonly (readonly Edge[])[]): StateGraph {
  const edges = states.flat();
  const ends = states.map((_, state) => states.slice(0, state + 1).flat().length);
  return {
    states: states.length,
    edgeStart: Int32Array.from([0, ...ends]),
    targets: Int32Array.from(edges, ({ to }) => to),
    commands: Uint8Array.from(edges, ({ command }) => command),
    labels: Uint8Array.from(edges, ({ label = 0 }) => label),
  };
}

/** The marks for just these labels. */
export function marks(...labels: readonly number[]): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, label) => Number(labels.includes(label)));
}

/** One whole way through a graph, from state 0 to a state without steps. */
export type Way = readonly Edge[];

/** Every way through a graph, one after the other. */
export function listWays(states: readonly (readonly Edge[])[], from = 0): readonly Way[] {
  const edges = states[from] ?? [];
  if (edges.length === 0) return [[]];
  return edges.flatMap((edge) => listWays(states, edge.to).map((rest) => [edge, ...rest]));
}

const edgeGene = fc.option(fc.record({ label: fc.nat({ max: 3 }), ahead: fc.integer({ min: 1, max: 4 }) }), {
  freq: 4,
});

/** Graphs of up to eleven states in which three commands take steps that show labels 0 to 3. */
export const randomGraphs: fc.Arbitrary<readonly (readonly Edge[])[]> = fc
  .array(fc.tuple(edgeGene, edgeGene, edgeGene), { minLength: 1, maxLength: 10, size: 'max' })
  .map((genes) =>
    renumber([
      ...genes.map((row, state) =>
        row.flatMap((gene, command) =>
          gene === null
            ? []
            : [{ command, label: gene.label, to: Math.min(state + gene.ahead, genes.length) }],
        ),
      ),
      [],
    ]),
  );

/** Leaves out what cannot be reached, and numbers the rest in the order a search finds it. */
function renumber(states: readonly (readonly Edge[])[]): readonly (readonly Edge[])[] {
  const order = [0];
  for (const state of order)
    for (const { to } of states[state] ?? []) if (!order.includes(to)) order.push(to);
  return order.map((state) => (states[state] ?? []).map((edge) => ({ ...edge, to: order.indexOf(edge.to) })));
}
