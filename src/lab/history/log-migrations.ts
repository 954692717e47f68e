import type { MigrationPreview } from '../../history/migrate/preview-migrations.ts';
import type { Watch } from '../engine.ts';

/** A migration that was applied to what is stored. */
export interface AppliedMigration {
  readonly id: string;
  /** RFC 3339. */
  readonly time: string;
  /** What it did, in words. */
  readonly reason: string;
  /** Positions it changed. */
  readonly changes: number;
  readonly undone: boolean;
}

/** Brings the log of a board up to its model. What fails rejects with a message for people. */
export interface LogMigrations {
  /** What all migrations of the model would do to the log as it is, those on read too; null for an empty log. */
  readonly preview: (watch?: Watch<string>) => Promise<MigrationPreview | null>;
  /** Applies those that change what is stored, all in one transaction; how many positions were changed. */
  readonly apply: () => Promise<number>;
  readonly undo: (id: string) => Promise<void>;
  /** In the order they were done. */
  readonly list: () => Promise<readonly AppliedMigration[]>;
}
