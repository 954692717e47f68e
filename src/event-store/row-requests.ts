import type { Json } from '../lib/json.ts';
import type { Row, RowChange, RowRef, RowWrites } from './port.ts';
import { abort, finish, settle, type WritePlace } from './requests.ts';
import { isExpected } from './row-table.ts';

/** The values of rows, each in its place, inside a transaction. */
export function getRowsIn(
  transaction: IDBTransaction,
  refs: readonly RowRef[],
): Promise<readonly (Json | undefined)[]> {
  const table = transaction.objectStore('rows');
  return Promise.all(
    refs.map(async ({ shelf, key }) => {
      const row: Row | undefined = await settle(table.get([shelf, key]));
      return row?.value;
    }),
  );
}

/** Asks for writes of rows inside a transaction. */
export function writeRowsIn(
  transaction: IDBTransaction,
  ranges: typeof IDBKeyRange,
  { clear = [], remove = [], put = [] }: RowWrites,
): void {
  const table = transaction.objectStore('rows');
  for (const shelf of clear) table.delete(shelfRange(ranges, shelf));
  for (const { shelf, key } of remove) table.delete([shelf, key]);
  for (const { shelf, key, value } of put) table.put({ shelf, key, value });
}

export async function changeRowsInTransaction(
  { database, ranges, durability }: WritePlace,
  change: RowChange,
): Promise<boolean> {
  const transaction = database.transaction(['rows'], 'readwrite', { durability });
  const finished = finish(transaction);
  finished.catch(() => {});
  try {
    if (!isExpected(change, await getRowsIn(transaction, change.expect))) return false;
    writeRowsIn(transaction, ranges, change);
    transaction.commit();
    await finished;
    return true;
  } catch (error) {
    abort(transaction);
    throw error;
  }
}

export function getRows({ database }: WritePlace, refs: readonly RowRef[]) {
  return getRowsIn(database.transaction(['rows'], 'readonly'), refs);
}

export function listRows(
  { database, ranges }: WritePlace,
  shelf: string,
  after: string | undefined,
  limit: number,
): Promise<readonly Row[]> {
  const range = shelfRange(ranges, shelf, after);
  const table = database.transaction(['rows'], 'readonly').objectStore('rows');
  return settle(table.getAll(range, Number.isFinite(limit) ? limit : undefined));
}

export function countRows({ database, ranges }: WritePlace, shelf: string): Promise<number> {
  const table = database.transaction(['rows'], 'readonly').objectStore('rows');
  return settle(table.count(shelfRange(ranges, shelf)));
}

/** All keys of a shelf, or those behind one: of keys that begin alike, a list sorts behind every text. */
function shelfRange(ranges: typeof IDBKeyRange, shelf: string, after?: string): IDBKeyRange {
  return ranges.bound(after === undefined ? [shelf] : [shelf, after], [shelf, []], true);
}
