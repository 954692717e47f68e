import { describe, expect, it } from 'vitest';
import { MemoryStore } from '../../../src/event-store/memory-store.ts';
import type { StoredEvent } from '../../../src/event-store/port.ts';
import type { IssuedCommand } from '../../../src/model/schema.ts';
import { giveEvent } from '../../../src/runs/give-event.ts';
import { InProcessLocks } from '../../../src/runs/in-process-locks.ts';
import { type IssuedRun, type IssueOptions, issueCommand } from '../../../src/runs/issue-command.ts';
import type { RunStore } from '../../../src/runs/open-race.ts';
import { STRATEGY_IDS, type StrategyId } from '../../../src/strategies/program.ts';
import { booking } from './booking-model.ts';

let runs = 0;

async function book(
  store: RunStore,
  booked: string,
  strategy: StrategyId,
  options: Partial<IssueOptions> = {},
): Promise<IssuedRun> {
  const [room = '', guest = ''] = booked.split(' ');
  const issued: IssuedCommand = { command: 'Book', data: { room, guest }, now: '2024-01-01T10:00:00Z' };
  const result = await issueCommand(booking, issued, strategy, {
    store,
    runId: `run-${runs++}`,
    locks: new InProcessLocks(),
    now: () => 0,
    ...options,
  });
  if ('unavailable' in result) throw new Error(result.unavailable);
  return result;
}

async function eventsOf(store: RunStore): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const event of store.read('all')) events.push(event);
  return events;
}

describe('a command issued on a store in use', () => {
  it.each(STRATEGY_IDS)('R1 sees what others wrote before, under %s', async (strategy) => {
    const store = new MemoryStore('s');
    expect((await book(store, 'r1 g1', strategy)).outcome).toBe('accepted');
    const second = await book(store, 'r1 g2', strategy);
    // The guest's leg is written before the room's is refused (S6).
    expect(second.outcome).toBe(strategy === 'stream-saga' ? 'partial' : 'rejected');
    expect(second.checks.map(({ constraint, now }) => [constraint, now])).toEqual([
      ['OneSeat', 'taken 1 < 1'],
    ]);
    expect((await book(store, 'r2 g2', strategy)).outcome).toBe('accepted');
  });

  it('D9 says who did it, and when', async () => {
    const store = new MemoryStore('s');
    await book(store, 'r1 g1', 'tag-condition', { actor: 'Ann' });
    const [event] = await eventsOf(store);
    expect(event).toMatchObject({
      type: 'Booked',
      tags: ['room:r1', 'guest:g1'],
      streams: ['Guest-g1', 'Room-r1'],
      command: 'Book',
      actor: 'Ann',
      time: '2024-01-01T10:00:00Z',
    });
  });

  it('V2 is stopped when somebody got there between its read and its append, and says by what', async () => {
    const store = new MemoryStore('s');
    const result = await book(store, 'r1 g1', 'tag-condition', {
      beforeAppend: async () => {
        await book(store, 'r2 g9', 'unguarded');
        await book(store, 'r1 g2', 'unguarded');
      },
    });
    expect(result.outcome).toBe('conflict');
    expect(result.steps.at(-1)).toMatchObject({ verdict: 'conflict', readAt: 0, head: 2 });
    expect(result.since).toEqual([{ position: 2, type: 'Booked', inGuard: true, inBoundary: true }]);
    expect(result.checks).toMatchObject([{ heldAtRead: true, holdsNow: false }]);
    expect(await eventsOf(store)).toHaveLength(2);
  });

  it('V3 is stopped for nothing by a guard that looks at more than it needs', async () => {
    const store = new MemoryStore('s');
    const result = await book(store, 'r1 g1', 'stream-version', {
      beforeAppend: async () => void (await book(store, 'r2 g1', 'unguarded')),
    });
    expect(result.steps.at(-1)?.verdict).toBe('falseConflict');
    expect(result.since).toEqual([{ position: 1, type: 'Booked', inGuard: true, inBoundary: false }]);
  });

  it('V6 tells what it overlooked without a guard', async () => {
    const store = new MemoryStore('s');
    const result = await book(store, 'r1 g1', 'unguarded', {
      beforeAppend: async () => void (await book(store, 'r1 g2', 'unguarded')),
    });
    expect(result.outcome).toBe('accepted');
    expect(result.steps.at(-1)).toMatchObject({ verdict: 'missedConflict', violation: true, wrote: [2] });
    expect(result.since).toEqual([{ position: 1, type: 'Booked', inGuard: false, inBoundary: true }]);
  });

  it('S7 waits for the one who has the lock', async () => {
    const store = new MemoryStore('s');
    const locks = new InProcessLocks();
    let second: Promise<IssuedRun> | undefined;
    const first = await book(store, 'r1 g1', 'tag-lock', {
      locks,
      beforeAppend: async () => {
        second = book(store, 'r1 g2', 'tag-lock', { locks });
      },
    });
    expect(first.outcome).toBe('accepted');
    expect((await second)?.steps.map(({ step, verdict }) => [step, verdict])).toEqual([
      ['acquire', undefined],
      ['read', 'neededWait'],
    ]);
  });

  it('writes nothing when it is given up before its append, and lets go of its locks', async () => {
    const store = new MemoryStore('s');
    const locks = new InProcessLocks();
    const givenUp = book(store, 'r1 g1', 'log-lock', {
      locks,
      beforeAppend: () => Promise.reject(new Error('given up')),
    });
    await expect(givenUp).rejects.toThrow('given up');
    expect(await eventsOf(store)).toEqual([]);
    expect((await book(store, 'r1 g1', 'log-lock', { locks })).outcome).toBe('accepted');
  });

  it('S4 is refused where an event has no home stream, and where there is no such command', async () => {
    const options = { store: new MemoryStore('s'), runId: 'r', locks: new InProcessLocks(), now: () => 0 };
    const note = { command: 'Note', data: { room: 'r1' } };
    expect(await issueCommand(booking, note, 'stream-version', options)).toEqual({
      unavailable: expect.stringMatching(/^Noted has no home stream/),
    });
    expect(await issueCommand(booking, { command: 'Nap' }, 'unguarded', options)).toEqual({
      unavailable: 'There is no command "Nap"',
    });
  });
});

describe('an event that is given', () => {
  it('is appended with the tags and streams that the model says, and counts for commands', async () => {
    const store = new MemoryStore('s');
    const given = { event: 'Booked', data: { room: 'r1', guest: 'g1' }, time: '2024-01-01T10:00:00Z' };
    expect(await giveEvent(booking, given, { store, id: 'e1', actor: 'Ann' })).toEqual({ position: 1 });
    const [event] = await eventsOf(store);
    expect(event).toMatchObject({
      tags: ['room:r1', 'guest:g1'],
      streams: ['Guest-g1', 'Room-r1'],
      actor: 'Ann',
    });
    expect(event?.command).toBeUndefined();
    expect((await book(store, 'r1 g2', 'tag-condition')).outcome).toBe('rejected');
  });

  it('is refused when its time is none', async () => {
    const given = { event: 'Booked', data: { room: 'r1', guest: 'g1' }, time: 'noon' };
    const options = { store: new MemoryStore('s'), id: 'e1' };
    expect(await giveEvent(booking, given, options)).toEqual({
      unavailable: expect.stringContaining('noon'),
    });
  });
});
