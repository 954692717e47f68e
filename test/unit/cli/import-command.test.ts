import { describe, expect, it } from 'vitest';
import { runOn } from './memory-io.ts';

const FIRST = {
  meta: { id: 'course_01' },
  eventDefinitions: [
    {
      name: 'CourseDefined',
      schema: { type: 'object', properties: { courseId: { type: 'string' } } },
      tagResolvers: ['course:{data.courseId}'],
    },
  ],
};
const SECOND = {
  meta: { id: 'course_02', extends: 'course_01' },
  eventDefinitions: [{ name: 'CourseClosed' }],
};

describe('import', () => {
  it('prints a model in canonical form', async () => {
    const { code, out } = await runOn({ 'a.json': FIRST }, ['import', 'a.json']);
    expect(JSON.parse(out)).toMatchObject({ ambit: '1.0', name: 'Course', events: { CourseDefined: {} } });
    expect((await runOn({ '-': out }, ['format', '--check', '-'])).code).toBe(0);
    expect(code).toBe(0);
  });

  it('takes several files as one chain', async () => {
    const { out } = await runOn({ 'a.json': FIRST, 'b.json': SECOND }, [
      'import',
      'a.json',
      'b.json',
      '--from',
      'dcb',
    ]);
    expect(Object.keys(JSON.parse(out).events)).toEqual(['CourseDefined', 'CourseClosed']);
  });

  it('tells on standard error what it could not import', async () => {
    const { code, out, err } = await runOn({ 'a.json': '[]' }, ['import', 'a.json']);
    expect(err).toMatch(/^ambit: error dcb-invalid: a\.json: /);
    expect([code, out]).toEqual([2, '']);
  });

  it('answers 2 for a file that is not there and a format it does not know', async () => {
    expect((await runOn({}, ['import', 'a.json'])).err).toBe('ambit: There is no file a.json.\n');
    const { code, err } = await runOn({ 'a.json': FIRST }, ['import', 'a.json', '--from', 'dbc']);
    expect(err).toContain('There is no format “dbc”. Did you mean dcb?');
    expect(code).toBe(2);
  });
});
