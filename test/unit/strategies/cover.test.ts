import { describe, expect, it } from 'vitest';
import { lockedTypes, watchedTypes } from '../../../src/strategies/cover.ts';
import type { Guard } from '../../../src/strategies/guard.ts';
import { compileSections } from '../../helpers/given-when-then.ts';

const model = compileSections({
  events: {
    Opened: { fields: { course: 'string' }, tags: { course: 'event.course' } },
    Joined: {
      fields: { course: 'string', student: 'string' },
      tags: { course: 'event.course', student: 'event.student' },
    },
    Registered: { fields: { student: 'string' }, tags: { student: 'event.student' } },
  },
  aggregates: {
    Course: { id: 'course', events: ['Opened', 'Joined'] },
    Student: { id: 'student', events: ['Registered'] },
  },
});

const ofCourse = { types: ['Opened', 'Joined'], tags: ['course:c1'] };
const ofStudent = { types: ['Registered', 'Joined'], tags: ['student:s1'] };
const every = { types: ['Joined'], tags: [] };
const watches = (guard: Guard, item: typeof ofCourse) => watchedTypes(model, guard, item);

describe('which types a guard watches', () => {
  it('S3 without a guard none, with the log’s version all', () => {
    expect(watches({ kind: 'none' }, ofCourse)).toEqual([]);
    expect(watches({ kind: 'log' }, every)).toEqual(['Joined']);
  });

  it('S4 a stream watches what its aggregate owns under its own tag', () => {
    const course: Guard = { kind: 'streams', streams: ['Course-c1'] };
    expect(watches(course, ofCourse)).toEqual(['Opened', 'Joined']);
    expect(watches(course, { ...ofCourse, tags: ['course:c2'] })).toEqual([]);
    expect(watches(course, ofStudent)).toEqual([]);
    expect(watches(course, every)).toEqual([]);
  });

  it('S4 a stream can watch some types of a query and not the others', () => {
    expect(watches({ kind: 'streams', streams: ['Course-c2', 'Student-s1'] }, ofStudent)).toEqual([
      'Registered',
    ]);
  });

  it('B2 a query watches the types it names, under the same tags or fewer', () => {
    const query = (types: readonly string[], tags: readonly string[]): Guard => ({
      kind: 'query',
      query: { items: [{ types, tags }] },
    });
    expect(watches(query(['Joined'], ['course:c1']), ofCourse)).toEqual(['Joined']);
    expect(watches(query([], ['course:c1']), ofCourse)).toEqual(['Opened', 'Joined']);
    expect(watches(query(['Joined'], []), ofCourse)).toEqual(['Joined']);
    expect(watches(query(['Joined'], ['course:c1', 'student:s1']), ofCourse)).toEqual([]);
  });
});

describe('which types a lock keeps', () => {
  it('S7 the whole log, a tag of the query, or a type where the query has no tags', () => {
    expect(lockedTypes(['*'], ofStudent)).toEqual(ofStudent.types);
    expect(lockedTypes(['course:c1'], ofCourse)).toEqual(ofCourse.types);
    expect(lockedTypes(['course:c1', 'type:Joined'], ofStudent)).toEqual([]);
    expect(lockedTypes(['type:Joined'], every)).toEqual(['Joined']);
    expect(lockedTypes([], every)).toEqual([]);
  });
});
