import type { Model, Race } from '../../src/model/schema.ts';

const PAIRS = [
  [0, 0],
  [0, 1],
  [0, 2],
  [1, 0],
  [2, 0],
  [1, 1],
  [2, 2],
  [1, 2],
  [3, 0],
  [3, 1],
] as const;

/** Courses with capacity 2, at most 2 courses per student, only the aggregate Course: the model behind the pinned figures. */
export const enrolment: Model = {
  ambit: '1.0',
  name: 'Enrolment',
  tags: { course: {}, student: {} },
  events: {
    CourseDefined: { fields: { course: 'string', capacity: 'int' }, tags: { course: 'event.course' } },
    StudentSubscribed: {
      fields: { student: 'string', course: 'string' },
      tags: { student: 'event.student', course: 'event.course' },
    },
  },
  constraints: {
    CourseHasFreeSeat: {
      parameters: { course: 'string' },
      projections: {
        capacity: { tags: { course: 'course' }, initial: 0, on: { CourseDefined: 'event.capacity' } },
        taken: { tags: { course: 'course' }, initial: 0, on: { StudentSubscribed: 'state + 1' } },
      },
      rule: 'taken < capacity',
    },
    StudentHasFreeSlot: {
      parameters: { student: 'string' },
      projections: {
        courses: { tags: { student: 'student' }, initial: 0, on: { StudentSubscribed: 'state + 1' } },
      },
      rule: 'courses < 2',
    },
  },
  commands: {
    Subscribe: {
      fields: { student: 'string', course: 'string' },
      checks: ['CourseHasFreeSeat', 'StudentHasFreeSlot'],
      emits: ['StudentSubscribed'],
    },
  },
  aggregates: { Course: { id: 'course', events: ['CourseDefined', 'StudentSubscribed'] } },
};

/** The race of the first `n` (at most 10) subscriptions. */
export function enrolmentRace(n: number, attempts: Race['attempts'] = 1): Race {
  return {
    name: `The first ${n}`,
    given: ['c0', 'c1', 'c2'].map((course) => ({ event: 'CourseDefined', data: { course, capacity: 2 } })),
    commands: PAIRS.slice(0, n).map(([student, course]) => ({
      command: 'Subscribe',
      data: { student: `s${student}`, course: `c${course}` },
    })),
    attempts,
  };
}
