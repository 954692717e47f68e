import type { JsonObject } from '../../lib/json.ts';

/** An event as the log shows it. */
export interface LogRow {
  readonly position: number;
  readonly type: string;
  readonly tags: readonly string[];
  readonly data: JsonObject;
  readonly command?: string;
  readonly actor?: string;
}

/** The end of a log. */
export interface LogView {
  /** The last events that match, in order of position. */
  readonly rows: readonly LogRow[];
  /** Whether further matching events lie before them. */
  readonly hasEarlier: boolean;
}

export interface LogWatcher {
  readonly onView: (view: LogView) => void;
  /** Told why the log can no longer be followed. */
  readonly onFailure: (message: string) => void;
}

/** Shows the end of a store's log and then follows it, also what other tabs append. */
export interface LogSource {
  /** At most so many events are shown. */
  readonly limit: number;
  /** `filter` is a part of a type or tag; empty for all events. Returns how to stop. */
  readonly follow: (store: string, filter: string, watcher: LogWatcher) => () => void;
}
