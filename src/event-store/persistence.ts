/** `kept`: the browser will not clear it on its own; `best-effort`: it may, when room runs out; `unknown`: it cannot say. */
export type Persistence = 'kept' | 'best-effort' | 'unknown';

/** Asks the browser to keep what is stored, as far as it lets one ask. Never rejects. */
export async function requestPersistence(
  storage: Pick<StorageManager, 'persist'> | undefined = globalThis.navigator?.storage,
): Promise<Persistence> {
  if (typeof storage?.persist !== 'function') return 'unknown';
  return storage.persist().then(
    (kept) => (kept ? 'kept' : 'best-effort'),
    () => 'unknown',
  );
}
