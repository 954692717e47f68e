import type { LogRecord } from '../../strategies/guard.ts';
import type { CommandViews } from './command-views.ts';
import type { SearchTables } from './search-tables.ts';

/** A command, and its view of a past. */
export interface Onlooker {
  readonly views: CommandViews;
  readonly view: number;
}

/**
 * An order of steps in which two commands, one after the other, write the same fact twice, and the second time still
 * counts: it changes what one of them reads. Null where there is none.
 */
export function findRepeat(
  tables: SearchTables,
  first: Onlooker,
  second: Onlooker,
): readonly number[] | null {
  if (repeats(tables, first, second)) return [0, 0, 1, 1];
  return repeats(tables, second, first) ? [1, 1, 0, 0] : null;
}

function repeats(tables: SearchTables, one: Onlooker, other: Onlooker): boolean {
  const { batch } = one.views.standingAt(one.view);
  if (batch === 0) return false;
  const { view, standing } = other.views.changeBy(other.view, batch);
  return tables.listShared(batch, standing.batch).some((record) => {
    const seen = one.views.after(one.view, tables.batches.recordsOf(batch));
    return changes(other.views, view, record) || changes(one.views, seen, record);
  });
}

function changes(views: CommandViews, view: number, record: LogRecord): boolean {
  return views.after(view, [record]) !== view;
}
