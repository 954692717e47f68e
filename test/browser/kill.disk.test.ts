import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { catchUp } from '../../src/event-store/catch-up.ts';
import type { Position, Row, StoredEvent } from '../../src/event-store/port.ts';
import { isJsonObject } from '../../src/lib/is-json-object.ts';
import { makeAttachment } from '../contract/attachments.ts';
import { sumByPlace } from '../contract/sum-by-place.ts';
import { openContexts } from './contexts.ts';
import { type Context, makeProfile, openBrowser } from './open-browser.ts';
import { FLOOD_BATCH, FLOOD_COUNTS } from './page/flood.ts';
import type { Notice } from './page/store-calls.ts';
import { RemoteStore } from './remote-store.ts';

/** How often the browser is killed, and after how many acknowledged batches. */
const ROUNDS = [150, 40, 90];

describe('A browser is killed while two tabs and two workers append', () => {
  let profile: Awaited<ReturnType<typeof makeProfile>>;
  const acknowledged = new Map<string, Position>();

  beforeAll(async () => {
    profile = await makeProfile();
  });
  afterAll(() => profile.remove());

  it.each(ROUNDS.map((batches, round) => ({ batches, round })))(
    'nothing acknowledged is lost and no half batch is left (round $round, after $batches batches)',
    async ({ batches, round }) => {
      await floodAndKill(round, batches);
      const { log, counts, sums } = await reopen();
      const positions = new Map(log.map(({ id, position }) => [id, position]));
      const lost = [...acknowledged].filter(([id, position]) => positions.get(id) !== position);
      expect(lost).toEqual([]);
      expect(findHalfBatches(log)).toEqual([]);
      // Beside the log nothing is counted twice or lost, whether it was written with the events or caught up.
      expect(counts).toEqual(countBy(log, ({ type }) => type));
      expect(sums).toEqual(
        countBy(
          log.filter(({ type }) => type === 'Added'),
          ({ data }) => String(data['place']),
        ),
      );
      expect(acknowledged.size).toBeGreaterThanOrEqual(batches * FLOOD_BATCH);
    },
  );

  async function floodAndKill(round: number, batches: number): Promise<void> {
    const browser = await openBrowser(profile.path, inject('pageUrl'));
    try {
      const { tabs, workers } = await openContexts(browser, 2);
      const enough = hearOf(batches * FLOOD_BATCH, tabs);
      const writers = [...tabs, ...workers];
      await Promise.all(writers.map((writer, i) => writer.call('flood', 'killed', `r${round}w${i}`)));
      // Two follow it: each has to find what the other has written.
      await Promise.all([tabs[0], workers[0]].map((follower) => follower.call('followFlood', 'killed')));
      await enough;
    } finally {
      await browser.kill();
    }
  }

  /** Notes what is acknowledged, until so many events more are; a tab also tells what its worker does. */
  function hearOf(events: number, tabs: readonly Context[]): Promise<void> {
    const goal = acknowledged.size + events;
    return new Promise((resolve, reject) => {
      const hear = (notice: Notice) => {
        if ('failed' in notice) reject(new Error(notice.failed));
        if (!('acknowledged' in notice)) return;
        for (const { id, position } of notice.acknowledged) acknowledged.set(id, position);
        if (acknowledged.size >= goal) resolve();
      };
      for (const tab of tabs) tab.listen(hear);
    });
  }

  /** The log as the next browser finds it; it has to take another append, too. */
  async function reopen() {
    const browser = await openBrowser(profile.path, inject('pageUrl'));
    try {
      const { tabs } = await openContexts(browser, 1);
      const store = await RemoteStore.open(tabs[0], 'killed');
      const log = await store.readInPages();
      const counts = await store.listRows('counts');
      await catchUp(store, sumByPlace);
      const sums = await store.listRows('rows:sums');
      const after = log.at(-1)?.position ?? 0;
      const event = {
        id: crypto.randomUUID(),
        type: 'Noted',
        data: {},
        tags: [],
        time: '2000-01-01T00:00:00Z',
      };
      const counting = makeAttachment(FLOOD_COUNTS);
      expect((await store.append([event], { query: 'all', after }, counting)).kind).toBe('appended');
      return { log, counts: readCounts(counts), sums: readCounts(sums) };
    } finally {
      await browser.close();
    }
  }
});

function countBy(
  log: readonly StoredEvent[],
  keyOf: (event: StoredEvent) => string,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const event of log) counts.set(keyOf(event), (counts.get(keyOf(event)) ?? 0) + 1);
  return counts;
}

/** What is counted on a shelf, with what it was the last of or without. */
function readCounts(rows: readonly Row[]): ReadonlyMap<string, number> {
  return new Map(rows.map(({ key, value }) => [key, Number(isJsonObject(value) ? value['count'] : value)]));
}

function findHalfBatches(log: readonly StoredEvent[]): readonly string[] {
  const sizes = new Map<string, number>();
  for (const { data } of log) {
    const { batch } = data;
    if (typeof batch === 'string') sizes.set(batch, (sizes.get(batch) ?? 0) + 1);
  }
  return [...sizes].filter(([, size]) => size !== FLOOD_BATCH).map(([batch]) => batch);
}
