import { StateTable } from '../lib/state-table.ts';
import { DONE } from './command-automaton.ts';
import type { Exclusions, RaceAutomata } from './race-automata.ts';
import type { Phase, Racing } from './racing.ts';

/** The states of a race as rows: the state of each command, then, where there are locks, the waiting commands (from 1) in the order of asking. */
export class RaceStates {
  readonly #automata: readonly Racing[];
  readonly #exclusions: Exclusions;
  readonly #policies: RaceAutomata['policies'];
  readonly #table: StateTable;
  readonly #current: Int32Array;
  readonly #next: Int32Array;

  constructor({ automata, starts, exclusions, policies }: RaceAutomata) {
    this.#automata = automata;
    this.#exclusions = exclusions;
    this.#policies = policies;
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

  /** Where a command stands in the current state. */
  phaseOf(command: number): Phase {
    return this.#automatonOf(command).phaseOf(this.#current[command] as number);
  }

  /** Whether a command can take a step in the current state (X1). */
  isEnabled(command: number): boolean {
    const state = this.#current[command] as number;
    if (state === DONE) return false;
    const phase = this.#automatonOf(command).phaseOf(state);
    return phase !== 'wait' && phase !== 'absent';
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
    const step = automaton.step(state);
    const { next, label, batch } = step;
    this.#next[command] = next;
    if (batch > 0) {
      this.#spread(command, batch);
      this.#policies?.join(this.#next, command, state, step);
    }
    if (next === DONE) this.#policies?.close(this.#next, command);
    if (next === DONE && this.#exclusions) this.#grantWaiting();
    return label;
  }

  /** The number of the state that the last step led to. */
  intern(): number {
    return this.#table.insert(this.#next);
  }

  #automatonOf(command: number): Racing {
    return this.#automata[command] as Racing;
  }

  #spread(from: number, batch: number): void {
    for (let other = 0; other < this.#automata.length; other++) {
      if (other === from) continue;
      this.#next[other] = this.#automatonOf(other).observe(this.#next[other] as number, batch);
    }
  }

  #acquire(command: number, automaton: Racing, state: number): void {
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
    if (this.#exclusions === null) return false;
    const base = this.#automata.length;
    for (let place = 0; place < earlier; place++) {
      if (this.#excludes(command, (this.#next[base + place] as number) - 1)) return true;
    }
    for (let other = 0; other < base; other++) {
      if (this.#excludes(command, other) && this.#isHolding(other)) return true;
    }
    return false;
  }

  /** Whether two commands keep each other out. What a command of a policy locks is known only once it has joined. */
  #excludes(command: number, other: number): boolean {
    if (!this.#policies) return this.#exclusions?.[command]?.[other] === true;
    if (command === other) return false;
    const keys = this.#automatonOf(other).locksOf(this.#next[other] as number);
    return this.#automatonOf(command)
      .locksOf(this.#next[command] as number)
      .some((key) => keys.includes(key));
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
    let place = length;
    for (let at = length - 1; at >= 0; at--) {
      const other = (this.#next[base + at] as number) - 1;
      if (this.#excludes(command, other)) break;
      if (other > command) place = at;
    }
    this.#next.copyWithin(base + place + 1, base + place, base + length);
    this.#next[base + place] = command + 1;
  }
}
