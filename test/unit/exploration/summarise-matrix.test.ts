import { beforeAll, describe, expect, it } from 'vitest';
import type { CompiledModel } from '../../../src/decision/compiled-model.ts';
import { exploreMatrix } from '../../../src/exploration/matrix.ts';
import type { MatrixCell } from '../../../src/exploration/matrix-result.ts';
import { type MatrixPlace, summariseMatrix } from '../../../src/exploration/summarise-matrix.ts';
import type { Model } from '../../../src/model/schema.ts';
import type { StrategyId } from '../../../src/strategies/program.ts';
import { compileSections } from '../../helpers/given-when-then.ts';
import { compileShipped } from '../models/shipped-model.ts';

function searchAll(model: CompiledModel): readonly MatrixCell[] {
  const search = exploreMatrix(model);
  for (;;) {
    const { done, value } = search.next();
    if (done) return value;
  }
}

function say({ commands, pattern }: MatrixPlace): string {
  return `${commands.join(' × ')}, ${pattern}`;
}

describe('M6 the summary of the course model', () => {
  let model: CompiledModel;
  let cells: readonly MatrixCell[];
  beforeAll(() => {
    model = compileShipped('course-subscriptions');
    cells = searchAll(model);
  });

  const summary = (strategy: StrategyId) => summariseMatrix(model.model, cells, strategy);
  const fates = (strategy: StrategyId) =>
    Object.fromEntries(summary(strategy).constraints.map(({ name, fate }) => [name, fate]));

  it('M6 a course that exists stays, so that needs no boundary under any strategy', () => {
    for (const strategy of ['unguarded', 'stream-version', 'tag-lock'] as const)
      expect(fates(strategy)['CourseExists']).toBe('free');
  });

  it('M6 streams keep the seats of a course, and not the limit of a student', () => {
    expect(fates('stream-version')).toEqual({
      CourseExists: 'free',
      CourseHasFreeSeat: 'kept',
      StudentHasFreeSlot: 'overtaken',
    });
    const [limit] = summary('stream-version').constraints.filter(({ fate }) => fate === 'overtaken');
    expect(limit?.isBroken).toBe(true);
    expect(limit?.places.map(say)).toEqual([
      'RegisterStudent × SubscribeStudent, same student',
      'SubscribeStudent × SubscribeStudent, other course, same student',
    ]);
  });

  it('M6 what a constraint is kept from is where it would break without a guard', () => {
    const [seats] = summary('tag-condition').constraints.filter(({ name }) => name === 'CourseHasFreeSeat');
    expect(seats?.fate).toBe('kept');
    expect(seats?.places.map(say)).toEqual([
      'DefineCourse × SubscribeStudent, same course',
      'ChangeCapacity × SubscribeStudent, same course',
      'SubscribeStudent × SubscribeStudent, same course, same student',
      'SubscribeStudent × SubscribeStudent, same course, other student',
    ]);
  });

  it('M6 a full course stops others only for nothing: nobody reads that it is full', () => {
    const needless = summary('log-version').needless;
    expect(needless.map(({ event }) => event)).toEqual(['CourseFullyBooked']);
    expect(summary('tag-condition').needless).toEqual([]);
    expect(summary('stream-version').needless.map(({ event }) => event)).toEqual([
      'CourseFullyBooked',
      'StudentRegistered',
    ]);
  });

  it('M6 counts the pairs as the totals of the matrix do', () => {
    expect(summary('stream-version')).toMatchObject({ pairs: 10, missing: 2, stoppingForNothing: 7 });
    expect(summary('tag-condition')).toMatchObject({ missing: 0, stoppingForNothing: 5 });
    expect(summary('log-lock')).toMatchObject({ missing: 0, stoppingForNothing: 0, waitingForNothing: 10 });
  });

  it('M7 a student can take the same course twice', () => {
    const repeating = cells.flatMap(({ patterns }) => patterns.flatMap(({ repeats }) => repeats ?? []));
    expect(repeating).toHaveLength(1);
    const [hit] = repeating;
    expect(hit?.race.commands).toEqual([
      { command: 'SubscribeStudent', data: { courseId: 'course1', studentId: 'student1' } },
      { command: 'SubscribeStudent', data: { courseId: 'course1', studentId: 'student1' } },
    ]);
    expect(hit?.schedule.map(({ command, step }) => `#${command + 1} ${step}`)).toEqual([
      '#1 read',
      '#1 append',
      '#2 read',
      '#2 append',
    ]);
  });
});

/** Numbers are given out in order, and a list is closed once and for all; adding to it may come late. */
const NUMBERED: Partial<Model> = {
  events: { Added: { fields: { number: 'int' } }, Closed: {} },
  constraints: {
    NextNumber: { projections: { last: { initial: 0, on: { Added: 'event.number' } } } },
    IsOpen: {
      projections: { closed: { initial: false, on: { Closed: 'true' } } },
      rule: '!closed',
      consistency: 'relaxed',
    },
  },
  commands: {
    Add: {
      checks: ['NextNumber', 'IsOpen'],
      emits: [{ event: 'Added', data: { number: 'NextNumber.last + 1' } }],
    },
    Close: { emits: ['Closed'] },
  },
};

describe('M6 the summary of numbers that are given out', () => {
  const model = compileSections(NUMBERED);
  const cells = searchAll(model);
  const constraints = (strategy: StrategyId) => summariseMatrix(model.model, cells, strategy).constraints;

  it('M6 a constraint without a rule is out of date, not broken', () => {
    expect(constraints('unguarded')[0]).toMatchObject({
      name: 'NextNumber',
      fate: 'overtaken',
      isBroken: false,
    });
    expect(constraints('tag-condition')[0]).toMatchObject({ name: 'NextNumber', fate: 'kept' });
  });

  it('M6 what a relaxed constraint lets slip is tolerated', () => {
    expect(constraints('tag-condition')[1]).toMatchObject({
      name: 'IsOpen',
      fate: 'tolerated',
      isBroken: true,
    });
    expect(constraints('log-version')[1]).toMatchObject({ name: 'IsOpen', fate: 'kept' });
  });

  it('M6 without streams, what they would do is not known', () => {
    const summary = summariseMatrix(model.model, cells, 'stream-version');
    expect(summary.unavailable).toContain('Added');
    expect(summary.constraints.map(({ fate }) => fate)).toEqual(['unknown', 'unknown']);
    expect([summary.missing, summary.needless]).toEqual([0, []]);
  });
});
