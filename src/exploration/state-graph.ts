import { GrowingArray } from '../lib/growing-array.ts';
import { StateTable } from '../lib/state-table.ts';
import { type CommandAutomaton, DONE } from './command-automaton.ts';

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

/** Which commands keep each other out: `excludes[a][b]` when they share a lock key (S7); null when the strategy takes no locks. */
export type Exclusions = readonly (readonly boolean[])[] | null;

const BETWEEN_REPORTS = 8192;

/**
 * Finds every state a race can be in, from the start states of its commands on, merged where no future can tell them apart, and every step between them (X1).
 * Yields its progress from time to time; whoever runs it may stop there. Returns null when there are more than
 * `limit` states (X6).
 */
export function* buildGraph(
  automata: readonly CommandAutomaton[],
  starts: readonly number[],
  exclusions: Exclusions,
  limit: number,
): Generator<Progress, StateGraph | null> {
  const race = new RaceStates(automata, starts, exclusions);
  const edgeStart = new GrowingArray(new Int32Array(16));
  const targets = new GrowingArray(new Int32Array(64));
  const commands = new GrowingArray(new Uint8Array(64));
  const labels = new GrowingArray(new Uint8Array(64));
  for (let state = 0; state < race.size; state++) {
    if (race.size > limit) return null;
    if (state % BETWEEN_REPORTS === 0) yield { states: race.size, waiting: race.size - state };
    edgeStart.push(targets.length);
    race.load(state);
    for (let command = 0; command < automata.length; command++) {
      if (!race.isEnabled(command)) continue;
      labels.push(race.take(command));
      commands.push(command);
      targets.push(race.intern());
    }
  }
  edgeStart.push(targets.length);
  return {
    states: race.size,
    edgeStart: edgeStart.finish(),
    targets: targets.finish(),
    commands: commands.finish(),
    labels: labels.finish(),
  };
}

/** The states of a race as rows: the state of each command, then, where there are locks, the waiting commands (from 1) in the order of asking. */
class RaceStates {
  readonly #automata: readonly CommandAutomaton[];
  readonly #exclusions: Exclusions;
  readonly #table: StateTable;
  readonly #current: Int32Array;
  readonly #next: Int32Array;

  constructor(automata: readonly CommandAutomaton[], starts: readonly number[], exclusions: Exclusions) {
    this.#automata = automata;
    this.#exclusions = exclusions;
    const width = Math.max(1, automata.length * (exclusions ? 2 : 1));
    this.#table = new StateTable(width);
    this.#current = new Int32Array(width);
    this.#next = new Int32Array(width);
    this.#next.set(starts);
    this.intern();
  }

  get size(): number {
    return this.#table.size;
  }

  /** Makes a state the current one. */
  load(state: number): void {
    this.#table.read(state, this.#current);
  }

  /** Whether a command can take a step in the current state (X1). */
  isEnabled(command: number): boolean {
    const state = this.#current[command] as number;
    return state !== DONE && this.#automatonOf(command).phaseOf(state) !== 'wait';
  }

  /** Lets a command take its step from the current state; the state it leads to is the one `intern` numbers. Returns the step's label. */
  take(command: number): number {
    this.#next.set(this.#current);
    const automaton = this.#automatonOf(command);
    const state = this.#current[command] as number;
    if (automaton.phaseOf(state) === 'acquire') {
      this.#acquire(command, automaton, state);
      return 0;
    }
    const { next, label, batch } = automaton.step(state);
    this.#next[command] = next;
    if (batch > 0) this.#spread(command, batch);
    if (next === DONE && this.#exclusions) this.#grantWaiting();
    return label;
  }

  /** The number of the state that the last step led to. */
  intern(): number {
    return this.#table.insert(this.#next);
  }

  #automatonOf(command: number): CommandAutomaton {
    return this.#automata[command] as CommandAutomaton;
  }

  #spread(from: number, batch: number): void {
    for (let other = 0; other < this.#automata.length; other++) {
      if (other === from) continue;
      this.#next[other] = this.#automatonOf(other).observe(this.#next[other] as number, batch);
    }
  }

  #acquire(command: number, automaton: CommandAutomaton, state: number): void {
    const length = this.#queueLength();
    if (this.#isBlocked(command, length)) {
      this.#next[command] = automaton.wait(state);
      this.#enqueue(command, length);
    } else {
      this.#next[command] = automaton.grant(state);
    }
  }

  /** Grants, in order, what nobody holds or asked for earlier, and closes the gaps (S7). */
  #grantWaiting(): void {
    const length = this.#queueLength();
    const base = this.#automata.length;
    let kept = 0;
    for (let place = 0; place < length; place++) {
      const command = (this.#next[base + place] as number) - 1;
      if (this.#isBlocked(command, kept)) this.#next[base + kept++] = command + 1;
      else this.#next[command] = this.#automatonOf(command).grant(this.#next[command] as number);
    }
    this.#next.fill(0, base + kept, base + length);
  }

  /** Whether one of a command's keys is held, or wanted by one of the first `earlier` in the queue (S7). */
  #isBlocked(command: number, earlier: number): boolean {
    const excluded = this.#exclusions?.[command];
    if (!excluded) return false;
    const base = this.#automata.length;
    for (let place = 0; place < earlier; place++) {
      if (excluded[(this.#next[base + place] as number) - 1]) return true;
    }
    for (let other = 0; other < base; other++) {
      if (excluded[other] && this.#isHolding(other)) return true;
    }
    return false;
  }

  #isHolding(command: number): boolean {
    const phase = this.#automatonOf(command).phaseOf(this.#next[command] as number);
    return phase === 'read' || phase === 'append';
  }

  #queueLength(): number {
    const base = this.#automata.length;
    let length = 0;
    while (length < base && (this.#next[base + length] as number) > 0) length++;
    return length;
  }

  /**
   * Adds a command at the end of the queue. Neighbours that share no key are granted independently of who asked
   * first, so the queue is kept in the lowest order that such swaps allow: queues that differ only in this are one state.
   */
  #enqueue(command: number, length: number): void {
    const base = this.#automata.length;
    const excluded = this.#exclusions?.[command];
    let place = length;
    for (let at = length - 1; at >= 0; at--) {
      const other = (this.#next[base + at] as number) - 1;
      if (excluded?.[other]) break;
      if (other > command) place = at;
    }
    this.#next.copyWithin(base + place + 1, base + place, base + length);
    this.#next[base + place] = command + 1;
  }
}
