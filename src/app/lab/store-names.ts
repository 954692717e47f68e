const LOG = 'board:';
const RUN = '/run';

/** The names of a board's event stores: of its log, and of the races run for it. */
export function nameStores(board: string): { readonly log: string; readonly run: string } {
  return { log: `${LOG}${board}`, run: `${LOG}${board}${RUN}` };
}

/** The board that a store belongs to, and what it holds; null for a store of no board. */
export function readStoreName(
  store: string,
): { readonly board: string; readonly holds: 'log' | 'run' } | null {
  if (!store.startsWith(LOG)) return null;
  const rest = store.slice(LOG.length);
  return rest.endsWith(RUN)
    ? { board: rest.slice(0, -RUN.length), holds: 'run' }
    : { board: rest, holds: 'log' };
}
