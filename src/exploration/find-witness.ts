import type { StateGraph } from './state-graph.ts';

/** Far beyond the length of any schedule. */
const NEVER = 2 ** 30;

/** A prefix found so far: the state it leads to, the command it ended with, all its commands. */
interface Prefix {
  readonly state: number;
  readonly last: number;
  readonly used: ReadonlySet<number>;
  readonly commands: readonly number[];
}

/** Finds the witness of what a step shows: a shortest schedule prefix, see `find` (X3). */
export class WitnessFinder {
  readonly #graph: StateGraph;
  /** How many steps each state is from the start. States are numbered in the order they were found, so this never falls. */
  readonly #distance: Int32Array;

  constructor(graph: StateGraph) {
    this.#graph = graph;
    this.#distance = measureDistances(graph);
  }

  /**
   * The commands, in order, of a shortest schedule prefix that ends with a step whose label is marked; among those
   * the one with the fewest switches between commands, then the fewest commands, then the lowest command numbers.
   * Null when no such step exists.
   */
  find(marked: Uint8Array): readonly number[] | null {
    const last = this.#lastBefore(marked);
    if (last === null) return null;
    const switches = this.#measureSwitches(marked, last);
    let prefixes: Prefix[] = [{ state: 0, last: -1, used: new Set(), commands: [] }];
    for (;;) {
      const next = new Map<string, Prefix>();
      let found: Prefix | null = null;
      for (const prefix of prefixes) {
        for (const edge of this.#bestEdges(prefix, switches)) {
          const longer = this.#extend(prefix, edge);
          if (marked[this.#graph.labels[edge] as number]) found = better(found, longer);
          else keepBest(next, longer);
        }
      }
      if (found !== null) return found.commands;
      prefixes = [...next.values()];
    }
  }

  /** How far from the start the nearest state with a marked step is; null when there is none. */
  #lastBefore(marked: Uint8Array): number | null {
    const { states, edgeStart, labels } = this.#graph;
    for (let state = 0; state < states; state++) {
      for (let edge = edgeStart[state] as number; edge < (edgeStart[state + 1] as number); edge++) {
        if (marked[labels[edge] as number]) return this.#distance[state] as number;
      }
    }
    return null;
  }

  /**
   * For each edge that lies on a shortest way to a marked step, the fewest switches between commands after it;
   * NEVER for all others. Only states up to the distance `last` can lie on one.
   */
  #measureSwitches(marked: Uint8Array, last: number): Int32Array {
    const { states, edgeStart, targets, labels } = this.#graph;
    const distance = this.#distance;
    let end = 0;
    while (end < states && (distance[end] as number) <= last) end++;
    const switches = new Int32Array(edgeStart[end] as number).fill(NEVER);
    const fewest = new Int32Array(end).fill(NEVER);
    for (let state = end - 1; state >= 0; state--) {
      for (let edge = edgeStart[state] as number; edge < (edgeStart[state + 1] as number); edge++) {
        if (distance[state] === last) {
          if (marked[labels[edge] as number]) switches[edge] = 0;
        } else if (distance[targets[edge] as number] === (distance[state] as number) + 1) {
          switches[edge] = this.#goOn(edge, switches, fewest);
        }
        fewest[state] = Math.min(fewest[state] as number, switches[edge] as number);
      }
    }
    return switches;
  }

  /** The fewest switches after an edge: going on with another command costs one, going on with the same does not. */
  #goOn(edge: number, switches: Int32Array, fewest: Int32Array): number {
    const { edgeStart, commands, targets } = this.#graph;
    const target = targets[edge] as number;
    let best = Math.min((fewest[target] as number) + 1, NEVER);
    for (let after = edgeStart[target] as number; after < (edgeStart[target + 1] as number); after++) {
      if (commands[after] === commands[edge]) best = Math.min(best, switches[after] as number);
    }
    return best;
  }

  /** The edges by which a prefix goes on to a marked step with the fewest switches. */
  #bestEdges({ state, last }: Prefix, switches: Int32Array): readonly number[] {
    const { edgeStart, commands } = this.#graph;
    let best = NEVER;
    let edges: number[] = [];
    for (let edge = edgeStart[state] as number; edge < (edgeStart[state + 1] as number); edge++) {
      const cost = (switches[edge] as number) + Number(last >= 0 && commands[edge] !== last);
      if (cost < best) [best, edges] = [cost, []];
      if (cost === best && cost < NEVER) edges.push(edge);
    }
    return edges;
  }

  #extend(prefix: Prefix, edge: number): Prefix {
    const command = this.#graph.commands[edge] as number;
    return {
      state: this.#graph.targets[edge] as number,
      last: command,
      used: prefix.used.has(command) ? prefix.used : new Set([...prefix.used, command]),
      commands: [...prefix.commands, command],
    };
  }
}

function measureDistances({ states, edgeStart, targets }: StateGraph): Int32Array {
  const distance = new Int32Array(states).fill(NEVER);
  distance[0] = 0;
  for (let state = 0; state < states; state++) {
    for (let edge = edgeStart[state] as number; edge < (edgeStart[state + 1] as number); edge++) {
      const target = targets[edge] as number;
      distance[target] = Math.min(distance[target] as number, (distance[state] as number) + 1);
    }
  }
  return distance;
}

/** Prefixes that agree in state, last command and commands used have the same ways on: only the one with the lowest numbers counts. */
function keepBest(prefixes: Map<string, Prefix>, prefix: Prefix): void {
  const key = `${prefix.state} ${prefix.last} ${[...prefix.used].sort().join()}`;
  const known = prefixes.get(key);
  if (!known || isLower(prefix.commands, known.commands)) prefixes.set(key, prefix);
}

function better(one: Prefix | null, other: Prefix): Prefix {
  if (one === null || other.used.size < one.used.size) return other;
  return other.used.size === one.used.size && isLower(other.commands, one.commands) ? other : one;
}

function isLower(one: readonly number[], other: readonly number[]): boolean {
  const place = one.findIndex((command, index) => command !== other[index]);
  return place >= 0 && (one[place] as number) < (other[place] as number);
}
