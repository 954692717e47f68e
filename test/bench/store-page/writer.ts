import { lockTurns } from '../../../src/event-store/lock-turns.ts';
import type { EventStore } from '../../../src/event-store/port.ts';
import { retryOnConflict } from '../../../src/event-store/retry.ts';
import { openEventStore } from '../../../src/event-store/stores.ts';
import { seededRandom } from '../../../src/lib/seeded-random.ts';
import type { WriterOrder, WriterReport } from './contend.ts';
import { askSubscriptions, subscribed } from './workload.ts';

let opened: Promise<EventStore> | undefined;

/** Decides and appends again and again until time is up: reads the last position of its boundary, appends, and tries again if something came between. */
async function write(store: EventStore, { course, seed, milliseconds }: WriterOrder): Promise<WriterReport> {
  const { query } = askSubscriptions(course);
  const takeTurn = lockTurns(navigator.locks, store.name);
  const options = { random: seededRandom(seed), sleep, takeTurn };
  let [successes, retries, worst] = [0, 0, 0];
  const start = performance.now();
  while (performance.now() - start < milliseconds) {
    const events = [subscribed(course, `${seed}-${successes}`)];
    const { attempts } = await retryOnConflict(async () => {
      const after = await store.lastPosition(query);
      const result = await store.append(events, { query, after });
      return result.kind === 'conflict' ? { kind: 'conflict' } : { kind: 'done', value: result };
    }, options);
    successes++;
    retries += attempts - 1;
    worst = Math.max(worst, attempts - 1);
  }
  return { successes, retries, worst, milliseconds: performance.now() - start };
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

addEventListener('message', async ({ data }: MessageEvent<WriterOrder>) => {
  opened ??= openEventStore('contention');
  postMessage(await write(await opened, data));
});
