import type { Query } from '../../../src/decision/query.ts';
import type { NewEvent } from '../../../src/event-store/port.ts';

/** One question, as the store takes it and as the keys that somebody would look up by hand. */
export interface Question {
  readonly query: Query;
  /** Whatever stands under any of these keys (`[tag]` or `[tag, type]`) matches, if it carries `also` as well. */
  readonly keys: readonly (readonly string[])[];
  readonly also?: string;
}

const TIME = '2026-11-02T09:00:00.000Z';
const PER_COURSE = 200;

/** How many courses a log has; each of them 200 events, half of each type. */
export function countCourses(events: number): number {
  return Math.floor(events / PER_COURSE);
}

/**
 * The event at a place in a log: of a course's 200 events 100 are of each type, 100 in each term, and two of each of 100
 * students; each student has 200 events too, and each term half of the log.
 */
export function logEvent(place: number, courses: number): NewEvent {
  const course = place % courses;
  const turn = Math.floor(place / courses);
  const type = turn % 2 === 0 ? 'StudentSubscribed' : 'StudentUnsubscribed';
  const student = (course + Math.floor(turn / 2)) % courses;
  const term = turn % 4 < 2 ? 'spring' : 'autumn';
  return makeEvent(type, [`course:${course}`, `student:${student}`, `term:${term}`]);
}

/** A subscription of a student to a course. */
export function subscribed(course: string, student: string): NewEvent {
  return makeEvent('StudentSubscribed', [`course:${course}`, `student:${student}`]);
}

/** What a course's subscriptions are: one type, one tag. */
export function askSubscriptions(course: string): Question {
  const tag = `course:${course}`;
  return {
    query: { items: [{ types: ['StudentSubscribed'], tags: [tag] }] },
    keys: [[tag, 'StudentSubscribed']],
  };
}

/** What a subscription is decided on: three types of the course, one of the student. */
export function askEnrolment(course: string, student: string): Question {
  const [room, person] = [`course:${course}`, `student:${student}`];
  const types = ['CapacityChanged', 'CourseDefined', 'StudentSubscribed'];
  return {
    query: {
      items: [
        { types, tags: [room] },
        { types: ['StudentSubscribed'], tags: [person] },
      ],
    },
    keys: [...types.map((type) => [room, type]), [person, 'StudentSubscribed']],
  };
}

/** The events of a course in a term, or of a course and a student: two tags, any type. */
export function askTwoTags(course: string, also: string): Question {
  const tag = `course:${course}`;
  return { query: { items: [{ types: [], tags: [tag, also] }] }, keys: [[tag]], also };
}

function makeEvent(type: string, tags: readonly string[]): NewEvent {
  return { id: crypto.randomUUID(), type, data: { note: 'as agreed', seats: 3 }, tags, time: TIME };
}
