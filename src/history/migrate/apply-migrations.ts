import type { CompiledMigration, CompiledModel } from '../../decision/compiled-model.ts';
import { changeEvent } from './change-event.ts';
import { mergePairs } from './merge-pairs.ts';
import { isWanted, type Passage, type Slot, sayTrouble } from './passage.ts';
import { spreadPositions } from './spread-positions.ts';
import type { MigratedLog, RecordChange, StoredRecord } from './stored-record.ts';

/**
 * Runs migrations over a log, in their order, and says what changes. Pure: the log stays as it is. An event whose
 * expression fails is left as it is by that migration, and told in `troubles`. Kept events keep their positions and ids.
 */
export function applyMigrations<T extends StoredRecord>(
  model: CompiledModel,
  migrations: readonly CompiledMigration[],
  events: readonly T[],
): MigratedLog<T> {
  const passage: Passage<T> = {
    slots: events.map((event) => ({ event, by: [] })),
    gone: new Map(),
    troubles: [],
  };
  for (const migration of migrations) {
    if (migration.change.kind === 'merge') mergePairs(migration, migration.change, passage);
    else passage.slots = changeEach(model, migration, passage);
  }
  return {
    events: passage.slots.map(({ event }) => event),
    changes: listChanges(events, passage),
    troubles: passage.troubles,
  };
}

/** The log as it is read with the upcasters of a model (`onRead`) on the way; what is stored stays as it is. */
export function upcast<T extends StoredRecord>(model: CompiledModel, events: readonly T[]): readonly T[] {
  const onRead = model.migrations.filter((migration) => migration.onRead);
  return onRead.length === 0 ? events : applyMigrations(model, onRead, events).events;
}

function changeEach<T extends StoredRecord>(
  model: CompiledModel,
  migration: CompiledMigration,
  passage: Passage<T>,
): readonly Slot<T>[] {
  const { change, at } = migration;
  if (change.kind === 'merge') return passage.slots;
  return passage.slots.flatMap((slot, index) => {
    const { event, by } = slot;
    if (event.type !== migration.event) return [slot];
    try {
      if (!isWanted(migration, event)) return [slot];
      const made = changeEvent(model, change, event);
      if (made.length === 1 && made[0] === event) return [slot];
      const hands = [...by, at];
      if (made.length === 0) passage.gone.set(event.position, hands);
      const next = passage.slots[index + 1]?.event.position;
      return spreadPositions(made, event, next).map((one) => ({ event: one, by: hands }));
    } catch (error) {
      passage.troubles.push(sayTrouble(error, at, event));
      return [slot];
    }
  });
}

function listChanges<T extends StoredRecord>(
  events: readonly T[],
  { slots, gone }: Passage<T>,
): readonly RecordChange<T>[] {
  const before = new Map(events.map((event) => [event.position, event]));
  const changed = slots
    .filter(({ event }) => before.get(event.position) !== event)
    .map(
      ({ event, by }): RecordChange<T> => ({
        position: event.position,
        before: before.get(event.position) ?? null,
        after: event,
        by,
      }),
    );
  const kept = new Set(slots.map(({ event }) => event.position));
  const lost = events
    .filter(({ position }) => !kept.has(position))
    .map(
      (event): RecordChange<T> => ({
        position: event.position,
        before: event,
        after: null,
        by: gone.get(event.position) ?? [],
      }),
    );
  return [...changed, ...lost].sort((a, b) => a.position - b.position);
}
