import type { NewEvent, Position } from '../../../src/event-store/port.ts';
import type { Contender } from './contender.ts';
import type { Question } from './workload.ts';

interface Row {
  readonly event: NewEvent & { readonly position: Position };
}

/**
 * IndexedDB by hand, in callbacks, as fast as we know to write it: the same requests on the same indexes as the store
 * makes, and nothing around them. The database is one that the store made.
 */
export class RawStore implements Contender {
  readonly #database: IDBDatabase;
  readonly #durability: IDBTransactionDurability;

  constructor(database: IDBDatabase, durability: IDBTransactionDurability) {
    this.#database = database;
    this.#durability = durability;
  }

  append(events: readonly NewEvent[], { keys }: Question, after: Position): Promise<void> {
    return new Promise((resolve, reject) => {
      const options = { durability: this.#durability };
      const transaction = this.#database.transaction('events', 'readwrite', options);
      const table = transaction.objectStore('events');
      const tags = table.index('keys');
      let waiting = 2 + keys.length;
      let head = 0;
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('The condition does not hold'));
      const goOn = () => {
        if (--waiting > 0) return;
        for (const event of events) table.add(makeRow(event, ++head));
        transaction.commit();
      };
      const refuseAny = (request: IDBRequest<IDBValidKey | undefined>) => {
        request.onsuccess = () => (request.result === undefined ? goOn() : transaction.abort());
      };
      refuseAny(table.index('event.id').getKey(events[0]?.id ?? ''));
      const last = table.openKeyCursor(null, 'prev');
      last.onsuccess = () => {
        head = Number(last.result?.primaryKey ?? 0);
        goOn();
      };
      for (const key of keys) refuseAny(tags.getKey(rangeOf(key, after + 1)));
    });
  }

  async head(): Promise<Position> {
    const cursor = await answerTo(this.#events().openKeyCursor(null, 'prev'));
    return Number(cursor?.primaryKey ?? 0);
  }

  async read({ keys, also }: Question): Promise<number> {
    const tags = this.#tags();
    const [first = []] = keys;
    const rows: Row[] = await answerTo(tags.getAll(rangeOf(first, 1)));
    if (also === undefined) return rows.length;
    return rows.filter(({ event }) => event.tags.includes(also)).length;
  }

  async lastPosition({ keys }: Question): Promise<Position> {
    const tags = this.#tags();
    const cursors = await Promise.all(
      keys.map((key) => answerTo(tags.openKeyCursor(rangeOf(key, 1), 'prev'))),
    );
    return Math.max(0, ...cursors.map((cursor) => Number(cursor?.primaryKey ?? 0)));
  }

  #tags(): IDBIndex {
    return this.#events().index('keys');
  }

  #events(): IDBObjectStore {
    return this.#database.transaction('events', 'readonly').objectStore('events');
  }
}

function makeRow(event: NewEvent, position: Position) {
  const keys: (string | number)[][] = [];
  for (const tag of event.tags) keys.push([tag, position], [tag, event.type, position]);
  return { event: { ...event, position }, keys };
}

function rangeOf(key: readonly string[], low: Position): IDBKeyRange {
  return IDBKeyRange.bound([...key, low], [...key, Number.POSITIVE_INFINITY]);
}

function answerTo<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
