import { describe, expect, it } from 'vitest';
import type { Model, ProjectionDefinition, Race } from '../../../src/model/schema.ts';
import { bruteForce } from '../../helpers/brute-force.ts';
import type { StrategyId } from '../../helpers/brute-force-steps.ts';
import type { BruteForceResult } from '../../helpers/brute-force-tally.ts';

/** A projection that starts from 0. */
function counting(
  tags: { readonly [concept: string]: string },
  on: { readonly [type: string]: string },
): ProjectionDefinition {
  return { tags, initial: 0, on };
}

/** Rooms with one seat each, booked with more or less care. */
const SEATS: Model = {
  ambit: '1.0',
  name: 'Seats',
  tags: { room: {}, guest: {} },
  events: {
    Booked: {
      fields: { room: 'string', guest: 'string' },
      tags: { room: 'event.room', guest: 'event.guest' },
    },
  },
  constraints: {
    OneSeat: {
      parameters: { room: 'string' },
      projections: { taken: counting({ room: 'room' }, { Booked: 'state + 1' }) },
      rule: 'taken < 1',
    },
    OneSeatRelaxed: {
      parameters: { room: 'string' },
      projections: { taken: counting({ room: 'room' }, { Booked: 'state + 1' }) },
      rule: 'taken < 1',
      consistency: 'relaxed',
    },
    OneRoomPerGuest: {
      parameters: { guest: 'string' },
      projections: { rooms: counting({ guest: 'guest' }, { Booked: 'state + 1' }) },
      rule: 'rooms < 1',
    },
    Fragile: {
      parameters: { room: 'string' },
      projections: { taken: counting({ room: 'room' }, { Booked: '1 / state' }) },
    },
  },
  commands: {
    Book: { fields: { room: 'string', guest: 'string' }, checks: ['OneSeat'], emits: ['Booked'] },
    BookBoth: {
      fields: { room: 'string', guest: 'string' },
      checks: ['OneSeat', 'OneRoomPerGuest'],
      emits: ['Booked'],
    },
    BookLoosely: {
      fields: { room: 'string', guest: 'string' },
      checks: ['OneSeatRelaxed'],
      emits: ['Booked'],
    },
    BookFragile: { fields: { room: 'string', guest: 'string' }, checks: ['Fragile'], emits: ['Booked'] },
    Look: { fields: { room: 'string' }, checks: ['OneSeat'] },
  },
  aggregates: { Room: { id: 'room', events: ['Booked'] }, Guest: { id: 'guest', events: ['Booked'] } },
};

const ROOM_ONLY: Model = { ...SEATS, aggregates: { Room: { id: 'room', events: ['Booked'] } } };

function race(...commands: readonly (readonly [string, string, string])[]): Race {
  return {
    name: 'race',
    commands: commands.map(([command, room, guest]) => ({ command, data: { room, guest } })),
  };
}

function enumerate(model: Model, raced: Race, strategy: StrategyId): BruteForceResult {
  const result = bruteForce(model, raced, strategy);
  if (result === null || 'unavailable' in result) throw new Error(`no result: ${JSON.stringify(result)}`);
  return result;
}

const LAST_SEAT = race(['Book', 'r1', 'g1'], ['Book', 'r1', 'g2']);

describe('the plain enumerator on hand-computed races', () => {
  it('X2 X5 counts the last seat without a guard: 4 of 6 schedules miss, with chance 1/2', () => {
    const result = enumerate(SEATS, LAST_SEAT, 'unguarded');
    expect(result).toMatchObject({ schedules: '6', violations: '4', violationProbability: 0.5 });
    expect(result.verdicts.missedConflict).toEqual({ occurrences: '4', schedules: '4', probability: 0.5 });
    expect(result.verdicts.safe).toEqual({ occurrences: '6', schedules: '6', probability: 1 });
    expect(result.outcomes).toEqual({ accepted: '10', rejected: '2' });
    expect(result).toMatchObject({ precision: null, recall: 0 });
  });

  it('X3 gives the shortest prefix, with the fewest switches and the lowest numbers', () => {
    const { witnesses } = enumerate(SEATS, LAST_SEAT, 'unguarded');
    const commands = (key: keyof typeof witnesses) => witnesses[key]?.map(({ command }) => command);
    expect(commands('safe')).toEqual([0, 0]);
    expect(commands('accepted')).toEqual([0, 0]);
    expect(commands('rejected')).toEqual([0, 0, 1]);
    expect(commands('missedConflict')).toEqual([0, 1, 1, 0]);
    expect(commands('violation')).toEqual([0, 1, 1, 0]);
  });

  it('V2 S3 stops the second of two under a log version, or sends it back to be rejected', () => {
    const once = enumerate(SEATS, LAST_SEAT, 'log-version');
    expect(once.verdicts.conflict).toEqual({ occurrences: '4', schedules: '4', probability: 0.5 });
    expect(once.outcomes).toEqual({ accepted: '6', rejected: '2', conflict: '4' });
    const twice = enumerate(SEATS, { ...LAST_SEAT, attempts: 2 }, 'log-version');
    expect(twice.schedules).toBe('6');
    expect(twice.outcomes).toEqual({ accepted: '6', rejected: '6' });
    expect(twice.witnesses.conflict?.map(({ command }) => command)).toEqual([0, 1, 1, 0]);
    expect(twice.witnesses.rejected?.map(({ command }) => command)).toEqual([0, 0, 1]);
  });

  it('S7 V7 X1 makes the later of two wait for the log in 4 of 6 schedules, with chance 3/4', () => {
    const result = enumerate(SEATS, LAST_SEAT, 'log-lock');
    expect(result.schedules).toBe('6');
    expect(result.verdicts.neededWait).toEqual({ occurrences: '4', schedules: '4', probability: 0.75 });
    expect(result.outcomes).toEqual({ accepted: '6', rejected: '6' });
    expect(result.witnesses.neededWait).toEqual([
      { command: 0, step: 'acquire' },
      { command: 0, step: 'read' },
      { command: 1, step: 'acquire' },
      { command: 0, step: 'append' },
      { command: 1, step: 'read' },
    ]);
  });

  it('S7 lets commands with other keys pass a tag lock, and a log lock wait needlessly', () => {
    const apart = race(['Book', 'r1', 'g1'], ['Book', 'r2', 'g2']);
    expect(enumerate(SEATS, apart, 'tag-lock').schedules).toBe('20');
    const waits = enumerate(SEATS, apart, 'log-lock');
    expect(waits.verdicts.needlessWait).toEqual({ occurrences: '4', schedules: '4', probability: 0.75 });
  });

  it('S5 S6 misses the room and stops at the guest when only streams are guarded', () => {
    const sameGuest = race(['BookBoth', 'r1', 'g1'], ['BookBoth', 'r2', 'g1']);
    expect(enumerate(ROOM_ONLY, sameGuest, 'stream-version').violations).toBe('4');
    expect(enumerate(SEATS, sameGuest, 'stream-version').violations).toBe('0');
  });

  it('S6 runs one leg per stream of a dual event, and may end partial', () => {
    const sameRoom = race(['BookBoth', 'r1', 'g1'], ['BookBoth', 'r1', 'g2']);
    const result = enumerate(SEATS, sameRoom, 'stream-saga');
    // Legs: Guest-g1 and Guest-g2 first, then Room-r1. The first legs never meet; the second legs race for the seat.
    // In 2 × 20 schedules the one that appends last conflicts, in 2 × 15 the later one reads the seat as taken.
    expect(result.schedules).toBe('70');
    expect(result.outcomes).toEqual({ accepted: '70', partial: '70' });
    expect(result.violations).toBe('0');
    expect(result.witnesses.partial?.map(({ command }) => command)).toEqual([0, 0, 0, 0, 1, 1, 1]);
  });

  it('V5 S5 tolerates what a relaxed constraint lets through', () => {
    const loose = race(['BookLoosely', 'r1', 'g1'], ['BookLoosely', 'r1', 'g2']);
    const result = enumerate(ROOM_ONLY, loose, 'stream-version');
    expect(result.verdicts.tolerated?.schedules).toBe('4');
    expect(result).toMatchObject({ violations: '0', recall: null });
    expect(enumerate(SEATS, loose, 'log-version').verdicts.conflict?.schedules).toBe('4');
  });

  it('D7 V6 counts a decision that fails as an error, and a missed one as a violation', () => {
    const fragile = race(['BookFragile', 'r1', 'g1'], ['Book', 'r1', 'g2']);
    const result = enumerate(SEATS, fragile, 'unguarded');
    expect(result.outcomes).toEqual({ accepted: '10', error: '1', rejected: '1' });
    expect(result.violations).toBe('4');
  });

  it('S2 ends a command that emits nothing at its read', () => {
    const look = race(['Look', 'r1', 'g1'], ['Nobody', 'r1', 'g1']);
    const result = enumerate(SEATS, look, 'tag-condition');
    expect(result).toMatchObject({ schedules: '2', outcomes: { accepted: '4' }, verdicts: {} });
  });

  it('S4 refuses an event without a home stream under stream strategies only', () => {
    const bare: Model = { ...SEATS, aggregates: {} };
    expect(bruteForce(bare, LAST_SEAT, 'stream-version')).toHaveProperty('unavailable');
    expect(bruteForce(bare, LAST_SEAT, 'stream-saga')).toHaveProperty('unavailable');
    expect(enumerate(bare, LAST_SEAT, 'tag-condition').schedules).toBe('6');
  });

  it('X6 says null beyond its limit', () => {
    expect(bruteForce(SEATS, LAST_SEAT, 'unguarded', { limit: 5 })).toBeNull();
  });
});

/** Courses of capacity 2, at most 2 courses per student, and only the aggregate Course. */
const ENROLMENT: Model = {
  ambit: '1.0',
  name: 'Enrolment',
  events: {
    StudentSubscribed: {
      fields: { student: 'string', course: 'string' },
      tags: { student: 'event.student', course: 'event.course' },
    },
  },
  constraints: {
    SeatFree: {
      parameters: { course: 'string' },
      projections: {
        taken: counting({ course: 'course' }, { StudentSubscribed: 'state + 1' }),
      },
      rule: 'taken < 2',
    },
    StudentFree: {
      parameters: { student: 'string' },
      projections: {
        courses: counting({ student: 'student' }, { StudentSubscribed: 'state + 1' }),
      },
      rule: 'courses < 2',
    },
  },
  commands: {
    Subscribe: {
      fields: { student: 'string', course: 'string' },
      checks: ['SeatFree', 'StudentFree'],
      emits: ['StudentSubscribed'],
    },
  },
  aggregates: { Course: { id: 'course', events: ['StudentSubscribed'] } },
};

const ENROLMENT_RACE: Race = {
  name: 'Four subscriptions',
  commands: [
    ['0', '0'],
    ['0', '1'],
    ['0', '2'],
    ['1', '0'],
  ].map(([student, course]) => ({
    command: 'Subscribe',
    data: { student: `s${student}`, course: `c${course}` },
  })),
};

describe('the plain enumerator on the enrolment of four', () => {
  const figures = (strategy: StrategyId) => {
    const { schedules, violations, verdicts } = enumerate(ENROLMENT, ENROLMENT_RACE, strategy);
    const { falseConflict, conflict } = verdicts;
    return [
      schedules,
      violations,
      falseConflict?.occurrences,
      conflict?.occurrences,
      falseConflict?.schedules,
    ];
  };

  it('X2 counts tag conditions exactly', () => {
    expect(figures('tag-condition')).toEqual(['2478', '0', '3388', '600', '1964']);
  });

  it('X2 counts stream versions exactly', () => {
    expect(figures('stream-version')).toEqual(['2394', '1272', '1184', '384', '1184']);
  });
});
