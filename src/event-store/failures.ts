import type { StoreTrouble } from './port.ts';
import { StoreError } from './store-error.ts';

/** What IndexedDB and Dexie call a connection that is gone, or was lost in the middle of something. */
const LOST = ['InvalidStateError', 'AbortError', 'UnknownError', 'DatabaseClosedError', 'NotFoundError'];

/** Whether the connection to the database was lost, so that it may help to open it again. */
export function isLost(error: unknown): boolean {
  return !isQuota(error) && LOST.includes(nameOf(error));
}

function isQuota(error: unknown): boolean {
  return nameOf(error) === 'QuotaExceededError' || nameOf(innerOf(error)) === 'QuotaExceededError';
}

/** Whether an event with this id is stored already. */
export function isTaken(error: unknown): boolean {
  return nameOf(error) === 'ConstraintError';
}

/** Whether Dexie was refused an id that is stored already. */
export function isTakenInBulk(error: unknown): boolean {
  return nameOf(error) === 'BulkError' || isTaken(error);
}

/** A failure of IndexedDB in the words of the port; others pass as they are. */
export function explainFailure(error: unknown, name: string): unknown {
  if (isQuota(error)) {
    const message = `There is no room left for the store "${name}": nothing of this was saved`;
    return new StoreError('quota', message, error);
  }
  if (isLost(error)) {
    return new StoreError('closed', `The connection to the store "${name}" was lost, twice`, error);
  }
  if (nameOf(error) === 'DataCloneError') {
    return new StoreError('wrong-event', 'The data of an event is not JSON', error);
  }
  return error;
}

const TELLS: Readonly<Record<'blocked' | 'deleted' | 'outdated', (name: string) => string>> = {
  blocked: (name) => `Another tab keeps an old version of the store "${name}" open: close that tab to go on`,
  deleted: (name) => `The store "${name}" was deleted: nothing more is saved in it`,
  outdated: (name) => `A newer version of this page has taken over the store "${name}": load the page again`,
};

/** A trouble that comes from outside, in words. */
export function describeTrouble(code: keyof typeof TELLS, name: string): StoreTrouble {
  return { code, message: TELLS[code](name) };
}

function nameOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
}

function innerOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'inner' in error ? error.inner : undefined;
}
