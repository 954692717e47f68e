import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../../src/lib/json.ts';
import { proposeExamples } from '../../../../../src/panels/inspector/examples/propose-examples.ts';

const DOCUMENT: JsonObject = {
  ambit: '1.0',
  name: 'Courses',
  events: {
    CourseDefined: { fields: { courseId: 'string', capacity: 'int' } },
    StudentSubscribed: { fields: { studentId: 'string', courseId: 'string' } },
    StudentLocked: { fields: { studentId: 'string' } },
  },
  constraints: {
    CourseHasFreeSeat: {
      projections: {
        capacity: { on: { CourseDefined: 'event.capacity' } },
        taken: { on: { StudentSubscribed: 'state + 1' } },
      },
      rule: 'taken < capacity',
    },
    StudentIsFree: { projections: { locked: { on: { StudentLocked: 'true' } } }, rule: '!locked' },
  },
  commands: {
    SubscribeStudent: {
      fields: { studentId: 'string', courseId: 'string', remark: 'string?' },
      checks: ['CourseHasFreeSeat', { constraint: 'StudentIsFree' }],
    },
  },
};

describe('proposed examples', () => {
  it('begin with one that works, after what its constraints need', () => {
    expect(proposeExamples(DOCUMENT, 'SubscribeStudent')[0]).toEqual({
      label: 'It works',
      example: {
        name: 'SubscribeStudent works',
        given: [{ event: 'CourseDefined', data: { courseId: 'c1', capacity: 10 } }],
        when: { command: 'SubscribeStudent', data: { studentId: 's1', courseId: 'c1' } },
      },
    });
  });

  it('have one for each constraint that can say no', () => {
    const labels = proposeExamples(DOCUMENT, 'SubscribeStudent').map(({ label }) => label);
    expect(labels).toEqual(['It works', 'CourseHasFreeSeat says no', 'StudentIsFree says no']);
  });

  it('leave out what is shown already', () => {
    const when = '{ "command": "SubscribeStudent" }';
    const examples = JSON.parse(
      `[{ "name": "a", "when": ${when}, "then": { "events": [] } },
        { "name": "b", "when": ${when}, "then": { "rejected": ["StudentIsFree"] } }]`,
    );
    const labels = proposeExamples({ ...DOCUMENT, examples }, 'SubscribeStudent').map(({ label }) => label);
    expect(labels).toEqual(['CourseHasFreeSeat says no']);
  });

  it('come out of broken documents too', () => {
    const broken = { ...DOCUMENT, examples: [7], constraints: 5, commands: { toString: { checks: 'x' } } };
    expect(proposeExamples(broken, 'toString')).toHaveLength(1);
    expect(proposeExamples(broken, 'valueOf')).toHaveLength(1);
  });
});
