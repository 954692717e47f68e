import type { JsonObject } from '../lib/json.ts';
import type { Tagged } from './query.ts';

/** A fact as a decision states it: type, data and tags; the time comes with recording (D6, D9). */
export interface Fact extends Tagged {
  readonly data: JsonObject;
}

/** A fact that was recorded: `time` is an RFC 3339 instant (D1). Its position is its place in the log, from 1. */
export interface RecordedEvent extends Fact {
  readonly time: string;
}
