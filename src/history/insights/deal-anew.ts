import { seededRandom } from '../../lib/seeded-random.ts';
import type { PastEvent } from '../past-event.ts';

/**
 * The same log with its types dealt anew to its events: what it shows, it shows by chance. Equal seeds deal the same.
 */
export function dealAnew(events: readonly PastEvent[], seed: number): readonly PastEvent[] {
  const random = seededRandom(seed);
  const types = events.map(({ type }) => type);
  for (let at = types.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [types[at], types[other]] = [types[other] ?? '', types[at] ?? ''];
  }
  return events.map((event, at) => ({ ...event, type: types[at] ?? event.type }));
}
