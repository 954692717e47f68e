import type { CompiledMigration } from '../../decision/compiled-model.ts';
import { ExpressionError } from '../../decision/expression.ts';
import { scopeOf } from './change-event.ts';
import type { MigrationTrouble, StoredRecord } from './stored-record.ts';

/** What stands in the log at one place while migrations run over it. */
export interface Slot<T extends StoredRecord> {
  readonly event: T;
  readonly by: readonly string[];
}

/** A log on its way through its migrations. */
export interface Passage<T extends StoredRecord> {
  slots: readonly Slot<T>[];
  /** By position, who let an event go. */
  readonly gone: Map<number, readonly string[]>;
  readonly troubles: MigrationTrouble[];
}

/** Whether a migration changes an event of its type. Throws an `ExpressionError`. */
export function isWanted({ when }: CompiledMigration, event: StoredRecord): boolean {
  return when === null || when.evaluate(scopeOf(event)) === true;
}

/** What was thrown over an event as a trouble; other errors go on. */
export function sayTrouble(error: unknown, at: string, { position, type }: StoredRecord): MigrationTrouble {
  if (error instanceof ExpressionError) {
    return { at: error.failure.at, position, type, reason: error.failure.message };
  }
  if (error instanceof RangeError) return { at, position, type, reason: error.message };
  throw error;
}
