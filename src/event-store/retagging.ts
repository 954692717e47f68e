import type { Position, RecordedRetagging, Retagging, StoredEvent } from './port.ts';
import { StoreError } from './store-error.ts';

/** The events a retagging changes, in its order. Throws a `StoreError` for a position without an event, so that nothing is half done. */
export function checkRetagging(
  { changes }: Retagging,
  at: (position: Position) => StoredEvent | undefined,
): readonly StoredEvent[] {
  return changes.map(({ position }) => {
    const event = at(position);
    if (event) return event;
    throw new StoreError('unknown-position', `There is no event at position ${position}`);
  });
}

/**
 * The retagging to be undone, out of all there are in order. Throws a `StoreError` when it is not there, undone already,
 * or when a later one changed the same events: to undo the earlier would silently take that back too.
 */
export function checkUndo(id: string, all: readonly RecordedRetagging[]): RecordedRetagging {
  const at = all.findIndex((one) => one.id === id);
  const found = all[at];
  if (!found) throw new StoreError('unknown-retagging', `There is no retagging "${id}"`);
  if (found.undone) throw new StoreError('undone-already', `The retagging "${id}" is undone already`);
  const positions = new Set(found.before.map(({ position }) => position));
  const later = all
    .slice(at + 1)
    .find(({ undone, before }) => !undone && before.some(({ position }) => positions.has(position)));
  if (!later) return found;
  throw new StoreError('later-retagging', `Undo "${later.id}" first: it changed events of "${id}" later`);
}

/** An event with tags removed and added; those it keeps stay in their order. */
export function applyTags(event: StoredEvent, change: Retagging['changes'][number]): StoredEvent {
  const kept = event.tags.filter((tag) => !change.remove.includes(tag));
  return { ...event, tags: [...new Set([...kept, ...change.add])] };
}
