import { describe, expect, it } from 'vitest';
import { compileModel } from '../../../../src/decision/compile.ts';
import { replayLog } from '../../../../src/history/replay/replay.ts';
import type { ReplayedEvent } from '../../../../src/history/replay/replay-report.ts';
import type { JsonObject } from '../../../../src/lib/json.ts';
import type { Model } from '../../../../src/model/schema.ts';
import { COURSES } from '../../cli/course-model.ts';

const at = (position: number, type: string, data: JsonObject, tags: readonly string[]): ReplayedEvent => ({
  position,
  id: `e${position}`,
  type,
  data,
  tags,
  time: '2001-01-01T00:00:00Z',
});
const defined = (position: number, courseId: string, capacity: number | string) =>
  at(position, 'CourseDefined', { courseId, capacity }, [`course:${courseId}`]);
const subscribed = (position: number, studentId: string, courseId: string) =>
  at(position, 'Subscribed', { studentId, courseId }, [`student:${studentId}`, `course:${courseId}`]);
const LOG = [defined(1, 'c1', 2), subscribed(2, 's1', 'c1'), subscribed(5, 's2', 'c1')];

function replay(events: readonly ReplayedEvent[], change: object = {}) {
  const steps = replayLog(compileModel({ ...COURSES, ...change } as unknown as Model), events);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The course model with another fold of the seats that are taken. */
const withTaken = (source: string, parameters: object = { courseId: 'string' }) => ({
  constraints: {
    FreeSeat: {
      parameters,
      projections: { taken: { tags: { course: 'courseId' }, initial: 0, on: { Subscribed: source } } },
    },
  },
});

describe('replaying a log under a model', () => {
  it('finds nothing where every event fits, and counts what was folded', () => {
    expect(replay(LOG)).toMatchObject({ events: 3, doomed: 0, warned: 0, doom: null, causes: [] });
    // Seats and capacity of one course, and the courses of two students.
    expect(replay(LOG).folded).toBe(4);
  });

  it('names the first event of a type that the model does not have, and how many there are', () => {
    const { Subscribed: _, ...events } = COURSES.events;
    const { doom, doomed, causes } = replay(LOG, { events });
    expect(doom).toMatchObject({ position: 2, id: 'e2', kind: 'unknown-type', type: 'Subscribed' });
    expect([doomed, causes.map(({ count }) => count)]).toEqual([2, [2]]);
  });

  it('points at the field that an event lacks, or holds in another type', () => {
    const { CourseDefined } = COURSES.events;
    const fields = { ...CourseDefined.fields, title: 'string', note: 'string?' };
    const events = { ...COURSES.events, CourseDefined: { ...CourseDefined, fields } };
    expect(replay(LOG, { events }).doom).toMatchObject({
      position: 1,
      kind: 'missing-field',
      at: '/events/CourseDefined/fields/title',
    });
    const wrong = replay([defined(1, 'c1', 'many')]);
    expect(wrong.causes.map(({ kind, at }) => [kind, at])).toEqual([
      ['wrong-value', '/events/CourseDefined/fields/capacity'],
    ]);
  });

  it('warns of tags that would come out differently today, which is no doom', () => {
    const { doom, warned, causes } = replay([
      { ...subscribed(1, 's1', 'c1'), tags: ['student:s1', 'room:r1'] },
    ]);
    expect([doom, warned]).toEqual([null, 1]);
    expect(causes[0]).toMatchObject({
      kind: 'other-tags',
      first: { reason: 'Written today it would also carry course:c1 and would not carry room:r1' },
    });
  });

  it('D3: tells the expression of a fold that fails, and of which instance', () => {
    const { doom, causes } = replay(LOG, withTaken('1 / (1 - state) + state'));
    expect(doom).toMatchObject({
      position: 5,
      kind: 'fold-fails',
      at: '/constraints/FreeSeat/projections/taken/on/Subscribed',
      expression: '1 / (1 - state) + state',
      subject: 'FreeSeat · taken of course:c1',
    });
    expect(causes).toHaveLength(1);
  });

  it('folds each instance for itself: a fold that failed in one goes on in the other', () => {
    const log = [...LOG, subscribed(6, 's1', 'c2'), subscribed(7, 's3', 'c1'), subscribed(8, 's3', 'c2')];
    const { misfits } = replay(log, withTaken('1 / (1 - state) + state'));
    expect(misfits.map(({ position, subject }) => [position, subject])).toEqual([
      [5, 'FreeSeat · taken of course:c1'],
      [8, 'FreeSeat · taken of course:c2'],
    ]);
  });

  it('gives a parameter that no tag tells a value of its type', () => {
    const parameters = { courseId: 'string', weight: 'int' };
    expect(replay(LOG, withTaken('state + 6 / weight', parameters)).doom).toBeNull();
  });

  it('folds read models, row by row', () => {
    const Seats = { key: 'event.courseId', initial: 0, on: { Subscribed: '10 / (1 - state)' } };
    const { doom } = replay([...LOG, subscribed(9, 's3', 'c1')], { readModels: { Seats } });
    expect(doom).toBeNull();
    const Strict = { key: 'event.courseId', initial: 1, on: { Subscribed: '10 / (1 - state)' } };
    expect(replay(LOG, { readModels: { Strict } }).doom).toMatchObject({
      position: 2,
      at: '/readModels/Strict/on/Subscribed',
      subject: 'read model Strict, row c1',
    });
  });

  it('S6: counts a fact once, from its first copy', () => {
    const copy = { ...subscribed(3, 's1', 'c1'), copyOf: 'e2' };
    const { doom } = replay(
      [defined(1, 'c1', 2), subscribed(2, 's1', 'c1'), copy],
      withTaken('1 / (1 - state)'),
    );
    expect(doom).toBeNull();
  });

  it('takes a hostile log: names every object has, wrong times, nested data', () => {
    const log = [
      at(1, '__proto__', {}, []),
      at(2, 'toString', { constructor: 1 }, ['constructor:1']),
      { ...subscribed(3, 's1', 'c1'), time: 'yesterday' },
    ];
    expect(replay(log).misfits.map(({ kind }) => kind)).toEqual([
      'unknown-type',
      'unknown-type',
      'wrong-time',
    ]);
  });
});
