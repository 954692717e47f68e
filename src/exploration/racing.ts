import type { LogRecord } from '../strategies/guard.ts';
import type { Label } from './label.ts';
import type { Control } from './take-step.ts';

/** Where a command of a race stands; `absent` while its policy has not issued it (P3). */
export type Phase = Control['phase'] | 'absent';

/** What a read or an append of the command itself leads to. */
export interface LocalStep {
  readonly next: number;
  readonly label: Label;
  /** The batch it appends, 0 for none. */
  readonly batch: number;
  /** What the command had written in its steps before. */
  readonly earlier: readonly LogRecord[];
}

/** What takes part in a race: an automaton over numbered states, of which 0 is the end. */
export interface Racing {
  phaseOf(id: number): Phase;
  /** The keys that it locks, as far as it does (S7). */
  locksOf(id: number): readonly string[];
  step(id: number): LocalStep;
  wait(id: number): number;
  grant(id: number): number;
  observe(id: number, batch: number): number;
}
