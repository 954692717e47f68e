import type { StoreTrouble } from './port.ts';

/** What a caller of the store did wrong. */
export type MisuseCode =
  | 'empty-append'
  | 'empty-query'
  | 'empty-item'
  | 'wrong-event'
  | 'wrong-position'
  | 'wrong-limit'
  | 'unknown-position'
  | 'unknown-retagging'
  | 'undone-already'
  | 'later-retagging'
  | 'unknown-migration'
  | 'later-change'
  | 'changed-meanwhile'
  | 'wrong-migration'
  | 'repeated-id';

/** A store was used wrongly, or cannot do its work; `code` is stable. */
export class StoreError extends Error {
  readonly code: MisuseCode | StoreTrouble['code'];

  constructor(code: MisuseCode | StoreTrouble['code'], message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.name = 'StoreError';
    this.code = code;
  }
}
