import { describe, expect, it } from 'vitest';
import { explore, exploreSteps, STATE_LIMIT } from '../../../src/exploration/explore.ts';
import type { Exploration, ScheduleStep } from '../../../src/exploration/result.ts';
import type { Model, Race } from '../../../src/model/schema.ts';
import { STRATEGY_IDS, type StrategyId } from '../../../src/strategies/program.ts';
import { bruteForce } from '../../helpers/brute-force.ts';
import { command, compileSections, event, specify } from '../../helpers/given-when-then.ts';
import { differencesOf } from '../../helpers/random-model-compare.ts';

/** Rooms with as many seats as were opened; a guest may wish for anything. */
const SECTIONS: Partial<Model> = {
  events: {
    Opened: { fields: { room: 'string', seats: 'int' }, tags: { room: 'event.room' } },
    Booked: {
      fields: { room: 'string', guest: 'string' },
      tags: { room: 'event.room', guest: 'event.guest' },
    },
    Wished: { fields: { guest: 'string' }, tags: { guest: 'event.guest' } },
    Noted: { fields: { topics: 'list<string>' }, tags: { room: 'event.topics' } },
  },
  constraints: {
    SeatFree: {
      parameters: { room: 'string' },
      projections: {
        seats: { tags: { room: 'room' }, initial: 0, on: { Opened: 'event.seats' } },
        taken: { tags: { room: 'room' }, initial: 0, on: { Booked: 'state + 1' } },
      },
      rule: 'taken < seats',
    },
    AnySeats: {
      parameters: { room: 'string' },
      projections: { seats: { tags: { room: 'room' }, initial: 0, on: { Opened: 'event.seats' } } },
      rule: 'seats > 0',
    },
    SeatFreeForNow: {
      parameters: { room: 'string' },
      projections: {
        seats: { tags: { room: 'room' }, initial: 0, on: { Opened: 'event.seats' } },
        taken: { tags: { room: 'room' }, initial: 0, on: { Booked: 'state + 1' } },
      },
      rule: 'taken < seats',
      consistency: 'relaxed',
    },
  },
  commands: {
    Open: { fields: { room: 'string', seats: 'int' }, emits: ['Opened'] },
    Book: { fields: { room: 'string', guest: 'string' }, checks: ['SeatFree'], emits: ['Booked'] },
    BookLoosely: {
      fields: { room: 'string', guest: 'string' },
      checks: ['SeatFreeForNow'],
      emits: ['Booked'],
    },
    Widen: { fields: { room: 'string', seats: 'int' }, checks: ['AnySeats'], emits: ['Opened'] },
    Wish: { fields: { guest: 'string' }, emits: ['Wished'] },
    Look: { fields: { room: 'string' }, checks: ['SeatFree'] },
    Note: { fields: { topics: 'list<string>' }, emits: ['Noted'] },
  },
  aggregates: {
    Room: { id: 'room', events: ['Opened', 'Booked', 'Noted'] },
    Guest: { id: 'guest', events: ['Wished'] },
  },
};
const model = compileSections(SECTIONS);

const book = (room: string, guest: string) => command('Book', { room, guest });
const opened = (seats: number, room = 'r1') => event('Opened', { room, seats });
const raceOf = (given: Race['given'], ...commands: NonNullable<Race['commands']>): Race => ({
  name: 'Race',
  ...(given && { given }),
  commands,
});
const LAST_SEAT = raceOf([opened(1)], book('r1', 'g1'), book('r1', 'g2'));
const TWO_ROOMS = raceOf([opened(1, 'r1'), opened(1, 'r2')], book('r1', 'g1'), book('r2', 'g2'));

function run(race: Race, strategy: StrategyId): Exploration {
  const result = explore(model, race, strategy);
  if ('unavailable' in result) throw new Error(result.unavailable);
  return result;
}

function whyNot(race: Race, strategy: StrategyId, options?: { limit: number }): string {
  const result = explore(model, race, strategy, options);
  return 'unavailable' in result ? result.unavailable : 'It was explored';
}

function say(steps: readonly ScheduleStep[] = []): string {
  return steps.map(({ command: index, step }) => `#${index + 1} ${step}`).join(', ');
}

describe('X1 what a schedule is', () => {
  it('X1 any enabled command may take its next step: two that read and append make six schedules', () => {
    expect(run(TWO_ROOMS, 'unguarded').schedules).toBe('6');
    expect(
      run(raceOf([opened(3)], book('r1', 'a'), book('r1', 'b'), book('r1', 'c')), 'unguarded'),
    ).toHaveProperty('schedules', '90');
  });

  it('X1 a schedule is maximal: it goes on until every command has ended', () => {
    const { schedules, outcomes } = run(LAST_SEAT, 'unguarded');
    expect(schedules).toBe('6');
    expect(outcomes).toEqual({ accepted: '10', rejected: '2' });
  });

  it('X1 a command that waits for a lock is not enabled until it is granted', () => {
    expect(run(LAST_SEAT, 'log-lock').schedules).toBe('6');
    expect(run(TWO_ROOMS, 'log-lock').schedules).toBe('6');
    expect(run(TWO_ROOMS, 'tag-lock').schedules).toBe('20');
  });

  it('X1 the grant itself takes no step', () => {
    expect(say(run(LAST_SEAT, 'log-lock').witnesses.neededWait)).toBe(
      '#1 acquire, #1 read, #2 acquire, #1 append, #2 read',
    );
  });

  it('X1 a race of nobody has one empty schedule', () => {
    for (const race of [raceOf([opened(1)]), { name: 'Empty' }])
      expect(run(race, 'tag-lock')).toMatchObject({
        schedules: '1',
        verdicts: {},
        outcomes: {},
        witnesses: {},
        violations: '0',
        precision: null,
        recall: null,
      });
  });

  it.each(STRATEGY_IDS)('X1 a race of one command has one schedule under %s', (strategy) => {
    const { schedules, verdicts, outcomes } = run(raceOf([opened(1)], book('r1', 'g1')), strategy);
    expect(schedules).toBe('1');
    expect(verdicts).toEqual({ safe: { occurrences: '1', schedules: '1', probability: 1 } });
    expect(outcomes).toEqual({ accepted: '1' });
  });

  it('X1 a command that appends nothing has only its read', () => {
    const { schedules, outcomes, verdicts } = run(
      raceOf([], command('Look', { room: 'r1' }), book('r1', 'g1')),
      'tag-condition',
    );
    expect({ schedules, outcomes, verdicts }).toEqual({
      schedules: '2',
      outcomes: { rejected: '4' },
      verdicts: {},
    });
  });
});

describe('X2 the exact result', () => {
  it('X2 tells for each verdict how often it occurs, and in how many schedules', () => {
    const twice = { ...raceOf([opened(1)], book('r1', 'a'), book('r1', 'b'), book('r1', 'c')) };
    const { verdicts } = run(twice, 'unguarded');
    const missed = verdicts.missedConflict;
    expect(Number(missed?.occurrences)).toBeGreaterThan(Number(missed?.schedules));
    expect(verdicts.safe?.schedules).toBe(run(twice, 'unguarded').schedules);
  });

  it('X2 tells the number of schedules with a violation, each once', () => {
    const { violations, verdicts } = run(
      raceOf([opened(1)], book('r1', 'a'), book('r1', 'b'), book('r1', 'c')),
      'unguarded',
    );
    expect(violations).toBe(verdicts.missedConflict?.schedules);
  });

  it('X2 tells for each outcome how many command runs ended so', () => {
    expect(run(LAST_SEAT, 'log-version').outcomes).toEqual({ accepted: '6', rejected: '2', conflict: '4' });
    expect(run({ ...LAST_SEAT, attempts: 2 }, 'log-version').outcomes).toEqual({
      accepted: '6',
      rejected: '6',
    });
  });

  it('X2 leaves out verdicts and outcomes that never occur', () => {
    const { verdicts, outcomes } = run(TWO_ROOMS, 'tag-condition');
    expect(Object.keys(verdicts)).toEqual(['safe']);
    expect(Object.keys(outcomes)).toEqual(['accepted']);
  });

  it('X2 counts beyond 2^53 exactly: eleven commands that nothing binds have 22! / 2^11 schedules', () => {
    const wishes = Array.from({ length: 11 }, (_, guest) => command('Wish', { guest: `g${guest}` }));
    const { schedules, verdicts, outcomes } = run(raceOf([], ...wishes), 'unguarded');
    const expected = factorial(22n) / 2n ** 11n;
    expect(expected).toBeGreaterThan(2n ** 53n);
    expect(schedules).toBe(String(expected));
    expect(verdicts.safe).toMatchObject({ schedules: String(expected), occurrences: String(11n * expected) });
    expect(outcomes).toEqual({ accepted: String(11n * expected) });
  }, 30_000);

  it('X2 precision and recall are the shares of right stops and of stopped conflicts', () => {
    expect(run(LAST_SEAT, 'log-version')).toMatchObject({ precision: 1, recall: 1 });
    expect(run(TWO_ROOMS, 'log-version')).toMatchObject({ precision: 0, recall: null });
    expect(run(LAST_SEAT, 'unguarded')).toMatchObject({ precision: null, recall: 0 });
  });

  it('X2 precision and recall are null where nothing was stopped and nothing was missed', () => {
    expect(run(TWO_ROOMS, 'tag-condition')).toMatchObject({ precision: null, recall: null });
    expect(run(LAST_SEAT, 'log-lock')).toMatchObject({ precision: null, recall: null });
  });

  it('X2 what a relaxed constraint tolerates is neither a miss nor a violation', () => {
    const loose = raceOf(
      [opened(1)],
      command('BookLoosely', { room: 'r1', guest: 'g1' }),
      command('BookLoosely', { room: 'r1', guest: 'g2' }),
    );
    const result = run(loose, 'tag-condition');
    expect(result.verdicts.tolerated).toEqual({ occurrences: '4', schedules: '4', probability: 0.5 });
    expect(result).toMatchObject({ violations: '0', violationProbability: 0, recall: null });
  });

  it('X2 X3 is plain JSON, and the same each time', () => {
    for (const strategy of STRATEGY_IDS) {
      const first = run(LAST_SEAT, strategy);
      expect(JSON.parse(JSON.stringify(first))).toEqual(first);
      expect(JSON.stringify(run(LAST_SEAT, strategy))).toBe(JSON.stringify(first));
    }
  });
});

describe('X3 witnesses', () => {
  it('X3 there is one for each verdict and outcome that occurs, and for a violation', () => {
    const { witnesses } = run(LAST_SEAT, 'unguarded');
    expect(Object.fromEntries(Object.entries(witnesses).map(([key, steps]) => [key, say(steps)]))).toEqual({
      safe: '#1 read, #1 append',
      missedConflict: '#1 read, #2 read, #2 append, #1 append',
      accepted: '#1 read, #1 append',
      rejected: '#1 read, #1 append, #2 read',
      violation: '#1 read, #2 read, #2 append, #1 append',
    });
  });

  it('X3 tells the verdict conflict from the outcome, which a false conflict can have too', () => {
    const { witnesses } = run(TWO_ROOMS, 'log-version');
    expect(witnesses).not.toHaveProperty('conflict');
    expect(say(witnesses.conflictOutcome)).toBe('#1 read, #2 read, #2 append, #1 append');
    expect(witnesses.conflictOutcome).toEqual(witnesses.falseConflict);
  });

  it('X3 a stop that is tried again has a verdict, but no outcome of its own', () => {
    const { witnesses } = run({ ...LAST_SEAT, attempts: 2 }, 'log-version');
    expect(say(witnesses.conflict)).toBe('#1 read, #2 read, #2 append, #1 append');
    expect(witnesses).not.toHaveProperty('conflictOutcome');
  });

  it('X3 prefers the lowest numbers where commands are alike', () => {
    const three = raceOf([opened(3)], book('r1', 'a'), book('r1', 'b'), book('r1', 'c'));
    const { witnesses } = run(three, 'log-version');
    expect(say(witnesses.falseConflict)).toBe('#1 read, #2 read, #2 append, #1 append');
  });

  it('X3 needs no more commands than it takes, whatever their numbers', () => {
    const late = raceOf(
      [opened(1, 'r1'), opened(1, 'r2'), opened(1, 'r3')],
      book('r2', 'a'),
      book('r3', 'b'),
      book('r1', 'c'),
      book('r1', 'd'),
    );
    expect(say(run(late, 'tag-condition').witnesses.conflict)).toBe('#3 read, #4 read, #4 append, #3 append');
  });
});

describe('X4 saving work', () => {
  const tried: Race = {
    ...raceOf(
      [opened(1, 'r1'), opened(1, 'r2')],
      book('r1', 'g1'),
      book('r1', 'g2'),
      command('BookLoosely', { room: 'r2', guest: 'g1' }),
    ),
    attempts: 2,
  };
  const queued = raceOf(
    [opened(1)],
    command('Widen', { room: 'r1', seats: 2 }),
    book('r1', 'g1'),
    book('r1', 'g2'),
  );

  it.each(STRATEGY_IDS)('X4 gives what plain enumeration gives under %s', (strategy) => {
    for (const race of [tried, queued]) {
      const expected = bruteForce(model.model, race, strategy);
      if (expected === null) throw new Error('too large');
      expect(differencesOf(explore(model, race, strategy), expected)).toEqual([]);
    }
  });

  it('X1 S7 those who wait are granted in the order in which they asked', () => {
    const { steps } = specify(SECTIONS)
      .given(opened(1))
      .race(...(queued.commands ?? []))
      .under('tag-lock')
      .run(2, 3, 1, 2, 2, 3, 1, 1);
    expect(steps.map(({ outcome }) => outcome)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      'accepted',
      'rejected',
      undefined,
      'accepted',
    ]);
  });

  it('X4 merges states that no future can tell apart', () => {
    const wishes = Array.from({ length: 6 }, (_, guest) => command('Wish', { guest: `g${guest}` }));
    const { states, schedules } = run(raceOf([], ...wishes), 'unguarded');
    expect(states).toBe(3 ** 6);
    expect(Number(schedules)).toBe(7_484_400);
  });
});

describe('X5 shares and chances', () => {
  it('X5 the last seat is missed in 4 of 6 schedules, but by chance in half of the runs', () => {
    const result = run(LAST_SEAT, 'unguarded');
    expect(result.verdicts.missedConflict).toEqual({ occurrences: '4', schedules: '4', probability: 0.5 });
    expect(result).toMatchObject({ violations: '4', violationProbability: 0.5 });
  });

  it('X5 one of two waits for the lock in 4 of 6 schedules, but by chance in three quarters of the runs', () => {
    const needed = run(LAST_SEAT, 'log-lock').verdicts.neededWait;
    expect(needed).toEqual({ occurrences: '4', schedules: '4', probability: 0.75 });
    const needless = run(TWO_ROOMS, 'log-lock').verdicts.needlessWait;
    expect(needless).toEqual({ occurrences: '4', schedules: '4', probability: 0.75 });
  });

  it('X5 what occurs in every schedule has chance 1', () => {
    expect(run(LAST_SEAT, 'unguarded').verdicts.safe?.probability).toBe(1);
  });
});

describe('X6 limits, progress and stopping', () => {
  it('X6 gives up beyond its limit and says so, without any part of the truth', () => {
    const result = explore(model, LAST_SEAT, 'unguarded', { limit: 3 });
    expect(Object.keys(result)).toEqual(['unavailable']);
    expect(whyNot(LAST_SEAT, 'unguarded', { limit: 3 })).toContain('Given up after 3 states');
  });

  it('X6 a limit that is just enough is enough', () => {
    const { states } = run(LAST_SEAT, 'unguarded');
    expect(explore(model, LAST_SEAT, 'unguarded', { limit: states })).toHaveProperty('schedules', '6');
    expect(explore(model, LAST_SEAT, 'unguarded', { limit: states - 1 })).toHaveProperty('unavailable');
  });

  it('X6 the limit is high unless one is given', () => {
    expect(STATE_LIMIT).toBeGreaterThan(1_000_000);
  });

  it('X6 yields its progress often, and the result at the end', () => {
    const wishes = Array.from({ length: 9 }, (_, guest) => command('Wish', { guest: `g${guest}` }));
    const steps = exploreSteps(model, raceOf([], ...wishes), 'unguarded');
    const seen: number[] = [];
    let step = steps.next();
    for (; !step.done; step = steps.next()) {
      expect(step.value.waiting).toBeGreaterThanOrEqual(0);
      seen.push(step.value.states);
    }
    expect(seen.length).toBeGreaterThan(2);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(step.value).toMatchObject({ states: 3 ** 9 });
  });

  it('X6 can be dropped on the way', () => {
    const steps = exploreSteps(model, LAST_SEAT, 'unguarded');
    expect(steps.next().done).toBe(false);
    expect(steps.return({ unavailable: 'stopped' })).toEqual({
      done: true,
      value: { unavailable: 'stopped' },
    });
    expect(steps.next().done).toBe(true);
  });
});

describe('what cannot be explored', () => {
  it('X6 a command that the model does not have is named', () => {
    expect(whyNot(raceOf([], command('Fly', {})), 'unguarded')).toBe('There is no command "Fly"');
  });

  it('X6 a time that is none is named', () => {
    expect(whyNot(raceOf([event('Opened', { room: 'r1', seats: 1 }, 'soon')]), 'unguarded')).toMatch(
      /^Given event Opened: /,
    );
    expect(whyNot({ ...LAST_SEAT, now: 'soon' }, 'unguarded')).toMatch(/^Book: /);
  });

  it('X6 64 commands are the most', () => {
    const crowd = (size: number) => raceOf([], ...Array.from({ length: size }, () => book('r1', 'g1')));
    expect(whyNot(crowd(65), 'unguarded')).toContain('at most 64 commands');
    expect(whyNot(crowd(64), 'unguarded', { limit: 10 })).toContain('Given up after 10 states');
  });

  it('S4 an event that no aggregate owns is named under stream strategies, and only there', () => {
    const homeless = compileSections({ ...SECTIONS, aggregates: {} });
    const refused = STRATEGY_IDS.flatMap((strategy) => {
      const result = explore(homeless, LAST_SEAT, strategy);
      return 'unavailable' in result ? [[strategy, result.unavailable]] : [];
    });
    expect(refused).toEqual([
      ['stream-version', expect.stringContaining('Booked')],
      ['stream-saga', expect.stringContaining('Booked')],
    ]);
  });

  it('S4 an event that turns out to have no home stream is named as well', () => {
    const note = (...topics: string[]) => raceOf([], command('Note', { topics }));
    expect(run(note('r1'), 'stream-version').outcomes).toEqual({ accepted: '1' });
    for (const strategy of ['stream-version', 'stream-saga'] as const)
      expect(whyNot(note(), strategy)).toContain('Noted');
    expect(run(note(), 'tag-condition').outcomes).toEqual({ accepted: '1' });
  });
});

function factorial(n: bigint): bigint {
  return n < 2n ? 1n : n * factorial(n - 1n);
}
