import type { ReplayedEvent } from '../replay/replay-report.ts';

/** An event of a store as migrations see it; what else is kept with it stays. */
export interface StoredRecord extends ReplayedEvent {
  readonly streams?: readonly string[];
  readonly actor?: string;
  readonly correlationId?: string;
  /** The command that decided it. */
  readonly command?: string;
}

/** What becomes of what stands at one position: `before` is null for a part of a split, `after` for what goes. */
export interface RecordChange<T extends StoredRecord> {
  readonly position: number;
  readonly before: T | null;
  readonly after: T | null;
  /** JSON pointers of the migrations that had a hand in it, in order. */
  readonly by: readonly string[];
}

/** An event that a migration could not change, and is left as it is by it. */
export interface MigrationTrouble {
  /** JSON pointer of the migration, or of its expression. */
  readonly at: string;
  readonly position: number;
  readonly type: string;
  readonly reason: string;
}

/** A log after its migrations. */
export interface MigratedLog<T extends StoredRecord> {
  /** In position order; positions of kept events are what they were, parts of a split stand between. */
  readonly events: readonly T[];
  /** In position order. */
  readonly changes: readonly RecordChange<T>[];
  readonly troubles: readonly MigrationTrouble[];
}
