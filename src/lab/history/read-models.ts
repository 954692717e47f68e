import type { Json } from '../../lib/json.ts';

/** How a read model of the board stands on its log. */
export interface ReadModelStatus {
  readonly name: string;
  readonly mode: 'sync' | 'async';
  /** What it is about: made by an older definition, stopped at an event, paused, begun anew, behind, or level with the log. */
  readonly phase: 'stale' | 'failed' | 'paused' | 'rebuilding' | 'behind' | 'level';
  /** Whether it is stale because stored events were changed since it was made. */
  readonly isOutdated: boolean;
  /** All events up to here are in it. */
  readonly position: number;
  readonly head: number;
  /** Where it was, when it is being rebuilt, to come to. */
  readonly rebuildTo: number | null;
  readonly rows: number;
  /** Events per second of the last catching up; null before. */
  readonly perSecond: number | null;
  /** The event it cannot take, and where and why. */
  readonly error: {
    readonly position: number;
    readonly eventType: string;
    readonly at: string;
    readonly expression: string;
    readonly message: string;
  } | null;
  /** What the last check against the log found. */
  readonly check: {
    readonly inLog: number;
    readonly seen: number;
    readonly wrongRows: number;
    readonly firstWrong: string | null;
  } | null;
  readonly trouble: string | null;
}

/** The read models of a board, run on its log. */
export interface ReadModels {
  /** In the order of the model; null until the log is open. The same object as long as nothing changes. */
  readonly state: () => readonly ReadModelStatus[] | null;
  readonly listen: (listener: () => void) => () => void;
  /** Lets one stand still where it is. */
  readonly pause: (name: string) => void;
  /** Lets one go on; an event that failed is tried again. */
  readonly resume: (name: string) => void;
  /** Throws its rows away and makes them anew from the first event. */
  readonly rebuild: (name: string) => void;
  /** Holds its rows to what the log gives. */
  readonly check: (name: string) => void;
  /** The first rows by key, at most so many. */
  readonly look: (
    name: string,
    most: number,
  ) => Promise<readonly { readonly key: string; readonly value: Json }[]>;
}
