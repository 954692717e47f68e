import { describe, expect, it } from 'vitest';
import type { ConstraintDefinition, GivenEvent, IssuedCommand, Model } from '../../../src/model/schema.ts';
import type { StrategyId } from '../../../src/strategies/program.ts';
import { command, event, lastStep, specify } from '../../helpers/given-when-then.ts';

const COUNT = 'state + 1';
const JOINING = { course: 'string', student: 'string' };
const OF_COURSE = { parameters: { course: 'string' } };
const byCourse = { tags: { course: 'course' } };

const freeSeat: ConstraintDefinition = {
  ...OF_COURSE,
  projections: {
    capacity: { ...byCourse, initial: 0, on: { Opened: 'event.capacity' } },
    joined: { ...byCourse, initial: 0, on: { Joined: COUNT } },
  },
  rule: 'joined < capacity',
  message: 'Course {course} has {joined} of {capacity} seats taken',
};

const sections: Partial<Model> = {
  events: {
    Opened: { fields: { course: 'string', capacity: 'int' }, tags: { course: 'event.course' } },
    Joined: { fields: JOINING, tags: { course: 'event.course', student: 'event.student' } },
    Renamed: { fields: { course: 'string' }, tags: { course: 'event.course' } },
    Numbered: { fields: { course: 'string', number: 'int' }, tags: { course: 'event.course' } },
    Closed: { fields: { course: 'string' }, tags: { course: 'event.course' } },
    Written: { fields: { text: 'string' } },
  },
  constraints: {
    FreeSeat: freeSeat,
    LooseSeat: { ...freeSeat, consistency: 'relaxed' },
    LooseWish: { consistency: 'relaxed', rule: 'true' },
    FreeSlot: {
      parameters: { student: 'string' },
      projections: { courses: { tags: { student: 'student' }, initial: 0, on: { Joined: COUNT } } },
      rule: 'courses < 1',
    },
    Next: {
      ...OF_COURSE,
      projections: { last: { ...byCourse, initial: 0, on: { Numbered: 'event.number' } } },
    },
    NotClosed: {
      ...OF_COURSE,
      projections: { closed: { ...byCourse, initial: false, on: { Closed: 'true' } } },
      rule: '!closed',
    },
    Fragile: {
      ...OF_COURSE,
      projections: { left: { ...byCourse, initial: 1, on: { Joined: 'state - 1' } } },
      rule: '6 / left > 0',
    },
  },
  commands: {
    Join: { fields: JOINING, checks: ['FreeSeat'], emits: ['Joined'] },
    JoinBoth: { fields: JOINING, checks: ['FreeSeat', 'FreeSlot'], emits: ['Joined'] },
    JoinLoosely: { fields: JOINING, checks: ['LooseSeat'], emits: ['Joined'] },
    JoinVeryLoosely: { fields: JOINING, checks: ['LooseSeat', 'LooseWish'], emits: ['Joined'] },
    JoinOpen: { fields: JOINING, checks: ['NotClosed'], emits: ['Joined'] },
    JoinFragile: { fields: JOINING, checks: ['Fragile'], emits: ['Joined'] },
    JoinEach: {
      fields: { courses: 'list<string>', course: 'string', student: 'string' },
      checks: [{ constraint: 'FreeSeat', each: 'command.courses', with: { course: 'item' } }],
      emits: ['Joined'],
    },
    Rename: { fields: { course: 'string' }, emits: ['Renamed'] },
    RenameForOne: { fields: JOINING, checks: ['FreeSlot'], emits: ['Renamed'] },
    Close: { fields: { course: 'string' }, emits: ['Closed'] },
    Number: {
      fields: { course: 'string' },
      checks: ['Next'],
      emits: [{ event: 'Numbered', data: { number: 'Next.last + 1' } }],
    },
    Look: { fields: { course: 'string' }, checks: ['Next'] },
    Break: { emits: [{ event: 'Numbered', data: { number: '1 / 0' } }] },
    Write: { fields: { text: 'string' }, emits: ['Written', 'Written'] },
  },
  aggregates: {
    Course: { id: 'course', events: ['Opened', 'Joined', 'Renamed', 'Numbered', 'Closed'] },
    Student: { id: 'student', events: ['Joined'] },
  },
};

const { given } = specify(sections);
const opened = (capacity: number, course = 'c1') => event('Opened', { course, capacity });
const join = (student: string, name = 'Join', course = 'c1') => command(name, { student, course });
const onCourse = (name: string) => command(name, { course: 'c1' });

/** Why the last step of a schedule went as it did. */
function reason(
  strategy: StrategyId,
  past: readonly GivenEvent[],
  commands: readonly IssuedCommand[],
  ...order: readonly number[]
): string {
  return lastStep(
    given(...past)
      .race(...commands)
      .under(strategy)
      .run(...order),
  ).reason;
}

/** #1 reads, #2 reads and appends, #1 appends: what is said of the last step. */
const crossed = (strategy: StrategyId, past: readonly GivenEvent[], ...commands: readonly IssuedCommand[]) =>
  reason(strategy, past, commands, 1, 2, 2, 1);

describe('an append in words', () => {
  it('says that nothing happened since the read', () => {
    expect(reason('log-version', [opened(1)], [join('s1')], 1, 1)).toBe(
      'Nothing was appended since #1 read at position 1: the append goes through, and what it decided still holds.',
    );
  });

  const READ_LAST_SEAT =
    '#1 read joined 0 < capacity 1 at position 1. At position 2 #2 appended Joined (course:c1, student:s2).';
  const RIGHTLY =
    'so the append was stopped, rightly: now it would be rejected by FreeSeat (“Course c1 has 1 of 1 seats taken”). Its caller gets an error.';

  it.each<[strategy: StrategyId, guard: string]>([
    ['log-version', 'The log had grown'],
    ['stream-version', 'Stream Course-c1 had grown'],
    ['stream-saga', 'Stream Course-c1 had grown'],
    ['tag-condition', 'That lies inside its boundary'],
  ])('V2 says why it was rightly stopped under %s', (strategy, guard) => {
    expect(crossed(strategy, [opened(1)], join('s1'), join('s2'))).toBe(
      `${READ_LAST_SEAT} ${guard}, ${RIGHTLY}`,
    );
  });

  it.each<[strategy: StrategyId, guard: string]>([
    ['log-version', 'The log had grown'],
    ['stream-version', 'Stream Course-c1 had grown'],
    ['stream-saga', 'Stream Course-c1 had grown'],
    ['tag-condition', 'That lies inside its boundary'],
  ])('V3 says that it was stopped for nothing under %s', (strategy, guard) => {
    expect(crossed(strategy, [opened(9)], join('s1'), join('s2'))).toBe(
      '#1 read joined 0 < capacity 9 at position 1. At position 2 #2 appended Joined (course:c1, student:s2). ' +
        `${guard}, so the append was stopped, for nothing: it would decide the same again. Its caller gets an error.`,
    );
  });

  it('V3 says what it wrote to, and was no concern of its decision', () => {
    expect(crossed('stream-version', [opened(9)], join('s1'), onCourse('Rename'))).toBe(
      '#1 read joined 0 < capacity 9 at position 1. At position 2 #2 appended Renamed (course:c1). ' +
        'Stream Course-c1 had grown, so the append was stopped, for nothing: it would decide the same again. Its caller gets an error.',
    );
  });

  it('V6 says which constraint is now broken, its own events counted', () => {
    expect(crossed('unguarded', [opened(1)], join('s1'), join('s2'))).toBe(
      `${READ_LAST_SEAT} Nothing is checked at the append, so it went through: FreeSeat is now broken (“Course c1 has 2 of 1 seats taken”).`,
    );
  });

  it('V6 says which constraints are now broken', () => {
    expect(crossed('unguarded', [opened(1)], join('s1', 'JoinBoth'), join('s1', 'JoinBoth'))).toBe(
      '#1 read joined 0 < capacity 1 and courses 0 < 1 at position 1. At position 2 #2 appended Joined (course:c1, student:s1). ' +
        'Nothing is checked at the append, so it went through: FreeSeat and FreeSlot are now broken (“Course c1 has 2 of 1 seats taken” and courses 2 < 1).',
    );
  });

  it('V6 says that the streams it writes to had not grown, which are not those it read', () => {
    const told = crossed('stream-version', [], join('s1', 'RenameForOne'), join('s1', 'JoinOpen', 'c2'));
    expect(told).toBe(
      '#1 read courses 0 < 1 at position 0. At position 1 #2 appended Joined (course:c2, student:s1). ' +
        'Stream Course-c1 had not grown, so the append went through: FreeSlot is now broken (courses 1 < 1).',
    );
  });

  it('V2 names only the stream that had grown', () => {
    const past = [opened(9), opened(9, 'c2')];
    expect(crossed('stream-version', past, join('s1', 'JoinBoth'), join('s1', 'JoinBoth', 'c2'))).toBe(
      '#1 read courses 0 < 1 at position 2. At position 3 #2 appended Joined (course:c2, student:s1). ' +
        'Stream Student-s1 had grown, so the append was stopped, rightly: now it would be rejected by FreeSlot (courses 1 < 1). Its caller gets an error.',
    );
  });

  it('V2 names all streams that had grown', () => {
    expect(crossed('stream-version', [opened(9)], join('s1', 'JoinBoth'), join('s1', 'JoinBoth'))).toContain(
      'Streams Course-c1 and Student-s1 had grown, so the append was stopped, rightly: ',
    );
  });

  it('V4 says what it would append now', () => {
    expect(crossed('unguarded', [], onCourse('Number'), onCourse('Number'))).toBe(
      '#1 read last 0 at position 0. At position 1 #2 appended Numbered (course:c1). ' +
        'Nothing is checked at the append, so it went through, although now it would append Numbered (course c1, number 2).',
    );
  });

  it('V6 says that it could not be decided now', () => {
    expect(crossed('unguarded', [], join('s1', 'JoinFragile'), join('s2', 'JoinFragile'))).toBe(
      '#1 read 6 / left 1 > 0 at position 0. At position 1 #2 appended Joined (course:c1, student:s2). ' +
        'Nothing is checked at the append, so it went through, although now it could not be decided: Division by zero.',
    );
  });

  it.each<[strategy: StrategyId, guard: string]>([
    ['unguarded', 'Nothing is checked at the append'],
    ['stream-version', 'Nothing is checked at the append'],
    ['tag-condition', 'It guards nothing'],
  ])('V5 says what is tolerated under %s', (strategy, guard) => {
    expect(crossed(strategy, [opened(1)], join('s1', 'JoinLoosely'), join('s2', 'JoinLoosely'))).toBe(
      `${READ_LAST_SEAT} ${guard}, so ${strategy === 'tag-condition' ? 'the append' : 'it'} went through, ` +
        'although now it would be rejected by LooseSeat (“Course c1 has 1 of 1 seats taken”): LooseSeat is relaxed, so that is tolerated.',
    );
  });

  it('V5 names only the relaxed constraints that failed', () => {
    const told = crossed(
      'unguarded',
      [opened(1)],
      join('s1', 'JoinVeryLoosely'),
      join('s2', 'JoinVeryLoosely'),
    );
    expect(told).toContain(': LooseSeat is relaxed, so that is tolerated.');
  });

  it('V1 says that what happened is no concern of a tag condition', () => {
    expect(crossed('tag-condition', [opened(9)], join('s1'), onCourse('Rename'))).toBe(
      '#1 read joined 0 < capacity 9 at position 1. What was appended since does not concern it. ' +
        'Nothing new lies inside what it guards, so the append went through, and what it decided still holds.',
    );
  });

  it('V1 says which streams had not grown', () => {
    expect(
      crossed('stream-version', [opened(1), opened(1, 'c2')], join('s1'), join('s2', 'Join', 'c2')),
    ).toBe(
      '#1 read joined 0 < capacity 1 at position 2. What was appended since does not concern it. ' +
        'Streams Course-c1 and Student-s1 had not grown, so the append went through, and what it decided still holds.',
    );
  });

  it('V1 says that a command without checks depends on nothing', () => {
    expect(crossed('unguarded', [], onCourse('Rename'), onCourse('Rename'))).toBe(
      '#1 read nothing it depends on at position 0. What was appended since does not concern it. ' +
        'Nothing is checked at the append, so it went through, and what it decided still holds.',
    );
  });

  it('V6 writes a yes or no in brackets, where a rule says no to it', () => {
    expect(crossed('unguarded', [], join('s1', 'JoinOpen'), onCourse('Close'))).toBe(
      '#1 read !closed (false) at position 0. At position 1 #2 appended Closed (course:c1). ' +
        'Nothing is checked at the append, so it went through: NotClosed is now broken (!closed (true)).',
    );
  });

  it('V3 names the first three events, and how many more there are', () => {
    const five = ['s1', 's2', 's3', 's4', 's5'].map((student) => join(student));
    expect(reason('tag-condition', [opened(9)], five, 1, 2, 2, 3, 3, 4, 4, 5, 5, 1)).toContain(
      'At position 2 #2 appended Joined (course:c1, student:s2), at position 3 #3 appended Joined (course:c1, student:s3), ' +
        'at position 4 #4 appended Joined (course:c1, student:s4) and 1 more. Those lie inside its boundary, ',
    );
  });

  it('S3 says that it starts over while attempts are left', () => {
    const story = given(opened(9)).race(join('s1'), join('s2')).with({ attempts: 2 }).under('tag-condition');
    expect(lastStep(story.run(1, 2, 2, 1)).reason).toMatch(
      /for nothing: it would decide the same again\. It starts over with a new read\.$/,
    );
  });

  it('S6 says that what it wrote before stays', () => {
    const past = [opened(9), opened(9, 'c2')];
    const commands = [join('s1', 'JoinBoth'), join('s1', 'JoinBoth', 'c2')];
    expect(reason('stream-saga', past, commands, 1, 1, 2, 2, 1, 2, 1, 2)).toBe(
      '#2 read courses 0 < 1 at position 4. At position 5 #1 appended Joined (course:c1, student:s1). ' +
        'Stream Student-s1 had grown, so the append was stopped, rightly: now it would be rejected by FreeSlot (courses 1 < 1). ' +
        'What it wrote before stays, and is not completed.',
    );
  });
});

describe('a read in words', () => {
  it('says what it sees, and what it will append', () => {
    expect(reason('unguarded', [opened(1)], [join('s1', 'JoinBoth')], 1)).toBe(
      '#1 reads the log up to position 1 and sees joined 0 < capacity 1 and courses 0 < 1. It will append Joined (course c1, student s1).',
    );
  });

  it('says that the log is empty, and the values of a constraint without a rule', () => {
    expect(reason('unguarded', [], [onCourse('Look')], 1)).toBe(
      '#1 reads the empty log and sees last 0. It is accepted, with nothing to append.',
    );
  });

  it('says only which events it will append where their data is long', () => {
    expect(reason('unguarded', [], [command('Write', { text: 'x'.repeat(100) })], 1)).toBe(
      '#1 reads the empty log. It will append Written and Written.',
    );
  });

  it('S2 says which constraint rejects it, in the constraint’s own words', () => {
    expect(reason('unguarded', [opened(0)], [join('s1')], 1)).toBe(
      '#1 reads the log up to position 1 and sees joined 0 < capacity 0. It is rejected by FreeSeat (“Course c1 has 0 of 0 seats taken”).',
    );
  });

  it('S2 quotes the message of the element of an each check that failed', () => {
    const joinEach = command('JoinEach', { courses: ['c1', 'c2'], course: 'c1', student: 's1' });
    expect(reason('unguarded', [opened(9), opened(0, 'c2')], [joinEach], 1)).toContain(
      'It is rejected by FreeSeat (“Course c2 has 0 of 0 seats taken”).',
    );
  });

  it('V6 shows only the elements of an each check that are broken', () => {
    const joinEach = command('JoinEach', { courses: ['c1', 'c2'], course: 'c1', student: 's1' });
    const told = crossed('unguarded', [opened(9), opened(1, 'c2')], joinEach, join('s2', 'Join', 'c2'));
    expect(told).toContain('FreeSeat is now broken (“Course c2 has 1 of 1 seats taken”)');
  });

  it('S2 says what kept it from deciding', () => {
    expect(reason('unguarded', [], [command('Break')], 1)).toBe(
      '#1 reads the empty log. It cannot decide: Division by zero in "1 / 0".',
    );
  });

  it('S6 says which stream it will append to, and what its leg checks', () => {
    const commands = [join('s1', 'JoinBoth')];
    expect(reason('stream-saga', [opened(1)], commands, 1)).toBe(
      '#1 reads the log up to position 1 and sees joined 0 < capacity 1. It will append Joined (course c1, student s1) to stream Course-c1.',
    );
    expect(reason('stream-saga', [opened(1)], commands, 1, 1, 1)).toBe(
      '#1 reads the log up to position 2 and sees courses 0 < 1. It will append Joined (course c1, student s1) to stream Student-s1.',
    );
  });

  it('S6 says that what a rejected later leg wrote before stays', () => {
    const past = [opened(1), event('Joined', { course: 'c7', student: 's1' })];
    expect(reason('stream-saga', past, [join('s1', 'JoinBoth')], 1, 1, 1)).toBe(
      '#1 reads the log up to position 3 and sees courses 1 < 1. It is rejected by FreeSlot. What it wrote before stays, and is not completed.',
    );
  });

  it('V7 says that the wait was needed', () => {
    expect(reason('log-lock', [opened(1)], [join('s1'), join('s2')], 1, 2, 1, 1, 2)).toBe(
      '#2 reads the log up to position 2 and sees joined 1 < capacity 1. It is rejected by FreeSeat (“Course c1 has 1 of 1 seats taken”). ' +
        'The wait was needed: it decides otherwise than when it asked.',
    );
  });

  it('V7 says that the wait was not needed', () => {
    expect(reason('tag-lock', [opened(2)], [join('s1'), join('s2')], 1, 2, 1, 1, 2)).toBe(
      '#2 reads the log up to position 2 and sees joined 1 < capacity 2. It will append Joined (course c1, student s2). ' +
        'The wait was not needed: it decides as it would have when it asked.',
    );
  });
});

describe('an acquire in words', () => {
  const three = [join('s1', 'JoinBoth'), join('s2', 'JoinBoth'), join('s3', 'JoinBoth')];

  it.each<[strategy: StrategyId, order: readonly number[], sentence: string]>([
    ['log-lock', [1], '#1 asks for the lock on the whole log and gets it.'],
    ['log-lock', [1, 2], '#2 asks for the lock on the whole log and has to wait for #1.'],
    ['log-lock', [1, 2, 3], '#3 asks for the lock on the whole log and has to wait for #1 and #2.'],
    ['tag-lock', [1], '#1 asks for the lock on course:c1 and student:s1 and gets it.'],
    ['tag-lock', [1, 2], '#2 asks for the lock on course:c1 and student:s2 and has to wait for #1.'],
  ])('S7 says under %s after %j what it asks for and for whom it waits', (strategy, order, sentence) => {
    expect(reason(strategy, [opened(9)], three, ...order)).toBe(sentence);
  });

  it('S7 says that there is nothing to lock', () => {
    expect(reason('tag-lock', [], [onCourse('Rename')], 1)).toBe(
      '#1 checks nothing that a lock could protect, so it takes none.',
    );
  });
});
