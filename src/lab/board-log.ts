import type { Unavailable } from '../exploration/result.ts';
import type { GivenEvent, IssuedCommand } from '../model/schema.ts';
import type { GivenRun } from '../runs/give-event.ts';
import type { IssuedRun } from '../runs/issue-command.ts';
import type { LiveStep } from '../runs/live-result.ts';
import type { StrategyId } from '../strategies/program.ts';
import type { LiveLog, LogEvent } from './live-log.ts';

/** A command that somebody gives by hand. */
export interface IssueOrder {
  /** Without a time of its own it runs now. */
  readonly command: IssuedCommand;
  readonly strategy: StrategyId;
  /** Who gives it; null for nobody. */
  readonly actor: string | null;
}

export interface IssueWatch {
  readonly signal: AbortSignal;
  readonly onStep: (step: LiveStep) => void;
  /** Asked before each append; it is written once this resolves. */
  readonly mayAppend: () => Promise<void>;
}

/** What became of an archive that was to be read into a log. */
export type ImportReport =
  | { readonly kind: 'imported'; readonly events: number }
  /** Nothing was written; the first 20 of the lines that are wrong, counted from 1. */
  | {
      readonly kind: 'bad-lines';
      readonly lines: readonly { readonly line: number; readonly reason: string }[];
    }
  /** Nothing was written: an archive goes into an empty log only. */
  | { readonly kind: 'not-empty' };

/** What an event comes from and led to, by policies and external systems. */
export interface EventChain {
  /** The policy whose command wrote it, and the event that it reacted to. */
  readonly because: { readonly policy: string; readonly position: number; readonly type: string } | null;
  readonly ledTo: readonly {
    readonly by: string;
    readonly what: string;
    readonly state: 'waiting' | 'running' | 'failed' | 'stopped' | 'done';
    readonly note: string | null;
    /** The positions of the events that were appended in doing it. */
    readonly wrote: readonly number[];
  }[];
}

/** The log that a board keeps: what people do on it, one command or event at a time. */
export interface BoardLog extends LiveLog {
  /** Rejects with the signal's reason when it was given up; nothing is written then. */
  readonly issue: (order: IssueOrder, watch: IssueWatch) => Promise<IssuedRun | Unavailable>;
  /** Without a time of its own the event happens now. */
  readonly give: (event: GivenEvent, actor: string | null) => Promise<GivenRun | Unavailable>;
  /** What an event of the log comes from and led to. */
  readonly chain: (event: LogEvent) => Promise<EventChain>;
  /** Empties the log; what it held can be put back as long as the page is open. */
  readonly clear: () => Promise<void>;
  /** How many events the last clearing took, while they can be put back; null when there are none. */
  readonly cleared: () => number | null;
  /** Puts back what was cleared; false when something was appended meanwhile, and stays. */
  readonly putBack: () => Promise<boolean>;
  readonly importFrom: (file: Blob) => Promise<ImportReport>;
}
