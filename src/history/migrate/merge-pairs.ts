import { keyOfCel, keyOfJson } from '../../decision/cel-value.ts';
import type { CompiledChange, CompiledMigration } from '../../decision/compiled-model.ts';
import { getOwn } from '../../lib/get-own.ts';
import { scopeOf } from './change-event.ts';
import { isWanted, type Passage, type Slot, sayTrouble } from './passage.ts';
import type { StoredRecord } from './stored-record.ts';

/**
 * Merges each event with the next one of the other type that states the same fact, in log order: one event stands at the
 * earlier of the two places, with the data, tags and streams of both. Two that disagree about a field are left apart.
 */
export function mergePairs<T extends StoredRecord>(
  migration: CompiledMigration,
  change: Extract<CompiledChange, { readonly kind: 'merge' }>,
  passage: Passage<T>,
): void {
  const slots: (Slot<T> | null)[] = [...passage.slots];
  /** Places of those that wait for their other half, by type and key. */
  const waiting = new Map<string, number[]>();
  for (const [place, slot] of slots.entries()) {
    if (slot === null) continue;
    const { event } = slot;
    if (event.type !== migration.event && event.type !== change.with) continue;
    try {
      if (!isWanted(migration, event)) continue;
      const key = keyOfCel(change.by.evaluate(scopeOf(event)));
      const other = event.type === migration.event ? change.with : migration.event;
      const first = waiting.get(JSON.stringify([other, key]))?.shift();
      const met = first === undefined ? undefined : slots[first];
      if (first === undefined || !met) {
        wait(waiting, JSON.stringify([event.type, key]), place);
        continue;
      }
      const merged = mergeTwo(met.event, event, change.to);
      const by = [...new Set([...met.by, ...slot.by, migration.at])];
      slots[first] = { event: merged, by };
      slots[place] = null;
      passage.gone.set(event.position, by);
    } catch (error) {
      passage.troubles.push(sayTrouble(error, migration.at, event));
    }
  }
  passage.slots = slots.filter((slot) => slot !== null);
}

function wait(waiting: Map<string, number[]>, key: string, place: number): void {
  const places = waiting.get(key);
  if (places) places.push(place);
  else waiting.set(key, [place]);
}

/** One event with what both say, at the place of the first. Throws a `RangeError` when they disagree. */
function mergeTwo<T extends StoredRecord>(first: T, second: T, type: string): T {
  for (const [field, value] of Object.entries(second.data)) {
    const known = getOwn(first.data, field);
    if (known === undefined || keyOfJson(known) === keyOfJson(value)) continue;
    throw new RangeError(`It is no second half of ${first.position}: "${field}" differs`);
  }
  const data = Object.fromEntries([...Object.entries(first.data), ...Object.entries(second.data)]);
  const streams = [...new Set([...(first.streams ?? []), ...(second.streams ?? [])])];
  return {
    ...first,
    type,
    data,
    tags: [...new Set([...first.tags, ...second.tags])],
    ...(streams.length > 0 && { streams }),
  };
}
