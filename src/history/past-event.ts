import type { JsonObject } from '../lib/json.ts';

/** An event of a log that is looked back at, from outside or from a board's store. */
export interface PastEvent {
  /** As the log calls it, or made from its place there. */
  readonly id: string;
  readonly type: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly time: number;
  /** Who did it; null where the log does not say. */
  readonly actor: string | null;
  /** What it belongs together with; null where the log does not say. */
  readonly correlation: string | null;
  /** `concept:value`, each once. */
  readonly tags: readonly string[];
  readonly data: JsonObject;
}
