import type { View } from '../decision/decide.ts';
import type { Decision } from '../decision/decision.ts';
import type { Control } from '../exploration/take-step.ts';
import type { CommandRun } from '../strategies/command-run.ts';
import type { SourcedCommand } from './command-source.ts';
import type { Cell, PrivateView } from './ledger.ts';

/** So many of those that a process waits for are remembered: a line can be as long as the whole run. */
export const MOST_BLOCKERS = 5;

/** A command under way. Times are in milliseconds on the simulated clock; positions count records. */
export interface Process {
  readonly sourced: SourcedCommand;
  readonly run: CommandRun;
  readonly cells: readonly Cell[];
  /** Whose it is, where clients wait for an answer before they ask again. */
  readonly client: number | null;
  readonly random: () => number;
  readonly issuedAt: number;
  control: Control;
  /** The values it decided on. */
  seen: View;
  /** Its latest decision about all that it writes, and the values it is for: while they stay, it need not be taken again. */
  decided: { readonly view: View; readonly decision: Decision } | null;
  readAt: number;
  readTime: number;
  /** Whether the log is kept from `readAt` on for it to be judged by. */
  holdsLog: boolean;
  askedAt: number;
  /** How long the log was when it asked for its locks, and who was before it, the first few; nobody any more once it has ended. */
  askedHead: number;
  blockers: readonly Process[];
  waited: number;
  /** Reads so far. */
  attempts: number;
  /** How often the present leg was stopped. */
  tries: number;
  /** How long it takes between read and append, where that stays the same. */
  window: number | null;
  own: PrivateView | null;
}
