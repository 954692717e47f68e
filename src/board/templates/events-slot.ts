import type { Model } from '../../model/schema.ts';
import type { EventsSlot } from './template.ts';

/** The slot for events; those that are chosen elsewhere in the sentence are not offered again. */
export function makeEventsSlot(
  model: Model,
  slot: Omit<EventsSlot, 'kind' | 'options' | 'empty' | 'isOptional'> & {
    readonly empty?: string;
    readonly isOptional?: boolean;
    readonly elsewhere?: readonly string[];
  },
): EventsSlot {
  const { elsewhere = [], empty = 'choose an event', isOptional = false, ...rest } = slot;
  const options = Object.keys(model.events ?? {}).filter((event) => !elsewhere.includes(event));
  return { ...rest, kind: 'events', options, empty, isOptional };
}

/** The events that commands emit which check the constraint: what it is probably about. */
export function listGuardedEvents(model: Model, constraint: string): readonly string[] {
  const guarded = new Set<string>();
  for (const { checks, emits } of Object.values(model.commands ?? {})) {
    const isChecked = checks?.some(
      (check) => (typeof check === 'string' ? check : check.constraint) === constraint,
    );
    if (!isChecked) continue;
    for (const emit of emits ?? []) guarded.add(typeof emit === 'string' ? emit : emit.event);
  }
  return [...guarded].filter((event) => Object.hasOwn(model.events ?? {}, event));
}
