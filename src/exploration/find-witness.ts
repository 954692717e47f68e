import { orderStates } from './path-order.ts';
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
  readonly #order: Int32Array;

  constructor(graph: StateGraph) {
    this.#graph = graph;
    this.#order = orderStates(graph);
  }

  /**
   * The commands, in order, of a shortest schedule prefix that ends with a step whose label is marked; among those
   * the one with the fewest switches between commands, then the fewest commands, then the lowest command numbers.
   * Null when no such step exists.
   */
  find(marked: Uint8Array): readonly number[] | null {
    const { length, switches } = this.#measure(marked);
    const { edgeStart, commands, targets, labels } = this.#graph;
    let prefixes: Prefix[] = [{ state: 0, last: -1, used: new Set(), commands: [] }];
    for (;;) {
      const next = new Map<string, Prefix>();
      let done: Prefix | null = null;
      for (const prefix of prefixes) {
        const [from, to] = [edgeStart[prefix.state] as number, edgeStart[prefix.state + 1] as number];
        const cost = (edge: number) =>
          (length[edge] as number) * 4096 +
          (switches[edge] as number) +
          Number(prefix.last >= 0 && commands[edge] !== prefix.last);
        let best = Number.POSITIVE_INFINITY;
        for (let edge = from; edge < to; edge++) best = Math.min(best, cost(edge));
        for (let edge = from; edge < to; edge++) {
          if (cost(edge) > best || (length[edge] as number) >= NEVER) continue;
          const command = commands[edge] as number;
          const used = prefix.used.has(command) ? prefix.used : new Set([...prefix.used, command]);
          const longer = {
            state: targets[edge] as number,
            last: command,
            used,
            commands: [...prefix.commands, command],
          };
          if (marked[labels[edge] as number]) done = better(done, longer);
          else keepBest(next, longer);
        }
      }
      if (done !== null) return done.commands;
      if (next.size === 0) return null;
      prefixes = [...next.values()];
    }
  }

  /** For each edge, how many more steps after it until one is marked, and the fewest switches on such a shortest way. */
  #measure(marked: Uint8Array): { readonly length: Int32Array; readonly switches: Int32Array } {
    const { states, edgeStart, commands, targets, labels } = this.#graph;
    const length = new Int32Array(targets.length).fill(NEVER);
    const switches = new Int32Array(targets.length);
    for (let i = states - 1; i >= 0; i--) {
      const state = this.#order[i] as number;
      for (let edge = edgeStart[state] as number; edge < (edgeStart[state + 1] as number); edge++) {
        if (marked[labels[edge] as number]) {
          length[edge] = 0;
          continue;
        }
        const target = targets[edge] as number;
        for (let after = edgeStart[target] as number; after < (edgeStart[target + 1] as number); after++) {
          const steps = (length[after] as number) + 1;
          const turns = (switches[after] as number) + Number(commands[after] !== commands[edge]);
          if (steps < (length[edge] as number) || (steps === length[edge] && turns < (switches[edge] as number))) {
            length[edge] = Math.min(steps, NEVER);
            switches[edge] = turns;
          }
        }
      }
    }
    return { length, switches };
  }
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
