import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LOG_WRITERS, sampleEvents } from '../../helpers/log-files.ts';
import { COURSES } from './course-model.ts';
import { runOn } from './memory-io.ts';

const EVENT = {
  type: 'CourseDefined',
  data: { courseId: 'c1', capacity: 2 },
  tags: ['course:c1'],
  time: '2001-01-01T00:00:00Z',
};
const plain = (...events: readonly object[]) => events.map((event) => JSON.stringify(event)).join('\n');
const archive = [
  { format: 'ambit-events', version: 1, store: 's' },
  { event: { position: 3, id: 'a', ...EVENT } },
  { event: { position: 7, id: 'b', ...EVENT, data: { courseId: 'c1' } } },
  { end: { events: 2, retaggings: 0 } },
];
const MERGE = {
  name: 'One for two',
  change: 'merge',
  event: 'CourseOpened',
  with: 'CourseDefined',
  by: 'event.courseId',
};
const replay = (log: string, ...args: readonly string[]) =>
  runOn({ 'm.json': COURSES, 'log.ndjson': log }, ['replay', 'm.json', '--log', 'log.ndjson', ...args]);

describe('replay', () => {
  it('exits 0 where every event fits', async () => {
    expect(await replay(plain(EVENT, EVENT))).toMatchObject({
      code: 0,
      out: expect.stringContaining('All 2 events fit.'),
    });
  });

  it('exits 1 at an event of doom, and names it by its position in the archive', async () => {
    const { code, out } = await replay(plain(...archive));
    expect(code).toBe(1);
    expect(out).toContain('1 of 2 events no longer fits.');
    expect(out).toContain('Event of doom\n  7  CourseDefined  b\n');
    expect(out).toContain('at /events/CourseDefined/fields/capacity');
  });

  it('prints the report as JSON', async () => {
    const { out } = await replay(plain(...archive), '--json');
    expect(JSON.parse(out)).toMatchObject({ model: 'Courses', events: 2, doomed: 1, doom: { position: 7 } });
  });

  it('exits 2 at a log that cannot be read, and says which lines are wrong', async () => {
    const { code, err } = await replay(plain(EVENT, { data: {} }));
    expect(code).toBe(2);
    expect(err).toContain('line 2: The "type" of the event is missing');
    expect((await replay('')).err).toContain('There is no event in log.ndjson');
    expect((await replay(plain(...archive.slice(0, 2)))).err).toContain('cut off');
  });
});

describe('replay of a log of another system', () => {
  const TYPE = {
    type: [['kind']],
    time: ['at'],
    dayOrder: 'day-first',
    id: null,
    actor: null,
    correlation: null,
  };

  it.each(Object.entries(LOG_WRITERS))('finds that all of %s fits its first model', async (_, write) => {
    const log = write(sampleEvents(20));
    const { out: model } = await runOn({ log }, ['import', '--from', 'log', 'log']);
    const { code, out } = await runOn({ log, 'm.json': model }, ['replay', 'm.json', '--log', 'log']);
    expect(out).toContain('All 20 events fit.');
    expect(code).toBe(0);
  });

  it('unpacks what is gzipped', async () => {
    const packed = gzipSync(plain(EVENT));
    const readFile = async (path: string) =>
      path === 'log.gz' ? packed : new TextEncoder().encode(JSON.stringify(COURSES));
    const { out } = await runOn({}, ['replay', 'm.json', '--log', 'log.gz'], { readFile });
    expect(out).toContain('The one event fits.');
  });

  it('reads it under a mapping, and fills the field that a tag is read from', async () => {
    const log = 'kind,at,number,capacity\nCourseDefined,2001-01-01,c1,2\nCourseDefined,,c2,2\n';
    const mapping = { ...TYPE, tags: [{ concept: 'course', fields: [['number']] }], data: [['capacity']] };
    const model = {
      ambit: '1.0',
      name: 'Courses',
      tags: { course: {} },
      events: {
        CourseDefined: { fields: { id: 'string', capacity: 'string' }, tags: { course: 'event.id' } },
      },
    };
    const files = { 'm.json': model, log, 'map.json': mapping };
    const { code, out, err } = await runOn(files, [
      'replay',
      'm.json',
      '--log',
      'log',
      '--mapping',
      'map.json',
    ]);
    expect(out).toContain('The one event fits.');
    expect(err).toContain('1 row is left out.');
    expect(code).toBe(2);
  });
});

describe('replay --migrations', () => {
  const opened = { ...EVENT, type: 'CourseOpened', data: { courseId: 'c1' }, tags: ['room:r1'] };
  const run = (model: object, ...args: readonly string[]) =>
    runOn({ 'm.json': model, 'log.ndjson': plain(opened, EVENT) }, [
      'replay',
      'm.json',
      '--log',
      'log.ndjson',
      '--migrations',
      ...args,
    ]);

  it('shows the log before and after, and exits 0 where all fits afterwards', async () => {
    const { code, out } = await run({ ...COURSES, migrations: [MERGE] });
    expect(code).toBe(0);
    expect(out).toContain('1 of 2 events no longer fits.');
    expect(out).toContain('Migration  One for two: 2 events\n    1 − CourseOpened');
    expect(out).toContain('2 events become 1: 1 changed, 1 gone, 0 added.');
    expect(out).toContain('The one event fits.');
  });

  it('says which decisions come out differently', async () => {
    const drop = { name: 'Away', change: 'drop', event: 'CourseDefined' };
    const subscribed = {
      type: 'Subscribed',
      data: { studentId: 's1', courseId: 'c1' },
      tags: ['student:s1', 'course:c1'],
      time: '2001-01-02T00:00:00Z',
    };
    const files = { 'm.json': { ...COURSES, migrations: [drop] }, 'log.ndjson': plain(EVENT, subscribed) };
    const { out } = await runOn(files, ['replay', 'm.json', '--log', 'log.ndjson', '--migrations', '--json']);
    expect(JSON.parse(out).decisions).toMatchObject({
      compared: 1,
      changed: [
        { position: 2, command: 'Subscribe', before: { kind: 'accepted' }, after: { kind: 'rejected' } },
      ],
    });
  });
});
