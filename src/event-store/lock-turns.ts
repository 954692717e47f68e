import type { TakeTurn } from './retry.ts';

/** Turns for the writers of a store in all tabs and workers, by the Web Locks API; none where the browser lacks it. */
export function lockTurns(locks: Pick<LockManager, 'request'> | undefined, store: string): TakeTurn {
  if (!locks) return (_, work) => work();
  return async (mode, work) => locks.request(`ambit-turn:${store}`, { mode }, work);
}
