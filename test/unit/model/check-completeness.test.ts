import { expect, it } from 'vitest';
import { checkModel } from '../../../src/model/check-model.ts';
import { listColumns } from '../../../src/model/columns.ts';
import type { Model } from '../../../src/model/schema.ts';

const events = { Opened: { fields: { id: 'string' } } } as const;
const commands = { Open: { fields: { id: 'string' }, emits: ['Opened'] } } as const;
const find = (parts: Partial<Model>) =>
  checkModel({ ambit: '1.0', name: 'Doors', events, commands, ...parts }).map(
    ({ code, at }) => `${code} ${at}`,
  );

it('C1 a field typed in on the screen is a source', () => {
  expect(find({ screens: { Hall: { issues: ['Open'], fields: { id: 'string' } } } })).toEqual([]);
});

it('C1 a column of a read model shown on the screen is a source', () => {
  const screens = { Hall: { issues: ['Open'], shows: ['Doors'] } };
  const on = { Opened: '{"id": event.id}' };
  expect(find({ screens, readModels: { Doors: { initial: { id: '' }, on: { Opened: 'state' } } } })).toEqual(
    [],
  );
  expect(find({ screens, readModels: { Doors: { on } } })).toEqual([]);
  expect(
    find({ screens, readModels: { Doors: { key: 'event.id', initial: {}, on: { Opened: 'state' } } } }),
  ).toEqual([]);
});

it('C1 a read model that does not show its columns may have any', () => {
  const screens = { Hall: { issues: ['Open'], shows: ['Doors'] } };
  expect(find({ screens, readModels: { Doors: { initial: 0, on: { Opened: 'state + 1' } } } })).toEqual([]);
});

it('C1 C4 each arrow to a command must bring its fields, and the finding is at the one that does not', () => {
  const screens = {
    Hall: { issues: ['Open'], fields: { id: 'string' } },
    Attic: { issues: ['Open'], fields: { floor: 'int' } },
  };
  const policies = { Air: { on: ['Opened'], issues: 'Open' } };
  expect(find({ screens, policies })).toEqual([
    'field-without-source /screens/Attic/issues/0',
    'field-without-source /policies/Air/issues',
  ]);
});

it('C1 an optional field needs no source', () => {
  const optional = { Open: { fields: { id: 'string?' }, emits: [{ event: 'Opened', data: { id: '"1"' } }] } };
  expect(find({ commands: optional, screens: { Hall: { issues: ['Open'], fields: {} } } })).toEqual([]);
});

it('C2 a field of an event that neither data nor the command fills is told once, at the command', () => {
  const screens = { Hall: { issues: ['Open'], fields: {} } };
  expect(find({ commands: { Open: { fields: {}, emits: ['Opened'] } }, screens })).toEqual([
    'unfilled-field /commands/Open/emits/0',
  ]);
});

it('C3 the key of a read model must be a field of every event it reads', () => {
  const two = { ...events, Shut: { fields: { door: 'string' } } };
  const both = { Open: commands.Open, Shut: { fields: { door: 'string' }, emits: ['Shut'] } };
  const readModels = {
    Doors: { key: 'event.id', initial: 0, on: { Opened: 'state + 1', Shut: 'state - 1' } },
  };
  expect(find({ events: two, commands: both, readModels })).toEqual([
    'column-without-source /readModels/Doors/on/Shut',
  ]);
});

it('C4 what nothing leads to yet is unfinished, and nothing else is said about it', () => {
  const parts = {
    screens: { Hall: { issues: ['Open'] } },
    readModels: { Doors: {} },
    policies: { Air: {} },
    externalSystems: { Bell: {} },
  };
  expect(find(parts)).toEqual([
    'no-source-yet /readModels/Doors',
    'no-source-yet /screens/Hall',
    'no-source-yet /policies/Air',
    'no-source-yet /externalSystems/Bell',
  ]);
});

it('C4 a board that is no event model has no unfinished elements', () => {
  expect(find({ readModels: { Doors: {} }, policies: { Air: {} } })).toEqual([]);
});

it('names that every object has are names like any other', () => {
  const hostile = { toString: { fields: { valueOf: 'string' }, emits: ['Opened'] } };
  const found = find({ commands: hostile, screens: { Hall: { issues: ['toString'], fields: {} } } });
  expect(found).toContain('field-without-source /screens/Hall/issues/0');
});

it('columns are the keys of objects, not texts that look alike', () => {
  const columns = listColumns({ on: { Opened: `event.wide ? {"a": "x", 'b' : 1} : {"c": "{d"}` } });
  expect([...(columns ?? [])]).toEqual(['a', 'b', 'c']);
  expect(listColumns({ on: { Opened: 'event' } })).toBeUndefined();
});
