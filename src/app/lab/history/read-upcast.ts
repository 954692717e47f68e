import type { CompiledModel } from '../../../decision/compiled-model.ts';
import type { EventStore, StoredEvent } from '../../../event-store/port.ts';
import { upcast } from '../../../history/migrate/apply-migrations.ts';
import type { RunStore } from '../../../runs/open-race.ts';
import { readThrough } from '../../../runs/read-through.ts';

/** A store whose log commands decide on as its model reads it: with the migrations that are applied on read. */
export function decideOnUpcast(store: RunStore, model: CompiledModel): RunStore {
  const hasUpcasters = model.migrations.some(({ onRead }) => onRead);
  return hasUpcasters ? readThrough(store, (events) => upcast(model, events)) : store;
}

/** The log as its model reads it: with the migrations that are applied on read. Those need all of it at hand. */
export async function* readUpcast(
  store: EventStore,
  model: CompiledModel,
): AsyncGenerator<StoredEvent, void, undefined> {
  if (!model.migrations.some(({ onRead }) => onRead)) return yield* store.read('all');
  const events: StoredEvent[] = [];
  for await (const event of store.read('all')) events.push(event);
  yield* upcast(model, events);
}
