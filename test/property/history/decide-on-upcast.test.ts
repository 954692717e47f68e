import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileModel } from '../../../src/decision/compile.ts';
import { MemoryStore } from '../../../src/event-store/memory-store.ts';
import type { NewEvent, StoredEvent } from '../../../src/event-store/port.ts';
import { applyMigrations, upcast } from '../../../src/history/migrate/apply-migrations.ts';
import type { MigrationDefinition } from '../../../src/model/schema.ts';
import { InProcessLocks } from '../../../src/runs/in-process-locks.ts';
import { issueCommand } from '../../../src/runs/issue-command.ts';
import type { RunStore } from '../../../src/runs/open-race.ts';
import { readThrough } from '../../../src/runs/read-through.ts';
import { STRATEGY_IDS } from '../../../src/strategies/program.ts';
import { booking } from '../../unit/runs/booking-model.ts';

const MERGE = { change: 'merge', event: 'Asked', with: 'Taken', by: 'event.room', to: 'Booked' };
const SINGLE = [
  { change: 'rename', event: 'Asked', to: 'Booked' },
  { change: 'rename', event: 'Booked', to: 'Noted' },
  { change: 'rename', event: 'Taken', to: 'Booked', when: 'event.room == "r1"' },
  { change: 'fill', event: 'Taken', field: 'guest', value: 'g1' },
  { change: 'retag', event: 'Booked', add: { room: 'event.room' } },
  { change: 'retag', event: 'Booked', remove: ['room'] },
  { change: 'move', event: 'Booked', aggregate: 'Room' },
  { change: 'split', event: 'Taken', into: [{ event: 'Booked' }, { event: 'Noted' }] },
  { change: 'drop', event: 'Booked', when: 'event.room == "r2"' },
];
const migrationsOf = (changes: readonly object[]) =>
  fc.array(fc.constantFrom(...changes), { minLength: 1, maxLength: 3 }) as fc.Arbitrary<
    readonly Omit<MigrationDefinition, 'name'>[]
  >;
const given = fc
  .record({
    type: fc.constantFrom('Asked', 'Taken', 'Booked'),
    room: fc.constantFrom('r1', 'r2'),
    isTagged: fc.boolean(),
  })
  .map(({ type, room, isTagged }) => ({
    type,
    data: { room, guest: 'g0' },
    tags: isTagged ? [`room:${room}`] : [],
    streams: [`Room-${room}`],
  }));

const toEvents = (all: readonly Omit<NewEvent, 'id' | 'time'>[], name: string): readonly NewEvent[] =>
  all.map((one, at) => ({ ...one, id: `${name}${at}`, time: '2000-01-01T00:00:00Z' }));

async function readAll(store: RunStore): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const event of store.read('all')) events.push(event);
  return events;
}

function modelOf(changes: readonly object[], onRead: boolean) {
  const migrations = changes.map((one) => ({ name: 'm', onRead, ...one })) as readonly MigrationDefinition[];
  return compileModel({ ...booking.model, migrations });
}

/** Issues a booking of r1, while others append something between its read and its append. */
async function book(
  store: RunStore,
  strategy: (typeof STRATEGY_IDS)[number],
  between: () => Promise<unknown>,
) {
  const issued = { command: 'Book', data: { room: 'r1', guest: 'g9' }, now: '2024-01-01T10:00:00Z' };
  const run = await issueCommand(booking, issued, strategy, {
    store,
    runId: 'run',
    locks: new InProcessLocks(),
    now: () => 0,
    beforeAppend: async () => void (await between()),
  });
  if ('unavailable' in run) throw new Error(run.unavailable);
  const { outcome, checks, written } = run;
  return { outcome, checks, written: written.map(({ type }) => type) };
}

const strategies = fc.constantFrom(...STRATEGY_IDS);

describe('A command that is issued on a log with migrations on read', () => {
  it('decides as after the same migrations were applied in the store', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(given, { maxLength: 6 }),
        migrationsOf([...SINGLE, MERGE]),
        strategies,
        async (log, changes, strategy) => {
          const [stored, migrated] = [new MemoryStore('stored'), new MemoryStore('migrated')];
          const events = toEvents(log, 'e');
          if (events.length > 0) await Promise.all([stored.append(events), migrated.append(events)]);
          const applied = modelOf(changes, false);
          const before = await readAll(migrated);
          const made = applyMigrations(applied, applied.migrations, before).changes;
          const head = before.at(-1)?.position ?? 0;
          if (made.length > 0) {
            await migrated.migrate({ id: 'm', time: '2000-01-01T00:00:00Z', head, changes: made });
          }
          const view = readThrough(stored, (all) => upcast(modelOf(changes, true), all));
          const nothing = async () => {};
          expect((await book(view, strategy, nothing)).outcome).toBe(
            (await book(migrated, strategy, nothing)).outcome,
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is stopped by what others append in the old way, as by the same in the new way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(given, { maxLength: 4 }),
        given,
        migrationsOf(SINGLE),
        strategies,
        async (log, late, changes, strategy) => {
          const model = modelOf(changes, true);
          const [stored, migrated] = [new MemoryStore('stored'), new MemoryStore('migrated')];
          const events = toEvents(log, 'e');
          if (events.length > 0) await stored.append(events);
          const placed = (await readAll(stored)) as readonly StoredEvent[];
          const first = upcast(model, placed).map(({ position: _, ...event }) => event);
          if (first.length > 0) await migrated.append(first);
          const lateEvents = toEvents([late], 'late');
          const lateRead = upcast(model, [{ ...lateEvents[0], position: 1 } as StoredEvent]).map(
            ({ position: _, ...event }) => event,
          );
          const view = readThrough(stored, (all) => upcast(model, all));
          const onView = await book(view, strategy, () => stored.append(lateEvents));
          const onMigrated = await book(migrated, strategy, async () => {
            if (lateRead.length > 0) await migrated.append(lateRead);
          });
          expect(onView.outcome).toBe(onMigrated.outcome);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is stopped by the second half of a merge, which changes what it has read', async () => {
    const store = new MemoryStore('stored');
    const half = (type: string) => ({ type, data: { room: 'r1', guest: 'g0' }, tags: [] });
    await store.append(toEvents([half('Asked')], 'e'));
    const model = modelOf(
      [{ ...MERGE }, { change: 'retag', event: 'Booked', add: { room: 'event.room' } }],
      true,
    );
    const view = readThrough(store, (all) => upcast(model, all));
    const { outcome } = await book(view, 'tag-condition', () =>
      store.append(toEvents([half('Taken')], 'late')),
    );
    expect(outcome).toBe('conflict');
  });

  it('is not stopped by what does not concern it, and appends once', async () => {
    const store = new MemoryStore('stored');
    const view = readThrough(store, (all) => upcast(modelOf(SINGLE.slice(0, 1), true), all));
    const other = { type: 'Asked', data: { room: 'r2', guest: 'g0' }, tags: ['room:r2'] };
    const { outcome } = await book(view, 'tag-condition', () => store.append(toEvents([other], 'late')));
    expect(outcome).toBe('accepted');
    expect((await readAll(store)).map(({ type }) => type)).toEqual(['Asked', 'Booked']);
    const again = await view.append(
      (await readAll(store)).slice(1).map(({ position: _, ...event }) => event),
      { query: 'all', after: 0 },
    );
    expect(again).toMatchObject({ kind: 'appended', replayed: true });
  });
});
