import type { StateGraph } from './state-graph.ts';

/**
 * The states of a graph in an order in which every edge leads forwards. Programs end, so there is no cycle: every
 * retry needs an append by another command, and each command appends only so often. Throws if there is one.
 */
export function orderStates({ states, edgeStart, targets }: StateGraph): Int32Array {
  const incoming = new Int32Array(states);
  for (let edge = 0; edge < targets.length; edge++)
    incoming[targets[edge] as number] = (incoming[targets[edge] as number] as number) + 1;
  const order = new Int32Array(states);
  let found = 1;
  for (let next = 0; next < found; next++) {
    const state = order[next] as number;
    for (let edge = edgeStart[state] as number; edge < (edgeStart[state + 1] as number); edge++) {
      const target = targets[edge] as number;
      incoming[target] = (incoming[target] as number) - 1;
      if (incoming[target] === 0) order[found++] = target;
    }
  }
  if (found !== states) throw new Error('the race has a cycle: a program that never ends');
  return order;
}
