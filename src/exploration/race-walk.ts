import type { Label } from './label.ts';
import type { RaceAutomata } from './race-automata.ts';
import { RaceStates } from './race-states.ts';
import type { Phase } from './racing.ts';
import type { StepKind } from './result.ts';

/** No race goes on for so long: it takes as many commands as a race can have, each stopped by every other. */
const MOST_STEPS = 10_000;

/** Where a race begins. */
export const START = 0;

/**
 * A race walked step by step through its merged states. A state is a number, and two ways to the same number have the
 * same future (X4). Steps can throw `HomelessEvent`.
 */
export class RaceWalk {
  readonly #states: RaceStates;
  readonly #commands: number;

  constructor(race: RaceAutomata) {
    this.#states = new RaceStates(race);
    this.#commands = race.automata.length;
  }

  /** The commands that can take the next step, counted from 0 (X1). */
  enabledIn(state: number): readonly number[] {
    this.#states.load(state);
    return Array.from({ length: this.#commands }, (_, command) => command).filter((command) =>
      this.#states.isEnabled(command),
    );
  }

  /** What a command would do next; null when it has ended, waits, has not joined, or is none of the race. */
  nextOf(state: number, command: number): StepKind | null {
    if (command >= this.#commands) return null;
    this.#states.load(state);
    const phase = this.#states.phaseOf(command);
    return phase === 'done' || phase === 'wait' || phase === 'absent' ? null : phase;
  }

  /** Whether a command waits for a lock (S7), or may still join (P3). */
  isWaiting(state: number, command: number): boolean {
    const phase = this.#phaseOf(state, command);
    return phase === 'wait' || phase === 'absent';
  }

  /** Whether a command may still join (P3). */
  isAbsent(state: number, command: number): boolean {
    return this.#phaseOf(state, command) === 'absent';
  }

  #phaseOf(state: number, command: number): Phase {
    if (command >= this.#commands) return 'done';
    this.#states.load(state);
    return this.#states.phaseOf(command);
  }

  /** Lets a command that is enabled take its next step: the state it leads to, and what it showed. */
  step(state: number, command: number): { readonly next: number; readonly label: Label } {
    this.#states.load(state);
    const label = this.#states.take(command);
    return { next: this.#states.intern(), label };
  }

  /** Who takes the steps from a state to the end, always the lowest that can. */
  finish(state: number): readonly number[] {
    const order: number[] = [];
    for (let at = state; order.length < MOST_STEPS; ) {
      const [lowest] = this.enabledIn(at);
      if (lowest === undefined) return order;
      order.push(lowest);
      at = this.step(at, lowest).next;
    }
    throw new Error('the race has a program that never ends');
  }
}
