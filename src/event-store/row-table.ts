import type { Json } from '../lib/json.ts';
import type { LookUp, Row, RowChange, RowRef, RowWrites } from './port.ts';

/** Rows in memory, by shelf and key. */
export class RowTable {
  readonly #shelves = new Map<string, Map<string, Json>>();

  get({ shelf, key }: RowRef): Json | undefined {
    return this.#shelves.get(shelf)?.get(key);
  }

  list(shelf: string, after: string | undefined, limit: number): readonly Row[] {
    const rows = [...(this.#shelves.get(shelf) ?? [])].map(([key, value]) => ({ shelf, key, value }));
    return rows
      .filter(({ key }) => after === undefined || key > after)
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .slice(0, limit);
  }

  count(shelf: string): number {
    return this.#shelves.get(shelf)?.size ?? 0;
  }

  change(change: RowChange): boolean {
    if (
      !isExpected(
        change,
        change.expect.map((ref) => this.get(ref)),
      )
    )
      return false;
    this.write(change);
    return true;
  }

  write({ clear = [], remove = [], put = [] }: RowWrites): void {
    for (const shelf of clear) this.#shelves.delete(shelf);
    for (const { shelf, key } of remove) this.#shelves.get(shelf)?.delete(key);
    for (const { shelf, key, value } of put) {
      const rows = this.#shelves.get(shelf);
      if (rows) rows.set(key, value);
      else this.#shelves.set(shelf, new Map([[key, value]]));
    }
  }
}

/** Whether rows are as a change expects them; values are the same when they are written alike. */
export function isExpected({ expect }: RowChange, found: readonly (Json | undefined)[]): boolean {
  return expect.every(({ value }, i) => JSON.stringify(value) === JSON.stringify(found[i]));
}

/** Looks up what was found of the rows that were asked for. */
export function lookAmong(refs: readonly RowRef[], values: readonly (Json | undefined)[]): LookUp {
  const table = new RowTable();
  const put = refs.flatMap((ref, i) => {
    const value = values[i];
    return value === undefined ? [] : [{ ...ref, value }];
  });
  table.write({ put });
  return (shelf, key) => table.get({ shelf, key });
}
