import type { Attachment } from '../event-store/port.ts';
import type { RunStore } from './open-race.ts';

/** A store whose every append has an attachment. */
export function attachTo(store: RunStore, attachment: Attachment): RunStore {
  return {
    name: store.name,
    append: (events, condition) => store.append(events, condition, attachment),
    read: (query, options) => store.read(query, options),
    readStream: (stream) => store.readStream(stream),
    lastPosition: (query) => store.lastPosition(query),
  };
}
