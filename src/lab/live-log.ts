import type { JsonObject } from '../lib/json.ts';

/** An event as it stands in a log. */
export interface LogEvent {
  readonly position: number;
  readonly id: string;
  readonly type: string;
  readonly tags: readonly string[];
  readonly data: JsonObject;
  /** When it happened, RFC 3339. */
  readonly time: string;
  readonly streams?: readonly string[];
  readonly command?: string;
  readonly actor?: string;
  readonly onBehalfOf?: string;
  readonly correlationId?: string;
  readonly causationId?: string;
  /** The id of the event that this is a further copy of, in another stream (S6). */
  readonly copyOf?: string;
}

/** What of a log is wanted: events of one type, or of any; that carry all of the tags. */
export interface LogFilter {
  readonly type: string | null;
  readonly tags: readonly string[];
}

/** How a log stands. */
export interface LogStatus {
  readonly events: number;
  /** Another number than before when the log was made anew. */
  readonly edition: number;
  /** Whether what is appended outlives the page. */
  readonly durable: boolean;
  /** What is wrong with it, in a sentence; null when all is well. */
  readonly trouble: string | null;
}

/** The events of a log that match a filter, those at hand that one looks at. The same object as long as nothing changes. */
export interface LogView {
  /** How many match, as far as they are counted. */
  readonly count: number;
  /** Whether earlier ones are still being counted. */
  readonly isCounting: boolean;
  /** How many turned up in front of those that were found first: by so many places has everything moved down since. */
  readonly prepended: number;
  /** The event at a place, the first one at 0; undefined where it is not at hand yet. */
  readonly at: (place: number) => LogEvent | undefined;
  /** The place of the event at a position; null where it is not among those found. */
  readonly placeOf: (position: number) => number | null;
  /** Why the log can no longer be followed, in a sentence; null while it is. */
  readonly failure: string | null;
}

/** A log as one looks at it: also what other tabs append turns up by itself. */
export interface LogWindow {
  /** Null until the end of the log has been read. */
  readonly view: () => LogView | null;
  readonly listen: (listener: () => void) => () => void;
  /** Brings the events at these places to hand: from the first one to before the last one. */
  readonly look: (from: number, to: number) => void;
  readonly close: () => void;
}

/** A log of events in this browser. What fails rejects with a message for people. */
export interface LiveLog {
  /** Null until the log is open. The same object as long as nothing changes. */
  readonly status: () => LogStatus | null;
  readonly listen: (listener: () => void) => () => void;
  /** Looks at the log as it is now; when its edition changes, a new window is wanted. */
  readonly open: (filter: LogFilter) => LogWindow;
  /** Hands the log to the person as an NDJSON file. */
  readonly download: () => Promise<void>;
}
