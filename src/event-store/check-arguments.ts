import {
  type AppendCondition,
  FINEST_STEP,
  type Migration,
  type NewEvent,
  type ReadOptions,
  type StoreContents,
  type StoreQuery,
} from './port.ts';
import { StoreError } from './store-error.ts';

/** The events as they will be stored: tags and streams once each. Throws a `StoreError` when there are none, one is incomplete, or an id stands twice. */
export function checkEvents(events: readonly NewEvent[]): readonly NewEvent[] {
  if (events.length === 0)
    throw new StoreError('empty-append', 'There is nothing to append: give at least one event');
  const ids = new Set(events.map(({ id }) => id));
  if (ids.size < events.length)
    throw new StoreError('repeated-id', 'Two events of one append have the same id');
  return events.map((event) => {
    if (event.id === '' || event.type === '') {
      throw new StoreError('wrong-event', 'An event needs an id and a type');
    }
    const streams = event.streams ? { streams: [...new Set(event.streams)] } : {};
    return { ...event, tags: [...new Set(event.tags)], ...streams };
  });
}

/** Throws a `StoreError` for a query without items, or an item that names neither types nor tags. */
export function checkQuery(query: StoreQuery): void {
  if (query === 'all') return;
  if (query.items.length === 0) {
    throw new StoreError('empty-query', 'A query needs at least one item; to match everything, say "all"');
  }
  if (query.items.some(({ types, tags }) => types.length === 0 && tags.length === 0)) {
    throw new StoreError('empty-item', 'An item of a query has to name types, tags or both');
  }
}

/** Throws a `StoreError` for a wrong query or a position or version that is no whole number from 0. */
export function checkCondition(condition: AppendCondition | undefined): void {
  if (condition === undefined) return;
  if ('query' in condition) {
    checkQuery(condition.query);
    checkPosition(condition.after);
    return;
  }
  for (const { version } of condition.streams) if (typeof version === 'number') checkVersion(version);
}

function checkVersion(version: number): void {
  if (Number.isSafeInteger(version) && version >= 0) return;
  throw new StoreError('wrong-position', `${version} is no version: versions are whole numbers from 0`);
}

/** Throws a `StoreError` for a position that is no number from 0 in the steps that positions have. */
export function checkPosition(position: number | undefined): void {
  if (position === undefined) return;
  if (Number.isSafeInteger(position / FINEST_STEP) && position >= 0) return;
  throw new StoreError('wrong-position', `${position} is no position: positions are numbers from 0`);
}

/** Throws a `StoreError` for what cannot be read: a wrong query, position or limit. */
export function checkRead(query: StoreQuery, { after, limit }: ReadOptions = {}): void {
  checkQuery(query);
  checkPosition(after);
  if (limit === undefined || (Number.isSafeInteger(limit) && limit >= 0)) return;
  throw new StoreError('wrong-limit', `${limit} is no limit: it is a whole number from 0`);
}

/** The contents as they will be stored. Throws a `StoreError` like `checkEvents`, or when a retagging names an event that is not there. */
export function checkContents({ events, retaggings }: StoreContents): StoreContents {
  const checked = events.length === 0 ? events : checkEvents(events);
  for (const { id, before, changes } of retaggings) {
    for (const { position } of [...before, ...changes]) {
      if (Number.isSafeInteger(position) && position >= 1 && position <= checked.length) continue;
      throw new StoreError(
        'unknown-position',
        `The retagging "${id}" names position ${position}, which is not there`,
      );
    }
  }
  if (new Set(retaggings.map(({ id }) => id)).size < retaggings.length)
    throw new StoreError('repeated-id', 'Two retaggings have the same id');
  return { events: checked, retaggings };
}

/** Throws a `StoreError` for a migration that changes a position twice, or puts there what belongs elsewhere or is incomplete. */
export function checkMigration({ id, head, changes }: Migration): void {
  checkPosition(head);
  if (id === '') throw new StoreError('wrong-migration', 'A migration needs an id');
  if (new Set(changes.map(({ position }) => position)).size < changes.length) {
    throw new StoreError('wrong-migration', 'A position is changed twice in one migration');
  }
  for (const { position, after } of changes) {
    checkPosition(position);
    if (after === null) continue;
    if (after.id === '' || after.type === '') {
      throw new StoreError('wrong-event', 'An event needs an id and a type');
    }
    if (after.position === position && position >= 1) continue;
    throw new StoreError('wrong-migration', `The event "${after.id}" is to stand at another position`);
  }
}
