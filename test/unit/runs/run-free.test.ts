import { describe, expect, it } from 'vitest';
import { MemoryStore } from '../../../src/event-store/memory-store.ts';
import { prepareRace } from '../../../src/exploration/prepare-race.ts';
import { seededRandom } from '../../../src/lib/seeded-random.ts';
import type { Race } from '../../../src/model/schema.ts';
import { followReplay } from '../../../src/runs/follow-replay.ts';
import { InProcessLocks } from '../../../src/runs/in-process-locks.ts';
import type { FreeRun } from '../../../src/runs/live-result.ts';
import type { RunStore } from '../../../src/runs/open-race.ts';
import { runFree } from '../../../src/runs/run-free.ts';
import { runSimulated } from '../../../src/runs/run-simulated.ts';
import { Tally } from '../../../src/runs/tally.ts';
import type { StrategyId } from '../../../src/strategies/program.ts';
import { booking, bookings, LAST_SEAT } from './booking-model.ts';

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

async function runOnce(race: Race, strategy: StrategyId, seed: number): Promise<FreeRun> {
  const run = await runSimulated(booking, race, strategy, seed, settle);
  if ('unavailable' in run) throw new Error(run.unavailable);
  return run;
}

/** Eight guests for one seat, each trying until it is over. */
const CROWD: Race = {
  ...bookings(...['1', '2', '3', '4', '5', '6', '7', '8'].map((guest) => `r1 g${guest}`)),
  attempts: 'unlimited',
};

describe('a race that runs freely', () => {
  it('R3 gives the same run for the same seed', async () => {
    expect(await runOnce(CROWD, 'log-version', 7)).toEqual(await runOnce(CROWD, 'log-version', 7));
    expect(await runOnce(CROWD, 'log-version', 7)).not.toEqual(await runOnce(CROWD, 'log-version', 8));
  });

  it('S3 starts over until it is decided: one gets the seat', async () => {
    const runs = await Promise.all([1, 2, 3, 4, 5].map((seed) => runOnce(CROWD, 'tag-condition', seed)));
    for (const { outcomes } of runs)
      expect([...outcomes].sort()).toEqual(['accepted', ...Array(7).fill('rejected')]);
    expect(Math.max(...runs.flatMap(({ timings }) => timings.map(({ retries }) => retries)))).toBe(1);
  });

  it('S3 lets everybody through in the end who has nothing against each other', async () => {
    const rooms = bookings(...['1', '2', '3', '4', '5', '6', '7', '8'].map((number) => `r${number} g1`));
    const { outcomes } = await runOnce({ ...rooms, attempts: 'unlimited' }, 'log-version', 1);
    expect(new Set(outcomes)).toEqual(new Set(['accepted']));
  });

  it('says how long each command took, and waited for its lock', async () => {
    const { timings, ms } = await runOnce(CROWD, 'log-lock', 1);
    expect(timings.every((timing) => timing.ms <= ms && timing.waitedMs <= timing.ms)).toBe(true);
    expect(timings.filter(({ waitedMs }) => waitedMs > 0).length).toBeGreaterThan(3);
  });

  it('S4 is refused where an event has no home stream', async () => {
    const race: Race = { name: 'Note', commands: [{ command: 'Note', data: { room: 'r1' } }] };
    const run = await runSimulated(booking, race, 'stream-saga', 1, settle);
    expect(run).toEqual({ unavailable: expect.stringMatching(/^Noted has no home stream/) });
  });
});

/** Runs with real waiting on a store, without a simulated clock. */
function runReally(store: RunStore, strategy: StrategyId) {
  return runFree(booking, CROWD, strategy, {
    store,
    runId: 'run',
    locks: new InProcessLocks(),
    sleep: settle,
    random: seededRandom(1),
    now: () => 0,
  });
}

describe('a store that fails', () => {
  it('fails the run, and leaves nobody waiting for a lock', async () => {
    const inner = new MemoryStore('s');
    const store: RunStore = {
      name: 's',
      append: () => Promise.reject(new Error('the disk is full')),
      read: (query) => inner.read(query),
      readStream: (stream) => inner.readStream(stream),
      lastPosition: (query) => inner.lastPosition(query),
    };
    await expect(runReally(store, 'log-lock')).rejects.toThrow('the disk is full');
    await expect(runReally(store, 'unguarded')).rejects.toThrow('the disk is full');
  });
});

describe('locks of a race that runs freely', () => {
  it('S7 are given back before anybody else can look at the log', async () => {
    const told: string[] = [];
    class ToldLocks extends InProcessLocks {
      override alone<T>(work: () => Promise<T>): Promise<T> {
        return super.alone(async () => {
          const result = await work();
          told.push('alone');
          return result;
        });
      }
      override async ask(keys: readonly string[]) {
        const request = await super.ask(keys);
        const release = () => {
          told.push('release');
          return request.release();
        };
        return { ...request, release };
      }
    }
    const [random, sleep, now] = [seededRandom(1), settle, () => 0];
    const store = new MemoryStore('s');
    const options = { store, runId: 'run', locks: new ToldLocks(), sleep, random, now };
    await runFree(booking, bookings('r1 g1'), 'log-lock', options);
    // Acquire, read, append: the release stands within the last of them; what follows does nothing more.
    expect(told).toEqual(['alone', 'alone', 'release', 'alone', 'release']);
  });
});

describe('holding a run to exploration', () => {
  const follow = (run: FreeRun) => {
    const prepared = prepareRace(booking, LAST_SEAT, 'unguarded');
    if ('unavailable' in prepared) throw new Error(prepared.unavailable);
    return followReplay(prepared, run);
  };

  it('R3 finds nothing in a run as it was', async () => {
    for (let seed = 0; seed < 20; seed++)
      expect(follow(await runOnce(LAST_SEAT, 'unguarded', seed))).toBeNull();
  });

  it('R3 finds another verdict, a step that there is not, and another log', async () => {
    const run = await runOnce(LAST_SEAT, 'unguarded', 1);
    const [first, second, third, last] = run.steps;
    if (!first || !second || !third || !last) throw new Error('four steps are needed');
    const changed = { ...last, verdict: 'safe' as const, violation: false };
    expect(follow({ ...run, steps: [first, second, third, changed] })).toMatch(
      /^Step 4 \(#\d append\) is append safe accepted, and append missedConflict violation accepted in exploration$/,
    );
    expect(follow({ ...run, steps: [...run.steps, last] })).toMatch(
      /^Step 5 .* is none that exploration could take/,
    );
    expect(follow({ ...run, log: run.log.slice(1) })).toBe('The logs differ');
  });
});

describe('a tally of runs', () => {
  it('counts verdicts, the runs they occur in, and outcomes', async () => {
    const tally = new Tally();
    for (let seed = 0; seed < 30; seed++) tally.add(await runOnce(LAST_SEAT, 'unguarded', seed));
    const { runs, verdicts, violations, outcomes, schedules } = tally.result;
    const missed = verdicts.missedConflict?.runs ?? 0;
    expect(runs).toBe(30);
    expect(missed).toBeGreaterThan(0);
    expect(missed).toBeLessThan(30);
    expect(verdicts).toEqual({
      safe: { occurrences: 30, runs: 30 },
      missedConflict: { occurrences: missed, runs: missed },
    });
    expect(violations).toBe(missed);
    expect(outcomes).toEqual({ accepted: 30 + missed, rejected: 30 - missed });
    expect(schedules).toBeGreaterThan(1);
    expect(schedules).toBeLessThanOrEqual(6);
  });

  it('has the middle and the most of times, and nothing of nothing', () => {
    const none = { median: 0, most: 0 };
    expect(new Tally().result).toMatchObject({ runs: 0, verdicts: {}, commandMs: none, waitedMs: none });
    const tally = new Tally();
    const timings = [5, 1, 3].map((ms) => ({ ms, waitedMs: 0, retries: ms }));
    tally.add({ steps: [], outcomes: [null], log: [], timings, ms: 9 });
    expect(tally.result).toMatchObject({ commandMs: { median: 3, most: 5 }, retries: { total: 9, most: 5 } });
  });
});
