import { GrowingArray } from '../lib/growing-array.ts';
import type { RaceAutomata } from './race-automata.ts';
import { RaceStates } from './race-states.ts';

/** All merged states of a race and the steps between them; state 0 is the start. Edges of state `s` are `edgeStart[s]` up to `edgeStart[s + 1]`, in the order of the commands. */
export interface StateGraph {
  readonly states: number;
  readonly edgeStart: Int32Array;
  readonly targets: Int32Array;
  /** Which command takes the step. */
  readonly commands: Uint8Array;
  /** What the step shows, as packed by `packLabel`. */
  readonly labels: Uint8Array;
}

/** How far an exploration is: states found so far, and how many of them are still to be looked at. */
export interface Progress {
  readonly states: number;
  readonly waiting: number;
}

/** Some milliseconds of work. */
const BETWEEN_REPORTS = 1024;

/**
 * Finds every state a race can be in, from the start states of its commands on, merged where no future can tell them apart, and every step between them (X1).
 * Yields its progress from time to time; whoever runs it may stop there. Returns null when there are more than
 * `limit` states (X6).
 */
export function* buildGraph(race: RaceAutomata, limit: number): Generator<Progress, StateGraph | null> {
  const found = new RaceStates(race);
  const edgeStart = new GrowingArray(new Int32Array(16));
  const targets = new GrowingArray(new Int32Array(64));
  const commands = new GrowingArray(new Uint8Array(64));
  const labels = new GrowingArray(new Uint8Array(64));
  for (let state = 0; state < found.size; state++) {
    if (found.size > limit) return null;
    if (state % BETWEEN_REPORTS === 0) yield { states: found.size, waiting: found.size - state };
    edgeStart.push(targets.length);
    found.load(state);
    for (let command = 0; command < race.automata.length; command++) {
      if (!found.isEnabled(command)) continue;
      labels.push(found.take(command));
      commands.push(command);
      targets.push(found.intern());
    }
  }
  edgeStart.push(targets.length);
  return {
    states: found.size,
    edgeStart: edgeStart.finish(),
    targets: targets.finish(),
    commands: commands.finish(),
    labels: labels.finish(),
  };
}
