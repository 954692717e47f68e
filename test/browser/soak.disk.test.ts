import { describe, expect, it } from 'vitest';
import { shareContexts } from './contexts.ts';
import { RemoteStore } from './remote-store.ts';
import { describeSoak, verifySoak } from './verify-soak.ts';

const APPENDS_EACH = 2_500;

describe('Four workers append 10,000 times under boundaries that cut across each other', () => {
  const contexts = shareContexts({ tabs: 4 });

  it('and each event stands behind exactly the events it was decided on', async () => {
    const { workers } = contexts();
    const start = performance.now();
    const reports = await Promise.all(
      workers.map((worker, seed) =>
        worker.call('soak', {
          store: 'soak',
          writer: `w${seed}`,
          appends: APPENDS_EACH,
          seed,
        }),
      ),
    );
    const seconds = (performance.now() - start) / 1000;
    const log = await (await RemoteStore.open(contexts().tabs[0], 'soak')).readInPages();
    expect(verifySoak(log)).toEqual([]);
    expect(log.length).toBe(reports.reduce((sum, { events }) => sum + events, 0));
    expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
    console.log(describeSoak(reports, seconds));
  });
});
