import type { Migration, Position, RecordedMigration, RecordedRetagging, StoredEvent } from './port.ts';
import { StoreError } from './store-error.ts';

/** What stands at a position, if anything. */
type LookAt = (position: Position) => StoredEvent | undefined;

/** Throws a `StoreError` when the log is not as the migration expects it: it has grown, or an event was changed. */
export function checkMeanwhile({ head, changes }: Migration, nowHead: Position, at: LookAt): void {
  if (nowHead !== head) {
    throw new StoreError(
      'changed-meanwhile',
      `The log ends at ${nowHead} now, and not at ${head}: look at it again`,
    );
  }
  requireAsExpected(
    changes.map(({ position, before }) => ({ position, event: before })),
    at,
  );
}

/**
 * The migration to be undone, out of all there are in order. Throws a `StoreError` when it is not there, undone already,
 * or when a later change of any kind is in the way.
 */
export function checkUndoMigration(
  id: string,
  all: readonly RecordedMigration[],
  retaggings: readonly RecordedRetagging[],
  at: LookAt,
): RecordedMigration {
  const place = all.findIndex((one) => one.id === id);
  const found = all[place];
  if (!found) throw new StoreError('unknown-migration', `There is no migration "${id}"`);
  if (found.undone) throw new StoreError('undone-already', `The migration "${id}" is undone already`);
  const positions = new Set(found.changes.map(({ position }) => position));
  const touches = (changes: readonly { readonly position: Position }[]) =>
    changes.some(({ position }) => positions.has(position));
  const later = [
    ...all.slice(place + 1).map((one) => ({ ...one, touched: one.changes })),
    ...retaggings.slice(found.retaggings).map((one) => ({ ...one, touched: one.before })),
  ].find(({ undone, touched }) => !undone && touches(touched));
  if (later) {
    throw new StoreError('later-change', `Undo "${later.id}" first: it changed events of "${id}" later`);
  }
  requireAsExpected(
    found.changes.map(({ position, after }) => ({ position, event: after })),
    at,
  );
  return found;
}

/** Throws a `StoreError` when a migration came after a retagging and changed its events. `place` is that of the retagging among all. */
export function checkNoLaterMigration(
  retagging: RecordedRetagging,
  place: number,
  migrations: readonly RecordedMigration[],
): void {
  const positions = new Set(retagging.before.map(({ position }) => position));
  const later = migrations.find(
    ({ undone, retaggings, changes }) =>
      !undone && retaggings > place && changes.some(({ position }) => positions.has(position)),
  );
  if (!later) return;
  throw new StoreError(
    'later-change',
    `Undo "${later.id}" first: it changed events of "${retagging.id}" later`,
  );
}

/** How a migration is taken back: each change the other way round. */
export function reverse({ changes }: Migration): Migration['changes'] {
  return changes.map(({ position, before, after }) => ({ position, before: after, after: before }));
}

/** The streams whose versions a change touches. */
export function streamsOf(changes: Migration['changes']): readonly string[] {
  return [
    ...new Set(
      changes.flatMap(({ before, after }) => [...(before?.streams ?? []), ...(after?.streams ?? [])]),
    ),
  ];
}

function requireAsExpected(
  expected: readonly { readonly position: Position; readonly event: StoredEvent | null }[],
  at: LookAt,
): void {
  for (const { position, event } of expected) {
    if (JSON.stringify(at(position) ?? null) === JSON.stringify(event)) continue;
    throw new StoreError(
      'changed-meanwhile',
      `What stands at position ${position} has changed meanwhile: look at the log again`,
    );
  }
}
