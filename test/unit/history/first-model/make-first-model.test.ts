import { describe, expect, it } from 'vitest';
import { makeFirstModel } from '../../../../src/history/first-model/make-first-model.ts';
import type { LogMapping } from '../../../../src/history/import/log-mapping.ts';
import type { PastEvent } from '../../../../src/history/past-event.ts';
import type { JsonObject } from '../../../../src/lib/json.ts';
import { checkModel } from '../../../../src/model/check-model.ts';
import { LOG_WRITERS, sampleEvents } from '../../../helpers/log-files.ts';
import { importLog, surveyLog } from '../../../helpers/read-log-file.ts';

const MAPPING: LogMapping = {
  type: [['type']],
  time: ['time'],
  dayOrder: 'day-first',
  id: null,
  actor: null,
  correlation: null,
  tags: [{ concept: 'course', fields: [['objects', 'Course No.']] }],
  data: [],
};

let time = 0;
function event(type: string, data: JsonObject, ...tags: string[]): PastEvent {
  time++;
  return { id: `e${time}`, type, time, actor: null, correlation: null, tags, data };
}

function modelOf(...events: PastEvent[]) {
  return makeFirstModel(events, MAPPING, 'A log').model;
}

describe('a first model of a log', () => {
  it('has fields of the narrowest types that all events fit', () => {
    const { events } = modelOf(
      event('A', {
        n: 1,
        x: 1,
        when: '2020-01-01T00:00:00Z',
        on: true,
        list: [1],
        o: {},
        mixed: 1,
        gone: null,
      }),
      event('A', {
        n: 2,
        x: 0.5,
        when: '2021-01-01T00:00:00Z',
        on: false,
        list: [],
        o: {},
        mixed: 'a',
        rare: 'b',
      }),
    );
    expect(events?.['A']?.fields).toEqual({
      n: 'int',
      x: 'double',
      when: 'timestamp',
      on: 'bool',
      list: 'list<int>',
      o: 'map<string, dyn>',
      mixed: 'dyn',
      gone: 'dyn?',
      rare: 'string?',
    });
  });

  it('reads a tag from the field that holds its value, and says what the log calls it', () => {
    const { events, tags } = modelOf(
      event('A', { courseNo: 'c1', n: 'c1' }, 'course:c1'),
      event('A', { courseNo: 'c2', n: 'c1' }, 'course:c2'),
    );
    expect(events?.['A']?.tags).toEqual({ course: 'event.courseNo' });
    expect(tags).toEqual({ course: { description: 'In the log: “Course No.”.' } });
  });

  it('gives a tag that stands in no field one of its own: of one, of none or one, of many', () => {
    const { events } = modelOf(
      event('One', {}, 'course:c1'),
      event('Some', {}),
      event('Some', {}, 'course:c1'),
      event('Many', { course: 7 }, 'course:c1', 'course:c2'),
    );
    expect(events).toMatchObject({
      One: { fields: { course: 'string' }, tags: { course: 'event.course' } },
      Some: {
        fields: { course: 'string?' },
        tags: { course: 'has(event.course) ? event.course : null' },
      },
      Many: { fields: { course: 'int', courseId: 'list<string>' }, tags: { course: 'event.courseId' } },
    });
  });

  it('has its events in the order in which they come in the lives of what they are about', () => {
    const model = modelOf(
      event('closed', {}, 'course:c0'),
      event('opened', {}, 'course:c1'),
      event('used', {}, 'course:c1'),
      event('opened', {}, 'course:c2'),
      event('closed', {}, 'course:c1'),
      event('opened', {}, 'course:c3'),
      event('used', {}, 'course:c2'),
      event('closed', {}, 'course:c2'),
    );
    expect(Object.keys(model.events ?? {})).toEqual(['opened', 'used', 'closed']);
  });

  it('leaves out the rarest of too many types, and names them', () => {
    const events = Array.from({ length: 130 }, (_, at) => event(`T${at}`, {}));
    const { model, leftOut } = makeFirstModel([...events, event('T129', {})], MAPPING, 'A log');
    expect(Object.keys(model.events ?? {})).toHaveLength(120);
    expect(Object.keys(model.events ?? {})).toContain('T129');
    expect(leftOut).toHaveLength(10);
  });

  it.each(Object.entries(LOG_WRITERS))('of %s has no fault', (_, write) => {
    const text = write(sampleEvents(40));
    const mapping = surveyLog(text).proposal?.mapping ?? MAPPING;
    const { model } = makeFirstModel(importLog(text).events, mapping, 'A log');
    const errors = [...checkModel(model)].filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
    expect(Object.keys(model.events ?? {})).toEqual(['created', 'commented', 'closed']);
  });
});
