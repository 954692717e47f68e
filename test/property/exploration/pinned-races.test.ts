import { describe, expect, it } from 'vitest';
import { compileModel } from '../../../src/decision/compile.ts';
import { explore } from '../../../src/exploration/explore.ts';
import type { IssuedCommand, Model, Race } from '../../../src/model/schema.ts';
import { bruteForce } from '../../helpers/brute-force.ts';
import type { StrategyId } from '../../helpers/brute-force-steps.ts';
import { differencesOf } from '../../helpers/random-model-compare.ts';

/** Rooms and guests that are looked at, or written without being looked at. */
const LOOKS: Model = {
  ambit: '1.0',
  name: 'Looks',
  events: {
    Moved: {
      fields: { room: 'string', guest: 'string' },
      tags: { room: 'event.room', guest: 'event.guest' },
    },
  },
  constraints: {
    RoomSeen: {
      parameters: { room: 'string' },
      projections: { moves: { tags: { room: 'room' }, on: { Moved: 'event.guest' } } },
    },
    GuestSeen: {
      parameters: { guest: 'string' },
      projections: { moves: { tags: { guest: 'guest' }, on: { Moved: 'event.room' } } },
    },
    AnySeen: {
      parameters: { guest: 'string' },
      projections: { moves: { on: { Moved: 'event.room' } } },
      rule: 'moves == null',
    },
  },
  commands: {
    LookAtRoom: { fields: { room: 'string' }, checks: ['RoomSeen'] },
    LookAtGuest: { fields: { guest: 'string' }, checks: ['GuestSeen'] },
    LookAtBoth: { fields: { room: 'string', guest: 'string' }, checks: ['RoomSeen', 'GuestSeen'] },
    Move: { fields: { room: 'string', guest: 'string' }, checks: ['AnySeen'], emits: ['Moved'] },
  },
  aggregates: { Room: { id: 'room', events: ['Moved'] } },
};

function differences(model: Model, race: Race, strategy: StrategyId): readonly string[] {
  const expected = bruteForce(model, race, strategy);
  if (expected === null) throw new Error('too many schedules');
  return differencesOf(explore(compileModel(model), race, strategy), expected);
}

/** A race of a move and one more command. */
function moves(other: IssuedCommand): Race {
  return { name: 'Moves', commands: [{ command: 'Move', data }, other] };
}

const data = { room: 'r1', guest: 'g1' };

describe('races that random models find rarely or never', () => {
  it('S7 a waiter is not granted a key that an earlier waiter still wants', () => {
    const race: Race = {
      name: 'Four looks',
      commands: ['LookAtRoom', 'LookAtGuest', 'LookAtBoth', 'LookAtGuest'].map((command) => ({
        command,
        data,
      })),
    };
    expect(differences(LOOKS, race, 'tag-lock')).toEqual([]);
  });
});

describe('races at the edge of the rules', () => {
  it('X6 a command the model does not know is told, not run', () => {
    const model = compileModel(LOOKS);
    expect(explore(model, moves({ command: 'Nothing' }), 'unguarded')).toEqual({
      unavailable: 'There is no command "Nothing"',
    });
  });

  it('D7 a parameter that the command has no value for is an error, also where nothing uses it', () => {
    const untagged: Model = {
      ...LOOKS,
      events: { Moved: { fields: { room: 'string' }, tags: { room: 'event.room' } } },
    };
    expect(differences(untagged, moves({ command: 'Move', data: { room: 'r1' } }), 'unguarded')).toEqual([]);
  });

  it('D7 an expression fails only when its evaluation does: a tag that is null or a string', () => {
    const nullable: Model = {
      ...LOOKS,
      events: {
        Moved: {
          fields: { room: 'string', guest: 'string' },
          tags: { room: 'event.room == "r2" ? null : event.room' },
        },
      },
    };
    expect(differences(nullable, moves({ command: 'Move', data }), 'unguarded')).toEqual([]);
  });
});
