import type { ReplayReport } from '../../history/replay/replay-report.ts';

/** How the replay of a board's log stands. The same object as long as nothing changes. */
export interface ReplayState {
  /** What the last replay that came to its end found; null before that. */
  readonly report: ReplayReport | null;
  /** Whether the model or the log has changed since. */
  readonly isStale: boolean;
  /** How far a replay is that goes on; null when none does. */
  readonly running: { readonly done: number; readonly total: number } | null;
  /** How many events the log holds; null until it is open. */
  readonly events: number | null;
  /** Whether the log is too long to be replayed after each change: a person has to ask. */
  readonly waitsToBeAsked: boolean;
  /** Why it cannot be replayed, in a sentence; null while it can. */
  readonly trouble: string | null;
}

/** Replays the log of a board under its model: by itself a moment after each change that could matter, and when asked. */
export interface LogReplay {
  readonly state: () => ReplayState;
  readonly listen: (listener: () => void) => () => void;
  readonly run: () => void;
  readonly stop: () => void;
}
