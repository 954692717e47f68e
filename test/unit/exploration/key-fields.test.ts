import { describe, expect, it } from 'vitest';
import { findKeyFields } from '../../../src/exploration/finder/key-fields.ts';
import type { CommandDefinition, Model } from '../../../src/model/schema.ts';
import { compileSections } from '../../helpers/given-when-then.ts';

const FIELDS = {
  room: 'string',
  guest: 'string',
  seats: 'int',
  wanted: 'string',
  rooms: 'list<string>',
} as const;

const SECTIONS: Partial<Model> = {
  events: {
    Booked: { fields: { room: 'string', guest: 'string', note: 'string' }, tags: { room: 'event.room' } },
    Invited: { fields: { guest: 'string' }, tags: { guest: 'event.guest', person: 'event.guest' } },
    Moved: { fields: { from: 'string', to: 'string' }, tags: { room: '[event.from, event.to]' } },
    Closed: { tags: { house: '"all"' } },
  },
  constraints: {
    RoomFree: {
      parameters: { room: 'string', most: 'int' },
      projections: { taken: { tags: { room: 'room' }, initial: 0, on: { Booked: 'state + most' } } },
      rule: 'taken < 1',
    },
    GuestKnown: {
      parameters: { who: 'string' },
      projections: { known: { tags: { guest: 'who' }, initial: false, on: { Invited: 'true' } } },
      rule: 'known',
    },
    Anything: { projections: { all: { initial: 0, on: { Closed: 'state + 1' } } }, rule: 'all == 0' },
  },
};

/** The key fields of a command, as `field: concepts`. */
function keysOf(command: CommandDefinition): { readonly [field: string]: readonly string[] } {
  const model = compileSections({ ...SECTIONS, commands: { Do: { fields: FIELDS, ...command } } });
  expect(model.diagnostics).toEqual([]);
  const compiled = model.commands.get('Do');
  if (compiled === undefined) throw new Error('there is no such command');
  return Object.fromEntries([...findKeyFields(compiled)].map(([field, concepts]) => [field, [...concepts]]));
}

describe('M1 the key fields of a command', () => {
  it('M1 a field of the same name as a parameter flows into its tag filter', () => {
    expect(keysOf({ checks: [{ constraint: 'RoomFree', with: { most: '1' } }] })).toEqual({ room: ['room'] });
  });

  it('M1 a field flows into a tag filter through with', () => {
    expect(keysOf({ checks: [{ constraint: 'GuestKnown', with: { who: 'command.guest' } }] })).toEqual({
      guest: ['guest'],
    });
    expect(
      keysOf({
        checks: [{ constraint: 'GuestKnown', with: { who: 'command.guest + "@" + command.wanted' } }],
      }),
    ).toEqual({ guest: ['guest'], wanted: ['guest'] });
  });

  it('M1 a parameter bound to something else is not the field of its name', () => {
    const check = { constraint: 'RoomFree', with: { room: 'command.wanted', most: 'command.seats' } };
    expect(keysOf({ checks: [check] })).toEqual({ wanted: ['room'] });
    expect(keysOf({ checks: [{ constraint: 'RoomFree', with: { room: '"r1"', most: '1' } }] })).toEqual({});
  });

  it('M1 the list behind each flows into the tag filter of every element', () => {
    const check = { constraint: 'RoomFree', each: 'command.rooms', with: { room: 'item', most: '1' } };
    expect(keysOf({ checks: [check] })).toEqual({ rooms: ['room'] });
  });

  it('M1 each calls its element what as says', () => {
    const each = { constraint: 'RoomFree', each: 'command.rooms', as: 'one' };
    expect(keysOf({ checks: [{ ...each, with: { room: 'one + command.wanted', most: '1' } }] })).toEqual({
      rooms: ['room'],
      wanted: ['room'],
    });
    expect(keysOf({ checks: [{ ...each, with: { room: 'command.room', most: '1' } }] })).toEqual({
      room: ['room'],
    });
  });

  it('M1 a field flows into a tag of an event by its name', () => {
    expect(keysOf({ emits: ['Booked'] })).toEqual({ room: ['room'] });
  });

  it('M1 a field flows into a tag of an event through data', () => {
    expect(keysOf({ emits: [{ event: 'Booked', data: { room: 'command.wanted' } }] })).toEqual({
      wanted: ['room'],
    });
    expect(
      keysOf({ emits: [{ event: 'Moved', data: { from: 'command.room', to: 'command.wanted' } }] }),
    ).toEqual({ room: ['room'], wanted: ['room'] });
  });

  it('M1 a field that only fills an untagged field of an event is no key', () => {
    expect(keysOf({ emits: [{ event: 'Booked', data: { room: '"r1"', note: 'command.wanted' } }] })).toEqual(
      {},
    );
  });

  it('M1 a field can serve two concepts', () => {
    expect(keysOf({ emits: ['Invited'] })).toEqual({ guest: ['guest', 'person'] });
  });

  it('M1 a field that only a fold, a rule or a condition sees is no key', () => {
    expect(
      keysOf({
        checks: [{ constraint: 'RoomFree', with: { room: '"r1"', most: 'command.seats' } }],
        emits: [{ event: 'Closed', when: 'command.seats > 0' }],
      }),
    ).toEqual({});
  });

  it('M1 a field that is only compared or calculated with on the way to a tag is no key', () => {
    expect(
      keysOf({
        emits: [{ event: 'Booked', data: { room: 'command.seats > 2 ? command.wanted : "small"' } }],
      }),
    ).toEqual({ wanted: ['room'] });
    const filtered = 'command.rooms.filter(r, r != command.guest).map(r, "room-" + r)[0]';
    expect(keysOf({ emits: [{ event: 'Booked', data: { room: filtered } }] })).toEqual({ rooms: ['room'] });
  });

  it('M1 a command that reads everything of a type and writes no tag of its own has none', () => {
    expect(keysOf({ checks: ['Anything'], emits: ['Closed'] })).toEqual({});
    expect(keysOf({})).toEqual({});
  });
});
