import type { Decision } from '../decision/decision.ts';
import type { Position } from '../event-store/port.ts';
import type { LogEntry, Outcome, ScheduleStep, Verdict } from '../exploration/result.ts';

/** One step of a command as it happened on a store; plain JSON, so that a worker can hand it over (R1). */
export interface LiveStep extends ScheduleStep {
  /** Which try of the leg this is, from 1. */
  readonly attempt: number;
  /** In a saga, the leg's stream. */
  readonly stream?: string;
  /** The last position of the log that the step took effect on; what it wrote itself lies behind. */
  readonly head: Position;
  /** At an append: the position its decision was read at. */
  readonly readAt?: Position;
  /** At an acquire: whether somebody held, or had asked for, one of its keys. */
  readonly waits?: boolean;
  /** At a read: the decision. */
  readonly decision?: Decision;
  /** At an append: the decision on the log as it stood then. */
  readonly fresh?: Decision;
  readonly verdict?: Verdict;
  readonly violation?: boolean;
  readonly outcome?: Outcome;
  /** Positions written by this step; none where it was stopped. */
  readonly wrote?: readonly Position[];
  /** Tells steps apart that saw the same log: the lower one came first. Counts or milliseconds, whatever was injected. */
  readonly moment: number;
  /** How long the store took for it. */
  readonly ms: number;
}

/** A race as it went on a store: the steps in the order in which they took effect, how each command ended (null: it has not), and the log, with the positions of the store. */
export interface LiveRun {
  readonly steps: readonly LiveStep[];
  readonly outcomes: readonly (Outcome | null)[];
  readonly log: readonly LogEntry[];
}

/** How long a command took, and how much of it was trouble. */
export interface CommandTiming {
  /** From its first step's beginning to its last one's end, with all pauses. */
  readonly ms: number;
  /** Until it got its locks. */
  readonly waitedMs: number;
  /** How often it was stopped and started over. */
  readonly retries: number;
}

/** A race that ran freely (R3). */
export interface FreeRun extends LiveRun {
  readonly timings: readonly CommandTiming[];
  readonly ms: number;
}
