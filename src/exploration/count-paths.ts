import { orderStates } from './path-order.ts';
import type { StateGraph } from './state-graph.ts';

// Counts are kept in limbs of 44 bits: 512 of them can be added in a double before a carry is needed, which is more
// than twice the commands a race can have.
const LIMB_BITS = 44;
const LIMB = 2 ** LIMB_BITS;

/** Counts the schedules of a race, and those that show something, exactly: every path of the merged graph is one schedule (X2, X4). */
export class PathCounter {
  readonly #graph: StateGraph;
  readonly #order: Int32Array;
  readonly #limbs: number;
  /** Schedules from each state on. */
  readonly #completions: Float64Array;

  constructor(graph: StateGraph) {
    this.#graph = graph;
    this.#order = orderStates(graph);
    this.#limbs = countLimbs(graph, this.#order);
    this.#completions = this.#sum({ counted: null, skipped: null });
  }

  /** The number of schedules. */
  get schedules(): bigint {
    return this.#toBigInt(this.#completions);
  }

  /** How often steps whose label is marked occur over all schedules. */
  countOccurrences(marked: Uint8Array): bigint {
    return this.#toBigInt(this.#sum({ counted: marked, skipped: null }));
  }

  /** In how many schedules a step whose label is marked occurs at least once. */
  countSchedules(marked: Uint8Array): bigint {
    return this.schedules - this.#toBigInt(this.#sum({ counted: null, skipped: marked }));
  }

  /** How likely such a step is at least once when each enabled command is picked with equal chance (X5). */
  chanceOf(marked: Uint8Array): number {
    const { edgeStart, targets, labels, states } = this.#graph;
    const chance = new Float64Array(states);
    for (let i = states - 1; i >= 0; i--) {
      const state = this.#order[i] as number;
      const [from, to] = [edgeStart[state] as number, edgeStart[state + 1] as number];
      let sum = 0;
      for (let edge = from; edge < to; edge++) {
        sum += marked[labels[edge] as number] ? 1 : (chance[targets[edge] as number] as number);
      }
      chance[state] = to > from ? sum / (to - from) : 0;
    }
    return chance[0] as number;
  }

  /**
   * For each state the sum over its edges of what their targets have. With `counted`, each marked edge adds the
   * number of schedules behind it (occurrences). With `skipped`, marked edges are left out (schedules without them).
   * With neither, the number of schedules.
   */
  #sum({ counted, skipped }: { counted: Uint8Array | null; skipped: Uint8Array | null }): Float64Array {
    const { edgeStart, targets, labels, states } = this.#graph;
    const limbs = this.#limbs;
    const sums = new Float64Array(states * limbs);
    const completions = this.#completions;
    for (let i = states - 1; i >= 0; i--) {
      const state = this.#order[i] as number;
      const [from, to] = [edgeStart[state] as number, edgeStart[state + 1] as number];
      const base = state * limbs;
      if (from === to && counted === null) sums[base] = 1;
      for (let edge = from; edge < to; edge++) {
        const label = labels[edge] as number;
        if (skipped?.[label]) continue;
        const target = (targets[edge] as number) * limbs;
        add(sums, base, sums, target, limbs);
        if (counted?.[label]) add(sums, base, completions, target, limbs);
      }
      if (limbs > 1) carry(sums, base, limbs);
    }
    return sums;
  }

  #toBigInt(sums: Float64Array): bigint {
    let value = 0n;
    for (let limb = this.#limbs - 1; limb >= 0; limb--)
      value = value * BigInt(LIMB) + BigInt(sums[limb] as number);
    return value;
  }
}

function add(to: Float64Array, base: number, from: Float64Array, start: number, limbs: number): void {
  for (let limb = 0; limb < limbs; limb++) {
    to[base + limb] = (to[base + limb] as number) + (from[start + limb] as number);
  }
}

function carry(sums: Float64Array, base: number, limbs: number): void {
  for (let limb = 0; limb < limbs - 1; limb++) {
    const value = sums[base + limb] as number;
    const over = Math.floor(value / LIMB);
    sums[base + limb] = value - over * LIMB;
    sums[base + limb + 1] = (sums[base + limb + 1] as number) + over;
  }
}

/** How many limbs hold the largest count: one (and no carry) while doubles are exact, otherwise as many as its bits need. */
function countLimbs({ states, edgeStart, targets }: StateGraph, order: Int32Array): number {
  const paths = new Float64Array(states);
  const depth = new Int32Array(states);
  for (let i = states - 1; i >= 0; i--) {
    const state = order[i] as number;
    const [from, to] = [edgeStart[state] as number, edgeStart[state + 1] as number];
    let sum = from === to ? 1 : 0;
    let longest = 0;
    for (let edge = from; edge < to; edge++) {
      const target = targets[edge] as number;
      sum += paths[target] as number;
      longest = Math.max(longest, (depth[target] as number) + 1);
    }
    paths[state] = sum;
    depth[state] = longest;
  }
  // A schedule shows at most one thing a step, so this bounds every count; doubled against rounding.
  const bound = (paths[0] as number) * ((depth[0] as number) + 1) * 2;
  if (bound <= Number.MAX_SAFE_INTEGER) return 1;
  // Beyond the range of doubles nothing is known of the size; each step multiplies by at most 256 commands.
  const bits = Number.isFinite(bound) ? Math.log2(bound) + 1 : 8 * ((depth[0] as number) + 2);
  return Math.ceil(bits / LIMB_BITS);
}
