import { catchUp } from '../../../src/event-store/catch-up.ts';
import type { EventStore, NewEvent, Position } from '../../../src/event-store/port.ts';

import { makeAttachment } from '../../contract/attachments.ts';
import { sumByPlace } from '../../contract/sum-by-place.ts';

type Acknowledged = readonly { readonly id: string; readonly position: Position }[];

/** How many events a batch of the flood has, and how many appends are under way at a time. */
export const FLOOD_BATCH = 5;
const LANES = 2;
/** With each append, it is counted in its transaction. */
export const FLOOD_COUNTS = { countOn: 'counts' };

/** Appends batches until the page dies. */
export async function flood(
  store: EventStore,
  writer: string,
  acknowledge: (events: Acknowledged) => void,
): Promise<void> {
  await Promise.all(
    Array.from({ length: LANES }, async (_, lane) => {
      for (let n = 0; ; n++) {
        const batch = `${writer}-${lane}-${n}`;
        const result = await store.append(makeBatch(batch, writer), undefined, makeAttachment(FLOOD_COUNTS));
        if (result.kind !== 'appended') throw new Error(`The flood was stopped: ${result.kind}`);
        acknowledge(result.positions.map((position, i) => ({ id: `${batch}-${i}`, position })));
      }
    }),
  );
}

function makeBatch(batch: string, writer: string): NewEvent[] {
  return Array.from({ length: FLOOD_BATCH }, (_, i) => ({
    id: `${batch}-${i}`,
    type: i % 2 === 0 ? 'Added' : 'Noted',
    data: { batch, place: `place-${i}`, amount: 1 },
    tags: [`writer:${writer}`, `place:${i}`],
    time: '2000-01-01T00:00:00Z',
  }));
}

/** Sums up the flood in small batches until the page dies. */
export async function followFlood(store: EventStore): Promise<void> {
  for (;;) await catchUp(store, sumByPlace, { batch: 7 });
}
