import type { LiveStep } from './live-result.ts';

/**
 * The steps of all commands in the order in which they took effect, from the positions they read and wrote at (R3). An append stands
 * where it wrote; a step that wrote nothing saw the log up to its head, so it stands behind the append that wrote the head
 * and before the next one. Steps in the same gap saw the same log, and which of them is first changes nothing but who gets a lock
 * first: there the moment decides, which is exact because steps of commands with locks are taken one at a time.
 * `traces` holds each command's steps in its own order, which is kept.
 */
export function orderSteps(traces: readonly (readonly LiveStep[])[]): readonly LiveStep[] {
  return traces
    .flat()
    .sort((a, b) => placeOf(a) - placeOf(b) || rankOf(a) - rankOf(b) || a.moment - b.moment);
}

function placeOf({ head, wrote = [] }: LiveStep): number {
  return wrote.at(-1) ?? head;
}

/** The append that wrote a position comes before those who saw it. */
function rankOf({ wrote = [] }: LiveStep): number {
  return wrote.length > 0 ? 0 : 1;
}
