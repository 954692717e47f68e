const course = (courseId: string, capacity: number) => ({
  event: 'CourseDefined',
  data: { courseId, capacity },
});
const subscribe = (studentId: string, courseId: string) => ({
  command: 'Subscribe',
  data: { studentId, courseId },
});

/** A race for the one seat that is left. */
export const LAST_SEAT = {
  name: 'The last seat',
  given: [course('c1', 1)],
  commands: [subscribe('s1', 'c1'), subscribe('s2', 'c1')],
};

/** One student asks for two courses and may take one: streams do not notice. */
export const LAST_COURSE = {
  name: 'The last course',
  description: 'One student asks for two courses at once.',
  given: [course('c1', 9), course('c2', 9)],
  commands: [subscribe('s1', 'c1'), subscribe('s1', 'c2')],
};

/** Nothing in common. */
export const STRANGERS = {
  name: 'Strangers',
  given: [course('c1', 9), course('c2', 9)],
  commands: [subscribe('s1', 'c1'), subscribe('s2', 'c2')],
};

export const FULL_COURSE = {
  name: 'A full course takes nobody',
  given: [course('c1', 0)],
  when: subscribe('s1', 'c1'),
  // biome-ignore lint/suspicious/noThenProperty: given / when / then are the format's words, and nothing awaits them.
  then: { rejected: ['FreeSeat'] },
};

/** An example that fails: it expects the student to get in. */
// biome-ignore lint/suspicious/noThenProperty: as above.
export const WRONG_EXAMPLE = { ...FULL_COURSE, then: { events: [] } };

/** A course with seats, students who may take one course each; the aggregate owns both events. */
export const COURSES = {
  ambit: '1.0',
  name: 'Courses',
  tags: { course: {}, student: {} },
  events: {
    CourseDefined: {
      fields: { courseId: 'string', capacity: 'int' },
      tags: { course: 'event.courseId' },
    },
    Subscribed: {
      fields: { studentId: 'string', courseId: 'string' },
      tags: { student: 'event.studentId', course: 'event.courseId' },
    },
  },
  constraints: {
    FreeSeat: {
      parameters: { courseId: 'string' },
      projections: {
        capacity: { tags: { course: 'courseId' }, initial: 0, on: { CourseDefined: 'event.capacity' } },
        taken: { tags: { course: 'courseId' }, initial: 0, on: { Subscribed: 'state + 1' } },
      },
      rule: 'taken < capacity',
    },
    FreeSlot: {
      parameters: { studentId: 'string' },
      projections: {
        courses: { tags: { student: 'studentId' }, initial: 0, on: { Subscribed: 'state + 1' } },
      },
      rule: 'courses < 1',
    },
  },
  commands: {
    DefineCourse: { fields: { courseId: 'string', capacity: 'int' }, emits: ['CourseDefined'] },
    Subscribe: {
      fields: { studentId: 'string', courseId: 'string' },
      checks: ['FreeSeat', 'FreeSlot'],
      emits: ['Subscribed'],
    },
  },
  aggregates: { Course: { id: 'course', events: ['CourseDefined', 'Subscribed'] } },
  examples: [FULL_COURSE],
  races: [LAST_SEAT, LAST_COURSE],
};
