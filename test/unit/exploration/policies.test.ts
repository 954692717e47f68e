import { describe, expect, it } from 'vitest';
import { compileModel } from '../../../src/decision/compile.ts';
import { explore } from '../../../src/exploration/explore.ts';
import { listPlaces, MOST_PLACES } from '../../../src/exploration/policies/list-places.ts';
import type { Exploration } from '../../../src/exploration/result.ts';
import { tellSchedule } from '../../../src/exploration/tell.ts';
import { tellRace } from '../../../src/exploration/tell-race.ts';
import type { Model, Race } from '../../../src/model/schema.ts';
import type { StrategyId } from '../../../src/strategies/program.ts';

const ORDER = { fields: { id: 'string' }, tags: { order: 'event.id' } };

/** Orders that are placed, then held by a policy, and may be cancelled in between. */
const SHOP: Model = {
  ambit: '1.0',
  name: 'Shop',
  tags: { order: {} },
  events: { Placed: ORDER, Cancelled: ORDER, Held: ORDER },
  constraints: {
    Stands: {
      parameters: { id: 'string' },
      projections: {
        stands: { tags: { order: 'id' }, initial: true, on: { Cancelled: 'false' } },
      },
      rule: 'stands',
    },
  },
  commands: {
    Place: { fields: { id: 'string' }, emits: ['Placed'] },
    PlaceTwo: {
      fields: { id: 'string' },
      emits: ['Placed', { event: 'Placed', data: { id: 'command.id + "b"' } }],
    },
    Cancel: { fields: { id: 'string' }, emits: ['Cancelled'] },
    Hold: { fields: { id: 'string' }, checks: ['Stands'], emits: ['Held'] },
    Again: { fields: { id: 'string' }, emits: ['Placed'] },
  },
  aggregates: {
    Order: { id: 'order', events: ['Placed', 'Cancelled'] },
    Seats: { id: 'order', events: ['Held', 'Placed'] },
  },
  policies: { HoldSeats: { on: ['Placed'], issues: 'Hold', with: { id: 'event.id' } } },
};

const LOOP: Model = {
  ...SHOP,
  policies: { Repeat: { on: ['Placed'], issues: 'Again', with: { id: 'event.id' } } },
};

const raceOf = (...commands: readonly string[]): Race => ({
  name: 'race',
  commands: commands.map((command) => ({ command, data: { id: 'o1' } })),
  policies: true,
});

function exploreAs(race: Race, strategy: StrategyId, model = SHOP): Exploration {
  const result = explore(compileModel(model), race, strategy);
  if ('unavailable' in result) throw new Error(result.unavailable);
  return result;
}

function tell(race: Race, strategy: StrategyId, order: readonly number[], model = SHOP) {
  const told = tellSchedule(compileModel(model), race, strategy, order);
  if ('unavailable' in told) throw new Error(told.unavailable);
  return told;
}

describe('policies in a race', () => {
  it('P1 take no part where the race does not say so', () => {
    const result = exploreAs({ ...raceOf('Place'), policies: false }, 'tag-condition');
    expect([result.schedules, result.outcomes, result.joins]).toEqual(['1', { accepted: '1' }, undefined]);
  });

  it('P2 do not react to what was given', () => {
    const given = [{ event: 'Placed', data: { id: 'o1' } }];
    const result = exploreAs({ ...raceOf('Cancel'), given }, 'tag-condition');
    expect([result.schedules, result.joins]).toEqual(['1', []]);
  });

  it('P3 a command joins once the event is appended, and takes its steps among the others’', () => {
    const result = exploreAs(raceOf('Place', 'Cancel'), 'unguarded');
    // Cancel's two steps among the four of Place and Hold: 6! / (4! 2!).
    expect(result.schedules).toBe('15');
    expect(result.joins).toEqual([
      { command: 2, policy: 'HoldSeats', issues: 'Hold', after: 0, on: 'Placed' },
    ]);
    expect(result.verdicts.missedConflict?.schedules).toBe('4');
    expect(exploreAs(raceOf('Place', 'Cancel'), 'tag-condition').verdicts.conflict?.schedules).toBe('4');
  });

  it('P3 a fact that stands in two streams of a saga sets a policy off once', () => {
    const { outcomes, schedules, joins } = exploreAs(raceOf('Place'), 'stream-saga');
    // The command joins after the first leg: the two steps of the second and its own two in any order.
    expect([schedules, joins?.length]).toEqual(['6', 1]);
    // Both append to the stream of the seats, so whoever gets in between there has the other stopped.
    expect(outcomes).toEqual({ accepted: '8', conflict: '2', partial: '2' });
  });

  it('P4 of two events of a type each has a place of its own, by their order in the log', () => {
    const told = tell(raceOf('PlaceTwo'), 'tag-condition', [0, 0, 2, 1, 1, 2]);
    expect(told.joined?.map(({ command, data, position }) => [command, data, position])).toEqual([
      [1, { id: 'o1' }, 1],
      [2, { id: 'o1b' }, 2],
    ]);
    expect(told.log.map(({ type, by }) => `${type} ${by}`)).toEqual([
      'Placed 0',
      'Placed 0',
      'Held 1',
      'Held 2',
    ]);
  });

  it('P5 runs at the time its event was recorded', () => {
    const race: Race = {
      ...raceOf(),
      commands: [{ command: 'Place', data: { id: 'o1' }, now: '2001-01-01T00:00:00Z' }],
    };
    const told = tell(race, 'tag-condition', [0, 0, 1, 1]);
    expect(told.log.map(({ time }) => time)).toEqual(['2001-01-01T00:00:00Z', '2001-01-01T00:00:00Z']);
  });

  it('P5 a policy whose data cannot be had makes its command an error', () => {
    const policies = { HoldSeats: { on: ['Placed'], issues: 'Hold', with: { id: 'event.missing' } } };
    const events = { ...SHOP.events, Placed: { tags: {} } };
    const { outcomes } = exploreAs(raceOf('Place'), 'tag-condition', { ...SHOP, events, policies });
    expect(outcomes).toEqual({ accepted: '1', error: '1' });
  });

  it('P5 a place without a home stream keeps the race from the stream strategies', () => {
    const aggregates = { Order: { id: 'order', events: ['Placed', 'Cancelled'] } };
    const result = explore(compileModel({ ...SHOP, aggregates }), raceOf('Place'), 'stream-version');
    expect(result).toMatchObject({ unavailable: expect.stringContaining('Held') });
  });

  it('P6 a chain is cut off after three policies, and the result says where', () => {
    const { outcomes, joins, cutOff } = exploreAs(raceOf('Place'), 'tag-condition', LOOP);
    expect(outcomes).toEqual({ accepted: '4' });
    expect(joins?.map(({ command, after }) => [command, after])).toEqual([
      [1, 0],
      [2, 1],
      [3, 2],
    ]);
    expect(cutOff).toEqual([{ after: 3, on: 'Placed', policy: 'Repeat', issues: 'Again' }]);
  });

  it('P6 there are no more than 16 places', () => {
    const places = listPlaces(
      compileModel(LOOP),
      Array.from({ length: 10 }, () => 'Place'),
    );
    expect(places).toHaveLength(MOST_PLACES);
    expect(places.map(({ command }) => command)).toEqual(places.map((_, index) => 10 + index));
  });
});

describe('a told race with policies', () => {
  it('says at the append who joins, and where the chain is cut off', () => {
    const { steps, cutOff } = tell(raceOf('Place'), 'tag-condition', [0, 0, 1, 1, 2, 2, 3, 3], LOOP);
    expect(steps[1]?.reason).toContain('Because of Placed, Repeat issues Again (id o1): #2 joins.');
    expect(steps.at(-1)?.reason).toContain(
      'The chain was cut off at #4: because of its Placed, Repeat would issue Again.',
    );
    expect(cutOff).toHaveLength(1);
  });

  it('knows that a step cannot come before the one that made its command join', () => {
    const told = tellRace(compileModel(SHOP), raceOf('Place'), 'tag-condition', [0, 0, 1, 1], {
      complete: false,
    });
    if ('unavailable' in told) throw new Error(told.unavailable);
    expect(told.swaps.map(({ kind }) => kind)).toEqual(['same-command', 'joins', 'same-command']);
    expect(told.enabled).toEqual([[0], [0], [1], [1], []]);
  });

  it('P4 a command that has not joined has no step', () => {
    const told = tellSchedule(compileModel(SHOP), raceOf('Place'), 'tag-condition', [0, 1]);
    expect(told).toEqual({ unavailable: 'Step 2: #2 has no step to take there' });
  });
});
