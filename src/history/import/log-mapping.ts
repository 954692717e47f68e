import type { FieldPath } from './log-row.ts';
import type { DayOrder } from './read-time.ts';

/** A field whose values become tags; of several, their values together (`repo#12`) are one. */
export interface TagMapping {
  /** The tag's name, a name that a model can have. */
  readonly concept: string;
  readonly fields: readonly FieldPath[];
}

/** Which fields of a log's rows give which part of an event; kept with the log (H1). */
export interface LogMapping {
  /** Their values, one behind the other, are the type's name. */
  readonly type: readonly FieldPath[];
  readonly time: FieldPath;
  readonly dayOrder: DayOrder;
  /** Null: events are named by their rows. */
  readonly id: FieldPath | null;
  readonly actor: FieldPath | null;
  readonly correlation: FieldPath | null;
  readonly tags: readonly TagMapping[];
  /** What an event carries: an object gives its members, anything else stands under the last key of its path. */
  readonly data: readonly FieldPath[];
}
