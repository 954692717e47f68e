/** Where something is written, and how surely. */
export interface WritePlace {
  readonly database: IDBDatabase;
  readonly ranges: typeof IDBKeyRange;
  readonly durability: 'strict' | 'relaxed';
}

/** The result of a request; rejects with its error. The transaction is still open when one goes on at once. */
export function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Fulfils when all of a transaction is stored; rejects with the error that undid it. */
export function finish(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () =>
      reject(transaction.error ?? new DOMException('The transaction was aborted', 'AbortError'));
  });
}

/** Undoes a transaction, unless it is over already. */
export function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It is over already.
  }
}

/** Up to `count` of what a cursor passes. */
export function walk<C extends IDBCursor, T>(
  request: IDBRequest<C | null>,
  count: number,
  take: (cursor: C) => T,
): Promise<T[]> {
  const taken: T[] = [];
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor) taken.push(take(cursor));
      if (cursor && taken.length < count) cursor.continue();
      else resolve(taken);
    };
  });
}
