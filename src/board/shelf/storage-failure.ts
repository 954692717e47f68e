/** What IndexedDB and Dexie call a connection that is gone, or was lost in the middle of something. */
const LOST = ['InvalidStateError', 'AbortError', 'UnknownError', 'DatabaseClosedError', 'NotFoundError'];

const MESSAGES = {
  missing:
    'This browser, or this private window, stores nothing: boards are kept in this page only, until it is closed. Export what you want to keep.',
  blocked: 'Another tab keeps an older version of this page open: close that tab, and your boards open here.',
  full: 'There is no room left for boards in this browser: what changes now is not kept. Delete a board or free some space.',
  lost: 'This browser does not keep the board any more: what changes now is in this page only. Export the board, then load the page again.',
  deleted:
    'The boards of this browser were deleted: what is on this board now is in this page only. Export it to keep it.',
  outdated:
    'A newer version of this page has taken over the boards: what changes now is not kept. Load this page again.',
} as const;

/** Why something is not kept, in words for people. */
export class StorageFailure extends Error {
  readonly code: keyof typeof MESSAGES;

  constructor(code: keyof typeof MESSAGES, cause?: unknown) {
    super(MESSAGES[code], { cause });
    this.code = code;
  }

  /** Whether it may go better the next time. */
  get isPassing(): boolean {
    return this.code === 'full' || this.code === 'lost';
  }
}

/** A failure of IndexedDB in words. */
export function explainFailure(error: unknown): StorageFailure {
  if (error instanceof StorageFailure) return error;
  return new StorageFailure(isFull(error) ? 'full' : 'lost', error);
}

/** Whether the connection to the database was lost, so that it may help to open it again. */
export function isLost(error: unknown): boolean {
  return !isFull(error) && LOST.includes(nameOf(error));
}

function isFull(error: unknown): boolean {
  return nameOf(error) === 'QuotaExceededError' || nameOf(innerOf(error)) === 'QuotaExceededError';
}

function nameOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
}

function innerOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'inner' in error ? error.inner : undefined;
}
