import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/lib/json.ts';
import type { ConstraintDefinition, Model } from '../../../src/model/schema.ts';
import { command, event, fact, lastStep, rejected, specify } from '../../helpers/given-when-then.ts';

const COUNT = 'state + 1';
const JOINING = { course: 'string', student: 'string' };
const seats: ConstraintDefinition = {
  parameters: { course: 'string' },
  projections: { joined: { tags: { course: 'course' }, initial: 0, on: { Joined: COUNT } } },
  rule: 'joined < 1',
};

const sections: Partial<Model> = {
  events: {
    Joined: { fields: JOINING, tags: { course: 'event.course', student: 'event.student' } },
    Renamed: { fields: { course: 'string' }, tags: { course: 'event.course' } },
  },
  constraints: {
    FreeSeat: { ...seats, message: 'Course {course} has {joined}' },
    LooseSlot: {
      consistency: 'relaxed',
      parameters: { student: 'string' },
      projections: { courses: { tags: { student: 'student' }, initial: 0, on: { Joined: COUNT } } },
      rule: 'courses < 9',
    },
    Names: { projections: { names: { initial: [], on: { Renamed: 'state + [event.course]' } } } },
    Big: {
      projections: { big: { initial: 9007199254740991, on: { Joined: COUNT } } },
      rule: 'big > 0',
    },
    Fragile: { projections: { p: { initial: 0, on: { Joined: '1 / state' } } }, rule: 'p == 0' },
  },
  commands: {
    Join: { fields: JOINING, checks: ['FreeSeat', 'LooseSlot'], emits: ['Joined'] },
    Watch: { fields: JOINING, checks: ['Names', 'Big', 'Fragile'], emits: ['Renamed'] },
    Rename: { fields: { course: 'string' }, emits: ['Renamed'] },
  },
  aggregates: {
    Course: { id: 'course', events: ['Joined', 'Renamed'] },
    Student: { id: 'student', events: ['Joined'] },
  },
};

const { given } = specify(sections);
const joined = (student: string, course = 'c9') => event('Joined', { student, course });
const join = (student: string, course = 'c1') => command('Join', { student, course });
const rename = (course: string) => command('Rename', { course });

describe('an append that is told', () => {
  const told = lastStep(
    given(joined('s9'))
      .race(join('s1'), rename('c1'), join('s1', 'c2'), join('s2'))
      .under('tag-condition')
      .run(1, 2, 2, 3, 3, 4, 4, 1),
  );

  it('V2 holds the decision it rests on, and the one on the log as it is now', () => {
    const own = fact('Joined', { course: 'c1', student: 's1' }, ['course:c1', 'student:s1']);
    expect(told.decision).toEqual({ kind: 'accepted', events: [own] });
    expect(told.fresh).toEqual(rejected('FreeSeat'));
    expect(told).toMatchObject({ verdict: 'conflict', violation: false, outcome: 'conflict' });
  });

  it('S1 holds where it read, and where the log was when it began', () => {
    expect(told).toMatchObject({ command: 0, step: 'append', readAt: 1, head: 4, attempt: 1 });
  });

  it('B2 holds the guard, and which events since the read match it', () => {
    expect(told.guard).toEqual({
      kind: 'query',
      query: { items: [{ types: ['Joined'], tags: ['course:c1'] }] },
    });
    expect(told.inGuard).toEqual([4]);
  });

  it('B1 holds which events since the read lie in the boundary, what is relaxed included', () => {
    expect(told.inBoundary).toEqual([3, 4]);
  });

  it('D3 holds the values of all projections, as they were read and as they are now', () => {
    expect(told.projections).toEqual([
      {
        constraint: 'FreeSeat',
        projection: 'joined',
        item: { types: ['Joined'], tags: ['course:c1'] },
        atRead: 0,
        now: 1,
      },
      {
        constraint: 'LooseSlot',
        projection: 'courses',
        item: { types: ['Joined'], tags: ['student:s1'] },
        atRead: 0,
        now: 1,
      },
    ]);
  });

  it('D4 holds the checks, their rules written out, then and now', () => {
    expect(told.checks).toEqual([
      {
        constraint: 'FreeSeat',
        relaxed: false,
        message: 'Course c1 has 1',
        atRead: 'joined 0 < 1',
        now: 'joined 1 < 1',
        heldAtRead: true,
        holdsNow: false,
      },
      {
        constraint: 'LooseSlot',
        relaxed: true,
        message: null,
        atRead: 'courses 0 < 9',
        now: 'courses 1 < 9',
        heldAtRead: true,
        holdsNow: true,
      },
    ]);
  });

  it('B1 holds what it needs for each set of tags, what of it is watched, and what is in it so far', () => {
    const nothing = { watched: [], locked: [], relaxed: [] };
    expect(told.needs).toEqual([
      { ...nothing, types: ['Joined'], tags: ['course:c1'], watched: ['Joined'], checks: [0], seen: [4] },
      { ...nothing, types: ['Joined'], tags: ['student:s1'], relaxed: ['Joined'], checks: [1], seen: [3] },
    ]);
  });

  it('S3 wrote nothing when it was stopped', () => {
    expect(told.wrote).toEqual([]);
  });

  it('S5 says what it wrote when it was not', () => {
    const { steps } = given(joined('s9')).race(join('s1')).under('stream-version').run(1, 1);
    expect(steps.at(-1)).toMatchObject({
      wrote: [2],
      guard: { kind: 'streams', streams: ['Course-c1', 'Student-s1'] },
    });
  });

  it('D4 holds each rule once what it wrote counts too', () => {
    const { steps } = given().race(join('s1')).under('unguarded').run(1, 1);
    expect(steps.at(-1)?.checks).toMatchObject([
      { now: 'joined 0 < 1', holdsNow: true, after: 'joined 1 < 1', holdsAfter: false },
      { now: 'courses 0 < 9', holdsNow: true, after: 'courses 1 < 9', holdsAfter: true },
    ]);
  });

  it('S1 does not count its own events among those since the read', () => {
    const { steps } = given().race(join('s1')).under('stream-saga').run(1, 1, 1, 1);
    expect(steps.map(({ inGuard, inBoundary }) => [inGuard, inBoundary])).toEqual([
      [undefined, undefined],
      [[], []],
      [undefined, undefined],
      [[], []],
    ]);
  });
});

describe('a read that is told', () => {
  it('D6 holds the decision and what will be appended', () => {
    const { steps } = given().race(join('s1')).under('log-version').run(1);
    expect(steps).toMatchObject([
      {
        step: 'read',
        head: 0,
        decision: { kind: 'accepted' },
        toAppend: [{ type: 'Joined', data: { course: 'c1', student: 's1' } }],
      },
    ]);
  });

  it('S2 holds the outcome when the program ends there', () => {
    const { steps } = given(joined('s1', 'c1')).race(join('s2')).under('log-version').run(1);
    expect(steps).toMatchObject([{ decision: rejected('FreeSeat'), outcome: 'rejected' }]);
    expect(steps[0]).not.toHaveProperty('verdict');
  });

  it('D3 has null for a value that could not be had, or written', () => {
    const { steps } = given(joined('s1'))
      .race(command('Watch', { course: 'c1', student: 's1' }))
      .under('unguarded')
      .run(1);
    expect(steps[0]?.projections?.map(({ projection, now }): [string, Json] => [projection, now])).toEqual([
      ['names', []],
      ['big', null],
      ['p', null],
    ]);
    expect(steps[0]?.checks?.map(({ holdsNow }) => holdsNow)).toEqual([null, true, null]);
  });

  it('S6 holds the stream of its leg, and only that leg’s checks', () => {
    const { steps } = given().race(join('s1')).under('stream-saga').run(1, 1, 1, 1);
    expect(
      steps.map(({ stream, checks = [] }) => [stream, ...checks.map(({ constraint }) => constraint)]),
    ).toEqual([
      ['Course-c1', 'FreeSeat'],
      ['Course-c1', 'FreeSeat'],
      ['Student-s1', 'LooseSlot'],
      ['Student-s1', 'LooseSlot'],
    ]);
  });
});

describe('an acquire that is told', () => {
  it('S7 holds the keys it asks for, and for whom it waits', () => {
    const { steps } = given().race(join('s1'), join('s2'), rename('c1')).under('tag-lock').run(1, 2, 3);
    expect(steps.map(({ keys, waitsFor }) => [keys, waitsFor])).toEqual([
      [['course:c1'], []],
      [['course:c1'], [0]],
      [[], []],
    ]);
  });
});

describe('what a step needs', () => {
  it('S7 is told of an acquire too, with what the lock keeps', () => {
    const { steps } = given(joined('s1', 'c1')).race(join('s1')).under('tag-lock').run(1);
    expect(steps[0]?.needs).toMatchObject([
      { tags: ['course:c1'], watched: [], locked: ['Joined'], seen: [1] },
      { tags: ['student:s1'], watched: [], locked: [], relaxed: ['Joined'], seen: [1] },
    ]);
  });

  it('S6 is what its leg checks, of the copies that are meant for it', () => {
    const { steps } = given(joined('s1')).race(join('s1')).under('stream-saga').run(1, 1, 1);
    expect(
      steps.map(({ needs = [] }) => needs.map(({ tags, watched, seen }) => [...tags, ...watched, ...seen])),
    ).toEqual([[['course:c1', 'Joined']], [['course:c1', 'Joined']], [['student:s1', 'Joined', 1]]]);
  });

  it('S2 is not watched where nothing will be appended', () => {
    const { steps } = given(joined('s9', 'c1')).race(join('s1')).under('log-version').run(1);
    expect(steps[0]?.needs?.map(({ watched }) => watched)).toEqual([[], []]);
  });
});

describe('the log that is told', () => {
  it('D1 holds positions from 1, who wrote what, and where it stands', () => {
    const { log } = given(joined('s9'))
      .race(rename('c1'), join('s1'))
      .under('stream-version')
      .run(2, 2, 1, 1);
    expect(log).toEqual([
      {
        position: 1,
        type: 'Joined',
        tags: ['course:c9', 'student:s9'],
        data: { student: 's9', course: 'c9' },
        time: '2000-01-01T00:00:00Z',
        by: null,
        streams: ['Course-c9', 'Student-s9'],
      },
      {
        position: 2,
        type: 'Joined',
        tags: ['course:c1', 'student:s1'],
        data: { student: 's1', course: 'c1' },
        time: '2000-01-01T00:00:00Z',
        by: 1,
        streams: ['Course-c1', 'Student-s1'],
      },
      {
        position: 3,
        type: 'Renamed',
        tags: ['course:c1'],
        data: { course: 'c1' },
        time: '2000-01-01T00:00:00Z',
        by: 0,
        streams: ['Course-c1'],
      },
    ]);
  });
});

describe('a schedule that cannot be told', () => {
  it.each([
    ['a command has ended', [1, 1, 1], 'Step 3: #1 has no step to take there'],
    ['there is no such command', [3], 'Step 1: #3 has no step to take there'],
  ])('says where: %s', (_, order, sentence) => {
    expect(
      given()
        .race(join('s1'), join('s2'))
        .under('unguarded')
        .refuse(...order),
    ).toBe(sentence);
  });

  it('X1 says that a command which waits has no step to take', () => {
    expect(given().race(join('s1'), join('s2')).under('log-lock').refuse(1, 2, 2)).toBe(
      'Step 3: #2 has no step to take there',
    );
  });

  it.each([
    [given().race(command('Never')), 'There is no command "Never"'],
    [given(event('Joined', { course: 'c1' })).race(), 'Given event Joined: No such key: student'],
    [
      given().race(command('Rename', {}, 'noon')),
      'Rename: "noon" is not a time such as "2000-01-01T00:00:00Z"',
    ],
  ])('says why the race cannot be run: %#', (story, sentence) => {
    expect(story.under('unguarded').refuse()).toBe(sentence);
  });
});

describe('rules and messages written out', () => {
  const write = (rule: string, message?: string, value: Json = 'a "b"') => {
    const story = specify({
      events: { Done: {} },
      constraints: {
        Rule: {
          parameters: { name: 'dyn', items: 'dyn' },
          projections: { count: { initial: 2 }, open: { initial: true }, size: { initial: 1 } },
          rule,
          ...(message !== undefined && { message }),
        },
      },
      commands: {
        Do: { fields: { name: 'dyn', items: 'dyn', count: 'int' }, checks: ['Rule'], emits: ['Done'] },
      },
    });
    const issued = command('Do', { name: value, items: [1, 2], count: 5 });
    return lastStep(story.race(issued).under('unguarded').run(1)).checks?.[0];
  };

  it.each([
    ['count < 3', 'count 2 < 3'],
    ['!open', '!open (true)'],
    ['name == "count"', 'name "a \\"b\\"" == "count"'],
    ["name == 'open'", 'name "a \\"b\\"" == \'open\''],
    ['command.count == count', 'command.count == count 2'],
    ['size(items) == size', 'size(items [1,2]) == size 1'],
    ['[count].exists(n, n == count)', '[count 2].exists(n, n == count 2)'],
    ['counter(count)', 'counter(count 2)'],
  ])('D4 %s is written %s', (rule, written) => {
    expect(write(rule)?.now).toBe(written);
  });

  it('D4 shortens a long value', () => {
    expect(write('name != ""', undefined, 'x'.repeat(99))?.now).toBe(`name "${'x'.repeat(36)}… != ""`);
  });

  it.each([
    ['{name} has {count}', 'a "b" has 2'],
    ['{items} and {open}', '[1,2] and true'],
    ['{nothing} stays, {count} {count} does not', '{nothing} stays, 2 2 does not'],
    ['no placeholders', 'no placeholders'],
  ])('D4 a message is filled from parameters and projections: %s', (message, filled) => {
    expect(write('false', message)?.message).toBe(filled);
  });
});
