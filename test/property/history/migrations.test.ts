import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MemoryStore } from '../../../src/event-store/memory-store.ts';
import type { StoredEvent } from '../../../src/event-store/port.ts';
import { applyMigrations, upcast } from '../../../src/history/migrate/apply-migrations.ts';
import type { MigrationDefinition } from '../../../src/model/schema.ts';
import { compileSections } from '../../helpers/given-when-then.ts';

const TYPES = ['A', 'B', 'C'] as const;
const type = fc.constantFrom(...TYPES);
const events = fc.array(
  fc.record({
    type,
    data: fc.record({ k: fc.integer({ min: 0, max: 2 }), n: fc.integer({ min: 0, max: 1 }) }),
    tags: fc.uniqueArray(fc.constantFrom('k:0', 'k:1', 'x:1'), { maxLength: 2 }),
    streams: fc.uniqueArray(fc.constantFrom('S-1', 'T-2'), { maxLength: 2 }),
  }),
  { minLength: 1, maxLength: 14 },
);
const when = fc.constantFrom({}, { when: 'event.n > 0' });
const change: fc.Arbitrary<object> = fc.oneof(
  fc.record({ change: fc.constant('rename'), event: type, to: type }),
  fc.record({ change: fc.constant('merge'), event: type, with: type, by: fc.constant('event.k'), to: type }),
  fc.record({
    change: fc.constant('split'),
    event: type,
    into: fc.array(fc.record({ event: type }), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ change: fc.constant('move'), event: type, aggregate: fc.constant('Owner') }),
  fc.record({
    change: fc.constant('retag'),
    event: type,
    add: fc.constant({ y: 'event.k' }),
    remove: fc.constant(['x']),
  }),
  fc.record({ change: fc.constant('fill'), event: type, field: fc.constant('f'), value: fc.integer() }),
  fc.record({ change: fc.constant('drop'), event: type }),
);
const migrations = fc.array(
  fc.tuple(change, when).map(([one, more]) => ({ name: 'm', ...one, ...more })),
  {
    minLength: 1,
    maxLength: 4,
  },
) as fc.Arbitrary<readonly MigrationDefinition[]>;

const modelOf = (all: readonly MigrationDefinition[], onRead: boolean) =>
  compileSections({
    events: { A: {}, B: {}, C: {} },
    aggregates: { Owner: { id: 'k', events: ['A'] } },
    migrations: all.map((one) => ({ ...one, onRead })),
  });

async function readAll(store: MemoryStore): Promise<readonly StoredEvent[]> {
  const log: StoredEvent[] = [];
  for await (const event of store.read('all')) log.push(event);
  return log;
}

it('applied to the store or on read, migrations give the same log; undone, the store is as it was', async () => {
  await fc.assert(
    fc.asyncProperty(events, migrations, async (given, definitions) => {
      const store = new MemoryStore('property');
      await store.append(given.map((one, i) => ({ ...one, id: `e${i}`, time: '2000-01-01T00:00:00Z' })));
      const before = await readAll(store);
      const model = modelOf(definitions, false);
      const { changes } = applyMigrations(model, model.migrations, before);
      const head = before.at(-1)?.position ?? 0;
      await store.migrate({ id: 'm', time: '2000-01-01T00:00:00Z', head, changes });
      const stored = await readAll(store);
      expect(stored).toEqual(upcast(modelOf(definitions, true), before));
      // Positions grow, and what is kept has kept its own.
      const positions = stored.map(({ position }) => position);
      expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
      const placeOf = new Map(before.map(({ id, position }) => [id, position]));
      for (const { id, position } of stored) expect(placeOf.get(id) ?? position).toBe(position);
      // Found by type, tag and stream as if it had always been so.
      for (const one of TYPES) {
        const found: StoredEvent[] = [];
        for await (const event of store.read({ items: [{ types: [one], tags: ['k:1'] }] })) found.push(event);
        expect(found).toEqual(stored.filter((event) => event.type === one && event.tags.includes('k:1')));
      }
      expect(await store.readStream('S-1')).toEqual(stored.filter(({ streams }) => streams?.includes('S-1')));
      await store.undoMigration('m');
      expect(await readAll(store)).toEqual(before);
    }),
    { numRuns: 300 },
  );
});
