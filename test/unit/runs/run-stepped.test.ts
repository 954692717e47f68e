import { describe, expect, it } from 'vitest';
import { MemoryStore } from '../../../src/event-store/memory-store.ts';
import type { StoredEvent } from '../../../src/event-store/port.ts';
import type { Race } from '../../../src/model/schema.ts';
import type { LiveRun } from '../../../src/runs/live-result.ts';
import type { RunStore } from '../../../src/runs/open-race.ts';
import { runStepped } from '../../../src/runs/run-stepped.ts';
import type { StrategyId } from '../../../src/strategies/program.ts';
import { booking, bookings, LAST_SEAT } from './booking-model.ts';

/** Runs commands counted from 1 in an order. */
async function step(race: Race, strategy: StrategyId, order: string, store: RunStore = new MemoryStore('s')) {
  const schedule = [...order].map((digit) => Number(digit) - 1);
  return runStepped(booking, race, strategy, schedule, { store, runId: 'run' });
}

function outline(run: Awaited<ReturnType<typeof step>>): readonly string[] {
  if ('unavailable' in run) return [run.unavailable];
  return run.steps.map(({ command, step: kind, verdict, violation, outcome }) =>
    [`#${command + 1} ${kind}`, verdict, violation && '!', outcome && `→ ${outcome}`]
      .filter(Boolean)
      .join(' '),
  );
}

async function eventsOf(store: RunStore): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const event of store.read('all')) events.push(event);
  return events;
}

describe('a race stepped on a store', () => {
  it('R2 V2 is stopped by the store where another append got there first', async () => {
    expect(outline(await step(LAST_SEAT, 'tag-condition', '1221'))).toEqual([
      '#1 read',
      '#2 read',
      '#2 append safe → accepted',
      '#1 append conflict → conflict',
    ]);
  });

  it('R2 V4 V6 is not stopped where nothing is guarded', async () => {
    expect(outline(await step(LAST_SEAT, 'unguarded', '1221')).at(-1)).toBe(
      '#1 append missedConflict ! → accepted',
    );
  });

  it('R2 S7 V7 waits for a lock, and is judged at the read', async () => {
    expect(outline(await step(LAST_SEAT, 'log-lock', '121121'.slice(0, 5)))).toEqual([
      '#1 acquire',
      '#2 acquire',
      '#1 read',
      '#1 append safe → accepted',
      '#2 read neededWait → rejected',
    ]);
  });

  it('S3 starts over while attempts are left', async () => {
    const run = await step({ ...LAST_SEAT, attempts: 2 }, 'log-version', '12211');
    expect(outline(run).slice(-2)).toEqual(['#1 append conflict', '#1 read → rejected']);
    expect((run as LiveRun).steps.map(({ attempt }) => attempt)).toEqual([1, 1, 1, 1, 2]);
  });

  it('says how each command ended, and null for one that has not', async () => {
    const run = (await step(LAST_SEAT, 'unguarded', '112')) as LiveRun;
    expect(run.outcomes).toEqual(['accepted', 'rejected']);
    expect(((await step(LAST_SEAT, 'unguarded', '11')) as LiveRun).outcomes).toEqual(['accepted', null]);
  });

  it('says which positions each step saw and wrote', async () => {
    const given = [{ event: 'Noted', data: { room: 'r9' } }];
    const { steps } = (await step({ ...LAST_SEAT, given }, 'unguarded', '1221')) as LiveRun;
    expect(steps.map(({ head, readAt, wrote }) => [head, readAt, wrote])).toEqual([
      [1, undefined, undefined],
      [1, undefined, undefined],
      [1, 1, [2]],
      [2, 1, [3]],
    ]);
  });

  it('tells of each step when it is done', async () => {
    const kinds: string[] = [];
    const store = new MemoryStore('s');
    const onStep = ({ step: kind }: { readonly step: string }) => kinds.push(kind);
    await runStepped(booking, LAST_SEAT, 'unguarded', [0, 0], { store, runId: 'run', onStep });
    expect(kinds).toEqual(['read', 'append']);
  });
});

describe('what a run leaves on the store', () => {
  it('D9 has the run, the command and its place as cause, and the command’s time', async () => {
    const store = new MemoryStore('s');
    const given = [{ event: 'Noted', data: { room: 'r9' }, time: '2001-01-01T00:00:00Z' }];
    await step({ ...bookings('r1 g1'), given, now: '2002-02-02T00:00:00Z' }, 'unguarded', '11', store);
    expect(await eventsOf(store)).toEqual([
      {
        position: 1,
        id: 'run/given/1',
        type: 'Noted',
        data: { room: 'r9' },
        tags: ['room:r9'],
        time: '2001-01-01T00:00:00Z',
        streams: [],
        correlationId: 'run',
      },
      {
        position: 2,
        id: 'run/1/1.1/1',
        type: 'Booked',
        data: { room: 'r1', guest: 'g1' },
        tags: ['room:r1', 'guest:g1'],
        time: '2002-02-02T00:00:00Z',
        streams: ['Guest-g1', 'Room-r1'],
        correlationId: 'run',
        causationId: 'run/1',
        command: 'Book',
      },
    ]);
  });

  it('S6 has a saga’s later copies marked as copies of the first', async () => {
    const store = new MemoryStore('s');
    await step(bookings('r1 g1'), 'stream-saga', '1111', store);
    const told = (await eventsOf(store)).map(({ id, streams, copyOf }) => [id, streams, copyOf]);
    expect(told).toEqual([
      ['run/1/1.1/1', ['Guest-g1'], undefined],
      ['run/1/2.1/1', ['Room-r1'], 'run/1/1.1/1'],
    ]);
  });

  it('has other ids in another attempt', async () => {
    const store = new MemoryStore('s');
    const race: Race = { ...bookings('r1 g1', 'r2 g2'), attempts: 2 };
    await step(race, 'log-version', '122111', store);
    expect((await eventsOf(store)).map(({ id }) => id)).toEqual(['run/2/1.1/1', 'run/1/1.2/1']);
  });
});

describe('a race that cannot be stepped', () => {
  it('says that the store is not empty', async () => {
    const store = new MemoryStore('s');
    await step(LAST_SEAT, 'unguarded', '11', store);
    expect(outline(await step(LAST_SEAT, 'unguarded', '11', store))).toEqual(['The store "s" is not empty']);
  });

  it('says which command has no step to take', async () => {
    expect(outline(await step(LAST_SEAT, 'unguarded', '111'))).toEqual([
      'Step 3: #1 has no step to take there',
    ]);
    expect(outline(await step(LAST_SEAT, 'log-lock', '122'))).toEqual([
      'Step 3: #2 has no step to take there',
    ]);
    expect(outline(await step(LAST_SEAT, 'log-lock', '9'))).toEqual(['Step 1: #9 has no step to take there']);
  });

  it('S4 says which event has no home stream', async () => {
    const race: Race = { name: 'Note', commands: [{ command: 'Note', data: { room: 'r1' } }] };
    expect(outline(await step(race, 'stream-version', '1'))[0]).toMatch(/^Noted has no home stream/);
  });
});

describe('a store that does not keep its word', () => {
  it('R2 shows by its verdicts: an append that it should have stopped is a missed conflict', async () => {
    const inner = new MemoryStore('s');
    const store: RunStore = {
      name: 's',
      append: (events) => inner.append(events),
      read: (query) => inner.read(query),
      readStream: (stream) => inner.readStream(stream),
      lastPosition: (query) => inner.lastPosition(query),
    };
    expect(outline(await step(LAST_SEAT, 'tag-condition', '1221', store)).at(-1)).toBe(
      '#1 append missedConflict ! → accepted',
    );
  });

  it('is given up when it says that it has the events already', async () => {
    const inner = new MemoryStore('s');
    const store: RunStore = {
      name: 's',
      append: async () => ({ kind: 'appended', positions: [1], replayed: true }),
      read: (query) => inner.read(query),
      readStream: (stream) => inner.readStream(stream),
      lastPosition: (query) => inner.lastPosition(query),
    };
    await expect(step(LAST_SEAT, 'unguarded', '11', store)).rejects.toThrow(
      'a run of this name was on the store',
    );
  });
});
