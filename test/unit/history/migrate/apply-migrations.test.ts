import { describe, expect, it } from 'vitest';
import { applyMigrations, upcast } from '../../../../src/history/migrate/apply-migrations.ts';
import type { StoredRecord } from '../../../../src/history/migrate/stored-record.ts';
import type { JsonObject } from '../../../../src/lib/json.ts';
import type { MigrationDefinition } from '../../../../src/model/schema.ts';
import { compileSections } from '../../../helpers/given-when-then.ts';

const at = (
  position: number,
  type: string,
  data: JsonObject = {},
  tags: readonly string[] = [],
  streams?: readonly string[],
): StoredRecord => ({
  position,
  id: `e${position}`,
  type,
  data,
  tags,
  time: '2001-01-01T00:00:00Z',
  ...(streams && { streams }),
});

function migrate(
  events: readonly StoredRecord[],
  ...migrations: readonly Omit<MigrationDefinition, 'name'>[]
) {
  const model = compileSections({
    events: {
      Renamed: { fields: { id: 'string', name: 'string' }, tags: { person: 'event.id' } },
      Moved: { fields: { id: 'string', city: 'string' }, tags: { person: 'event.id', city: 'event.city' } },
    },
    aggregates: { Finance: { id: 'order', events: ['Paid'] } },
    migrations: migrations.map((one) => ({ name: 'm', ...one })),
  });
  return { ...applyMigrations(model, model.migrations, events), model };
}

describe('migrations of stored events', () => {
  it('rename a type, and leave all others as they are', () => {
    const log = [at(1, 'Old', { a: 1 }, ['x:1']), at(2, 'Other')];
    const { events, changes } = migrate(log, { change: 'rename', event: 'Old', to: 'New' });
    expect(events).toEqual([{ ...log[0], type: 'New' }, log[1]]);
    expect(changes).toEqual([{ position: 1, before: log[0], after: events[0], by: ['/migrations/0'] }]);
  });

  it('change only those for which "when" is true', () => {
    const log = [at(1, 'Old', { a: 1 }), at(2, 'Old', { a: 2 })];
    const { events } = migrate(log, { change: 'rename', event: 'Old', when: 'event.a > 1', to: 'New' });
    expect(events.map(({ type }) => type)).toEqual(['Old', 'New']);
  });

  it('merge two events that state one fact into one, with the data, tags and streams of both', () => {
    const log = [
      at(1, 'BookEditionStarted', { book: 'b', edition: 'e1' }, ['book:b'], ['Book-b']),
      at(2, 'EditionStarted', { edition: 'e1', basedOn: '' }, ['edition:e1'], ['Edition-e1']),
      at(3, 'EditionStarted', { edition: 'e2' }, ['edition:e2']),
      at(4, 'BookEditionStarted', { book: 'b', edition: 'e2' }, ['book:b']),
      at(5, 'BookEditionStarted', { book: 'b', edition: 'e3' }, ['book:b']),
    ];
    const { events, changes } = migrate(log, {
      change: 'merge',
      event: 'BookEditionStarted',
      with: 'EditionStarted',
      by: 'event.edition',
    });
    expect(events).toEqual([
      {
        ...at(1, 'EditionStarted', { book: 'b', edition: 'e1', basedOn: '' }, ['book:b', 'edition:e1']),
        streams: ['Book-b', 'Edition-e1'],
      },
      at(3, 'EditionStarted', { edition: 'e2', book: 'b' }, ['edition:e2', 'book:b']),
      log[4],
    ]);
    expect(changes.map(({ position, after }) => [position, after === null])).toEqual([
      [1, false],
      [2, true],
      [3, false],
      [4, true],
    ]);
  });

  it('leave two apart that disagree, and say so', () => {
    const log = [at(1, 'A', { k: 1, n: 1 }), at(2, 'B', { k: 1, n: 2 })];
    const { events, troubles } = migrate(log, { change: 'merge', event: 'A', with: 'B', by: 'event.k' });
    expect(events).toEqual(log);
    expect(troubles).toMatchObject([{ position: 2, reason: 'It is no second half of 1: "n" differs' }]);
  });

  it('split one into several, between it and the next, with the tags of their definitions', () => {
    const log = [at(1, 'Edited', { id: 'p', name: 'Ann', city: 'Rome' }, ['person:p']), at(2, 'Other')];
    const { events } = migrate(log, {
      change: 'split',
      event: 'Edited',
      into: [
        { event: 'Renamed', data: { id: 'event.id', name: 'event.name' } },
        { event: 'Moved', data: { id: 'event.id', city: 'event.city' }, when: 'event.city != ""' },
      ],
    });
    expect(events).toEqual([
      at(1, 'Renamed', { id: 'p', name: 'Ann' }, ['person:p']),
      { ...at(1.5, 'Moved', { id: 'p', city: 'Rome' }, ['person:p', 'city:Rome']), id: 'e1/1.5' },
      log[1],
    ]);
  });

  it('move events to the streams of another aggregate', () => {
    const log = [at(1, 'Paid', {}, ['order:o1', 'x:y'], ['Order-o1', 'Audit-1'])];
    const move = { change: 'move', event: 'Paid', aggregate: 'Finance' } as const;
    expect(migrate(log, { ...move, from: 'Order' }).events[0]?.streams).toEqual(['Audit-1', 'Finance-o1']);
    expect(migrate(log, move).events[0]?.streams).toEqual(['Finance-o1']);
  });

  it('add and remove tags', () => {
    const log = [at(1, 'A', { b: 7 }, ['x:1', 'y:2'])];
    const { events } = migrate(log, { change: 'retag', event: 'A', add: { book: 'event.b' }, remove: ['x'] });
    expect(events[0]?.tags).toEqual(['y:2', 'book:7']);
  });

  it('fill a field where it has no value, with a value or an expression', () => {
    const log = [at(1, 'A', { cents: 250 }), at(2, 'A', { cents: 1, currency: 'USD' })];
    const { events, changes } = migrate(
      log,
      { change: 'fill', event: 'A', field: 'currency', value: 'EUR' },
      { change: 'fill', event: 'A', field: 'whole', expression: 'event.cents / 100' },
    );
    expect(events.map(({ data }) => data)).toEqual([
      { cents: 250, currency: 'EUR', whole: 2 },
      { cents: 1, currency: 'USD', whole: 0 },
    ]);
    expect(changes[0]?.by).toEqual(['/migrations/0', '/migrations/1']);
  });

  it('drop events', () => {
    const { events, changes } = migrate([at(1, 'A'), at(2, 'B')], { change: 'drop', event: 'A' });
    expect(events.map(({ position }) => position)).toEqual([2]);
    expect(changes).toMatchObject([{ position: 1, after: null, by: ['/migrations/0'] }]);
  });

  it('leave an event as it is whose expression fails, and say where', () => {
    const log = [at(1, 'A', {})];
    const { events, troubles } = migrate(log, {
      change: 'fill',
      event: 'A',
      field: 'b',
      expression: 'event.c',
    });
    expect(events).toEqual(log);
    expect(troubles).toMatchObject([{ at: '/migrations/0/expression', position: 1 }]);
  });

  it('change nothing while they are unfinished', () => {
    const log = [at(1, 'A', {})];
    expect(migrate(log, { change: 'rename', event: 'A' }, { change: 'merge', event: 'A' }).changes).toEqual(
      [],
    );
  });

  it('run on read only where they say so', () => {
    const log = [at(1, 'A', {}), at(2, 'B', {})];
    const { model } = migrate(
      [],
      { change: 'rename', event: 'A', to: 'Renamed', onRead: true },
      { change: 'rename', event: 'B', to: 'Moved' },
    );
    expect(upcast(model, log).map(({ type }) => type)).toEqual(['Renamed', 'B']);
  });

  it('keep hostile names as data', () => {
    const hostile = JSON.parse('{"__proto__": 1}');
    const { events } = migrate([at(1, 'A', hostile)], { change: 'fill', event: 'A', field: 'b', value: 2 });
    expect(Object.keys(events[0]?.data ?? {})).toEqual(['__proto__', 'b']);
  });
});
