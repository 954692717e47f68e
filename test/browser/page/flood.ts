import type { EventStore, NewEvent, Position } from '../../../src/event-store/port.ts';

type Acknowledged = readonly { readonly id: string; readonly position: Position }[];

/** How many events a batch of the flood has, and how many appends are under way at a time. */
export const FLOOD_BATCH = 5;
const LANES = 2;

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
        const result = await store.append(makeBatch(batch, writer));
        if (result.kind !== 'appended') throw new Error(`The flood was stopped: ${result.kind}`);
        acknowledge(result.positions.map((position, i) => ({ id: `${batch}-${i}`, position })));
      }
    }),
  );
}

function makeBatch(batch: string, writer: string): NewEvent[] {
  return Array.from({ length: FLOOD_BATCH }, (_, i) => ({
    id: `${batch}-${i}`,
    type: i % 2 === 0 ? 'Opened' : 'Noted',
    data: { batch },
    tags: [`writer:${writer}`, `place:${i}`],
    time: '2000-01-01T00:00:00Z',
  }));
}
