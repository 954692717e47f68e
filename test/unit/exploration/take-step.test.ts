import { describe, expect, it } from 'vitest';
import { startFold } from '../../../src/decision/decide.ts';
import { grantLock, HomelessEvent, startControl, takeRead } from '../../../src/exploration/take-step.ts';
import type { ConstraintDefinition, Model } from '../../../src/model/schema.ts';
import { startRun } from '../../../src/strategies/command-run.ts';
import { STRATEGY_IDS, type StrategyId } from '../../../src/strategies/program.ts';
import { STRATEGIES } from '../../../src/strategies/registry.ts';
import { command, event, lastStep, outline, prepare, specify } from '../../helpers/given-when-then.ts';

const COUNT = 'state + 1';
const JOINING = { course: 'string', student: 'string' };

const freeSeat: ConstraintDefinition = {
  parameters: { course: 'string' },
  projections: {
    capacity: { tags: { course: 'course' }, initial: 0, on: { Opened: 'event.capacity' } },
    joined: { tags: { course: 'course' }, initial: 0, on: { Joined: COUNT } },
  },
  rule: 'joined < capacity',
};
const freeSlot: ConstraintDefinition = {
  parameters: { student: 'string' },
  projections: { courses: { tags: { student: 'student' }, initial: 0, on: { Joined: COUNT } } },
  rule: 'courses < 1',
};

const sections: Partial<Model> = {
  events: {
    Opened: { fields: { course: 'string', capacity: 'int' }, tags: { course: 'event.course' } },
    Joined: { fields: JOINING, tags: { course: 'event.course', student: 'event.student' } },
    Renamed: { fields: { course: 'string' }, tags: { course: 'event.course' } },
    Greeted: { fields: { student: 'string' }, tags: { student: 'event.student' } },
    Counted: { fields: { course: 'string', all: 'int', own: 'int' }, tags: { course: 'event.course' } },
  },
  constraints: {
    FreeSeat: freeSeat,
    FreeSlot: freeSlot,
    LooseSeat: { ...freeSeat, consistency: 'relaxed' },
    LooseSlot: { ...freeSlot, consistency: 'relaxed' },
    All: { projections: { joined: { initial: 0, on: { Joined: COUNT } } } },
    Own: {
      parameters: { student: 'string' },
      projections: { joined: { tags: { student: 'student' }, initial: 0, on: { Joined: COUNT } } },
    },
  },
  commands: {
    Join: { fields: JOINING, checks: ['FreeSeat', 'FreeSlot'], emits: ['Joined'] },
    JoinLoosely: { fields: JOINING, checks: ['LooseSeat', 'LooseSlot'], emits: ['Joined'] },
    JoinHalfLoosely: { fields: JOINING, checks: ['LooseSeat', 'FreeSlot'], emits: ['Joined'] },
    JoinBlindly: { fields: JOINING, emits: ['Joined'] },
    JoinSeat: { fields: JOINING, checks: ['FreeSeat'], emits: ['Joined'] },
    Watch: { fields: JOINING, checks: ['All', 'FreeSlot'], emits: ['Joined'] },
    Rename: { fields: { course: 'string' }, emits: ['Renamed'] },
    Greet: { fields: { student: 'string' }, emits: ['Greeted'] },
    Count: {
      fields: { course: 'string', student: 'string' },
      checks: ['All', 'Own'],
      emits: [{ event: 'Counted', data: { all: 'All.joined', own: 'Own.joined' } }],
    },
    Look: { fields: { course: 'string' }, checks: ['FreeSeat'] },
    Fail: { emits: [{ event: 'Renamed', data: { course: '[""][int(now.getFullYear())]' } }] },
    Skip: { emits: [{ event: 'Renamed', when: 'false' }] },
  },
  aggregates: {
    Course: { id: 'course', events: ['Opened', 'Joined', 'Renamed', 'Counted'] },
    Student: { id: 'student', events: ['Joined', 'Greeted'] },
  },
};

const { given, model } = specify(sections);
const opened = (capacity: number, course = 'c1') => event('Opened', { course, capacity });
const joined = (student: string, course = 'c1') => event('Joined', { student, course });
const join = (student: string, course = 'c1', name = 'Join') => command(name, { student, course });
const rename = command('Rename', { course: 'c1' });
const count = (student: string) => command('Count', { course: 'c9', student });

const lastSeat = given(opened(1)).race(join('s1'), join('s2'));
const oneStudent = given(opened(9), opened(9, 'c2')).race(join('s1'), join('s1', 'c2'));

describe('a read', () => {
  it('S1 decides on the log as it is at that moment', () => {
    const { steps } = lastSeat.under('unguarded').run(1, 2, 2, 1);
    expect(steps.map(({ head, decision }) => [head, decision?.kind])).toEqual([
      [1, 'accepted'],
      [1, 'accepted'],
      [1, 'accepted'],
      [2, 'accepted'],
    ]);
  });

  it('S1 sees what was appended before it', () => {
    expect(outline(lastSeat.under('unguarded').run(1, 1, 2))).toEqual([
      '#1 read',
      '#1 append: safe → accepted',
      '#2 read → rejected',
    ]);
  });

  it('S1 leaves out what the command itself appended', () => {
    const { steps } = given(opened(9), joined('s7'))
      .race(join('s1', 'c1', 'Watch'))
      .under('stream-saga')
      .run(1, 1, 1, 1);
    const all = steps.map(
      ({ projections = [] }) => projections.find(({ constraint }) => constraint === 'All')?.now,
    );
    expect(all).toEqual([1, 1, 1, 1]);
  });

  it.each([
    ['rejected', join('s1'), '#1 read → rejected'],
    ['an error', command('Fail'), '#1 read → error'],
    ['accepted without events', command('Skip'), '#1 read → accepted'],
    ['accepted, and never emits any', command('Look', { course: 'c1' }), '#1 read → rejected'],
  ])('S2 ends the program when it is %s', (_, issued, told) => {
    const story = given(opened(0)).race(issued, rename).under('log-version');
    expect(outline(story.run(1))).toEqual([told]);
    expect(story.refuse(1, 1)).toBe('Step 2: #1 has no step to take there');
  });

  it('S4 throws for an event without a home stream, which only the read can know', () => {
    const { model: own } = specify({ events: { Lost: {} }, commands: { Lose: { emits: ['Lost'] } } });
    const run = startRun(own, STRATEGIES['stream-version'], prepare(own, command('Lose')));
    const control = { phase: 'read', leg: 0, attempts: 1, plan: null, asked: null } as const;
    expect(() => takeRead(run, control, run.command.projections.map(startFold))).toThrow(HomelessEvent);
  });
});

describe('where a run starts', () => {
  it.each(STRATEGY_IDS)('S1 under %s is acquire if it locks, otherwise the read', (strategy) => {
    const run = startRun(model, STRATEGIES[strategy], prepare(model, join('s1')));
    expect(startControl(run, 3)).toEqual(
      strategy.endsWith('-lock')
        ? { phase: 'acquire' }
        : { phase: 'read', leg: 0, attempts: 3, plan: null, asked: null },
    );
  });

  it('S7 is the read, once its lock is granted', () => {
    expect(grantLock(Number.POSITIVE_INFINITY, null)).toMatchObject({
      phase: 'read',
      attempts: Number.POSITIVE_INFINITY,
    });
  });
});

describe('a guard that fails', () => {
  const seats = given(opened(9)).race(join('s1'), join('s2'), join('s3'));

  it('S3 ends the program with a conflict after the only attempt', () => {
    expect(outline(lastSeat.under('tag-condition').run(1, 2, 2, 1))).toEqual([
      '#1 read',
      '#2 read',
      '#2 append: safe → accepted',
      '#1 append: conflict → conflict',
    ]);
  });

  it('S3 appends nothing', () => {
    expect(lastSeat.under('tag-condition').run(1, 2, 2, 1).log).toHaveLength(2);
  });

  it('S3 sends the program back to its read while attempts are left', () => {
    expect(outline(seats.with({ attempts: 2 }).under('tag-condition').run(1, 2, 2, 1, 1, 1))).toEqual([
      '#1 read',
      '#2 read',
      '#2 append: safe → accepted',
      '#1 append: falseConflict',
      '#1 read',
      '#1 append: safe → accepted',
    ]);
  });

  it('S3 ends it with a conflict when the last attempt fails', () => {
    const { steps } = seats.with({ attempts: 2 }).under('tag-condition').run(1, 2, 2, 1, 1, 3, 3, 1);
    expect(steps.map(({ command: index, attempt }) => `#${index + 1} ${attempt}`)).toEqual([
      '#1 1',
      '#2 1',
      '#2 1',
      '#1 1',
      '#1 2',
      '#3 1',
      '#3 1',
      '#1 2',
    ]);
    expect(steps.at(-1)).toMatchObject({ verdict: 'falseConflict', outcome: 'conflict' });
  });

  it('S3 decides anew after it: the second attempt can be rejected', () => {
    expect(outline(lastSeat.with({ attempts: 2 }).under('tag-condition').run(1, 2, 2, 1, 1)).at(-1)).toBe(
      '#1 read → rejected',
    );
  });

  it('S3 never ends the program when attempts are unlimited', () => {
    const many = given(opened(9)).race(...['s1', 's2', 's3', 's4', 's5'].map((student) => join(student)));
    const { steps } = many
      .with({ attempts: 'unlimited' })
      .under('log-version')
      .run(1, 2, 2, 1, 1, 3, 3, 1, 1, 4, 4, 1, 1, 5, 5, 1, 1, 1);
    expect(steps.at(-1)).toMatchObject({ attempt: 5, verdict: 'safe', outcome: 'accepted' });
  });

  it.each<[strategy: StrategyId, verdict: string]>([
    ['unguarded', 'safe → accepted'],
    ['log-version', 'falseConflict → conflict'],
    ['stream-version', 'falseConflict → conflict'],
    ['stream-saga', 'falseConflict → conflict'],
    ['tag-condition', 'safe → accepted'],
  ])('S3 is another one under %s, when the course was renamed since the read', (strategy, verdict) => {
    const told = given(opened(9))
      .race(join('s1', 'c1', 'JoinSeat'), rename)
      .under(strategy)
      .run(1, 2, 2, 1);
    const stream = strategy === 'stream-saga' ? ' Course-c1' : '';
    const ends = strategy === 'stream-saga' ? 'falseConflict → conflict' : verdict;
    expect(outline(told).at(-1)).toBe(`#1 append${stream}: ${ends}`);
  });
});

describe('an append to streams', () => {
  it('S5 is one transaction over all home streams', () => {
    const { log } = lastSeat.under('stream-version').run(1, 1);
    expect(log.map(({ type, streams }) => [type, streams])).toEqual([
      ['Opened', ['Course-c1']],
      ['Joined', ['Course-c1', 'Student-s1']],
    ]);
  });

  it.each([
    ['the first', rename],
    ['the second', command('Greet', { student: 's1' })],
  ])('S5 is stopped when %s of its streams grew', (_, other) => {
    expect(
      outline(given(opened(9)).race(join('s1'), other).under('stream-version').run(1, 2, 2, 1)).at(-1),
    ).toBe('#1 append: falseConflict → conflict');
  });

  it('S4 is not stopped when a stream grew that was only read', () => {
    const story = given(opened(1)).race(count('s1'), join('s1')).under('stream-version');
    expect(outline(story.run(1, 2, 2, 1)).at(-1)).toBe('#1 append: missedConflict → accepted');
  });

  it('S5 has any version when every check is relaxed', () => {
    const story = given(opened(1)).race(join('s1', 'c1', 'JoinLoosely'), join('s2', 'c1', 'JoinLoosely'));
    expect(outline(story.under('stream-version').run(1, 2, 2, 1)).at(-1)).toBe(
      '#1 append: tolerated → accepted',
    );
  });

  it.each([
    ['one check is strict', 'JoinHalfLoosely', 'conflict → conflict'],
    ['it has no checks', 'JoinBlindly', 'falseConflict → conflict'],
  ])('S5 keeps its guard when %s', (_, name, told) => {
    const story = given(opened(1))
      .race(join('s1', 'c1', name), join('s2', 'c1', name))
      .under('stream-version');
    expect(outline(story.run(1, 2, 2, 1)).at(-1)).toBe(`#1 append: ${told}`);
  });
});

describe('a saga', () => {
  it('S6 runs a leg for each home stream, in the order of their names', () => {
    expect(outline(lastSeat.under('stream-saga').run(1, 1, 1, 1))).toEqual([
      '#1 read Course-c1',
      '#1 append Course-c1: safe',
      '#1 read Student-s1',
      '#1 append Student-s1: safe → accepted',
    ]);
  });

  it('S6 appends the copies of its stream in each leg', () => {
    const { steps, log } = lastSeat.under('stream-saga').run(1, 1, 1, 1);
    expect(steps.map(({ wrote }) => wrote)).toEqual([undefined, [2], undefined, [3]]);
    expect(log.slice(1)).toMatchObject([
      { type: 'Joined', streams: ['Course-c1'] },
      { type: 'Joined', streams: ['Student-s1'] },
    ]);
  });

  it('S6 checks in the first leg only what no other home stream serves', () => {
    const story = given(opened(1), joined('s1', 'c7')).race(join('s1'));
    expect(outline(story.under('stream-saga').run(1, 1, 1))).toEqual([
      '#1 read Course-c1',
      '#1 append Course-c1: safe',
      '#1 read Student-s1 → partial',
    ]);
  });

  it('S6 is rejected, and not partial, when the first leg fails', () => {
    expect(outline(given(opened(0)).race(join('s1')).under('stream-saga').run(1))).toEqual([
      '#1 read → rejected',
    ]);
  });

  it('S6 is partial when a later leg runs out of attempts', () => {
    const story = given(opened(9))
      .race(join('s1'), command('Greet', { student: 's1' }))
      .under('stream-saga');
    expect(outline(story.run(1, 1, 1, 2, 2, 1)).at(-1)).toBe('#1 append Student-s1: falseConflict → partial');
  });

  it('S6 leaves what it wrote in the log when it is partial', () => {
    const story = given(opened(1), joined('s1', 'c7')).race(join('s1')).under('stream-saga');
    expect(story.run(1, 1, 1).log.at(-1)).toMatchObject({ type: 'Joined', by: 0, streams: ['Course-c1'] });
  });

  it('S3 goes back to the read of its leg, with attempts of its own', () => {
    const story = given(opened(9))
      .race(join('s1'), rename, command('Greet', { student: 's1' }))
      .with({ attempts: 2 });
    const told = story.under('stream-saga').run(1, 2, 2, 1, 1, 1, 1, 3, 3, 1, 1, 1);
    expect(outline(told).filter((line) => line.startsWith('#1'))).toEqual([
      '#1 read Course-c1',
      '#1 append Course-c1: falseConflict',
      '#1 read Course-c1',
      '#1 append Course-c1: safe',
      '#1 read Student-s1',
      '#1 append Student-s1: falseConflict',
      '#1 read Student-s1',
      '#1 append Student-s1: safe → accepted',
    ]);
    expect(told.steps.filter(({ command: index }) => index === 0).map(({ attempt }) => attempt)).toEqual([
      1, 1, 2, 2, 1, 1, 2, 2,
    ]);
  });

  it('S6 shows a projection that a stream serves that stream’s copies only', () => {
    const story = given(opened(9)).race(join('s1'), count('s1')).under('stream-saga');
    const counted = (...order: readonly number[]) => story.run(...order).log.at(-1)?.data;
    expect(counted(1, 1, 2, 2)).toMatchObject({ own: 0 });
    expect(counted(1, 1, 1, 1, 2, 2)).toMatchObject({ own: 1 });
  });

  it('S6 counts a fact once in a read model over all streams, from its first copy on', () => {
    const story = given(opened(9)).race(join('s1'), count('s1')).under('stream-saga');
    const counted = (...order: readonly number[]) => story.run(...order).log.at(-1)?.data;
    expect(counted(1, 2, 2)).toMatchObject({ all: 0 });
    expect(counted(1, 1, 2, 2)).toMatchObject({ all: 1 });
    expect(counted(1, 1, 1, 1, 2, 2)).toMatchObject({ all: 1 });
  });

  describe('whose events hold what it read', () => {
    const story = specify({
      ...sections,
      events: {
        ...sections.events,
        Told: { fields: { student: 'string', all: 'int' }, tags: { student: 'event.student' } },
      },
      commands: {
        ...sections.commands,
        Report: {
          fields: JOINING,
          checks: ['All'],
          emits: [
            { event: 'Told', data: { all: 'All.joined' } },
            { event: 'Counted', data: { all: 'All.joined' } },
          ],
        },
      },
      aggregates: {
        ...sections.aggregates,
        Student: { id: 'student', events: ['Joined', 'Greeted', 'Told'] },
      },
    }).given(opened(9));
    const report = command('Report', { course: 'c9', student: 's1' });
    const reported = [
      ['Counted', { course: 'c9', all: 0 }],
      ['Told', { student: 's1', all: 0 }],
    ];

    it('S6 fixes them at the first read', () => {
      const { log } = story.race(report, join('s2')).under('stream-saga').run(1, 1, 2, 2, 1, 1);
      expect(log.filter(({ by }) => by === 0).map(({ type, data }) => [type, data])).toEqual(reported);
    });

    it('S3 keeps them when a later leg starts over', () => {
      const { log } = story
        .race(report, join('s2'), command('Greet', { student: 's1' }))
        .with({ attempts: 2 })
        .under('stream-saga')
        .run(1, 1, 1, 2, 2, 3, 3, 1, 1, 1);
      expect(log.filter(({ by }) => by === 0).map(({ type, data }) => [type, data])).toEqual(reported);
    });
  });

  it('V1 judges each leg by its own decision', () => {
    expect(outline(oneStudent.under('stream-saga').run(1, 2, 1, 2, 1, 1, 2))).toEqual([
      '#1 read Course-c1',
      '#2 read Course-c2',
      '#1 append Course-c1: safe',
      '#2 append Course-c2: safe',
      '#1 read Student-s1',
      '#1 append Student-s1: safe → accepted',
      '#2 read Student-s1 → partial',
    ]);
  });
});

describe('the verdicts', () => {
  it.each<[rule: string, verdict: string, strategy: StrategyId]>([
    ['V1', 'safe → accepted', 'log-lock'],
    ['V2', 'conflict → conflict', 'log-version'],
    ['V2', 'conflict → conflict', 'stream-version'],
    ['V2', 'conflict → conflict', 'tag-condition'],
    ['V6', 'missedConflict! → accepted', 'unguarded'],
  ])('%s the last seat gives %s under %s', (_, told, strategy) => {
    const order = strategy === 'log-lock' ? [1, 1, 1] : [1, 2, 2, 1];
    expect(outline(lastSeat.under(strategy).run(...order)).at(-1)).toBe(`#1 append: ${told}`);
  });

  it('V3 a stream that grew without a change in the decision gives a false conflict', () => {
    const story = given(opened(9)).race(join('s1'), join('s2')).under('stream-version');
    expect(lastStep(story.run(1, 2, 2, 1)).verdict).toBe('falseConflict');
  });

  it('V4 a number that has changed is a missed conflict without a violation', () => {
    const story = given(opened(9)).race(count('s1'), join('s1')).under('unguarded');
    expect(lastStep(story.run(1, 2, 2, 1))).toMatchObject({ verdict: 'missedConflict', violation: false });
  });

  it.each(['unguarded', 'tag-condition', 'stream-version'] as const)(
    'V5 a relaxed rule that is broken is tolerated under %s',
    (strategy) => {
      const story = given(opened(1)).race(join('s1', 'c1', 'JoinLoosely'), join('s2', 'c1', 'JoinLoosely'));
      expect(lastStep(story.under(strategy).run(1, 2, 2, 1))).toMatchObject({
        verdict: 'tolerated',
        violation: false,
      });
    },
  );

  it('V5 a strict rule that is broken as well is not tolerated', () => {
    const story = given(opened(1)).race(
      join('s1', 'c1', 'JoinHalfLoosely'),
      join('s1', 'c1', 'JoinHalfLoosely'),
    );
    expect(outline(story.under('unguarded').run(1, 2, 2, 1)).at(-1)).toBe(
      '#1 append: missedConflict! → accepted',
    );
  });

  it('V5 a relaxed rule that is broken is a conflict when something else stops the append', () => {
    const story = given(opened(1)).race(join('s1', 'c1', 'JoinLoosely'), join('s2', 'c1', 'JoinLoosely'));
    expect(lastStep(story.under('log-version').run(1, 2, 2, 1)).verdict).toBe('conflict');
  });
});
