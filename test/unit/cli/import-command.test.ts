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

const LOG = `time,activity,user,order_id,total
2020-01-01T10:00:00Z,placed,ann,o1,10
2020-01-01T11:00:00Z,paid,ann,o1,10
2020-01-01T10:30:00Z,placed,bob,o2,5
`;

describe('import of a log', () => {
  it('prints a first model that has no faults, in the order in which the types come', async () => {
    const { code, out, err } = await runOn({ 'orders.csv': LOG }, ['import', 'orders.csv']);
    expect([code, err]).toEqual([0, '']);
    const model = JSON.parse(out);
    expect(model.name).toBe('orders');
    expect(Object.keys(model.events)).toEqual(['placed', 'paid']);
    expect(model.events.placed.tags).toEqual({ order: 'event.order_id' });
    expect(await runOn({ '-': out }, ['check', '-'])).toMatchObject({ code: 0, err: '' });
  });

  it('reads it under a mapping that was printed and changed', async () => {
    const shown = await runOn({ 'orders.csv': LOG }, ['import', 'orders.csv', '--show-mapping']);
    const mapping = { ...JSON.parse(shown.out), tags: [{ concept: 'buyer', fields: [['user']] }] };
    const args = ['import', 'orders.csv', '--mapping', 'mapping.json', '--name', 'Orders'];
    const { out } = await runOn({ 'orders.csv': LOG, 'mapping.json': mapping }, args);
    expect(JSON.parse(out)).toMatchObject({ name: 'Orders', tags: { buyer: {} } });
  });

  it('counts what it leaves out, says where, and answers 2', async () => {
    const { code, out, err } = await runOn({ 'a.csv': `${LOG}soon,paid,bob,o2,5\n` }, ['import', 'a.csv']);
    expect(err).toContain('1 row is left out. The first on line 5: "soon" in "time" is no time');
    expect(JSON.parse(out).events).toHaveProperty('paid');
    expect(code).toBe(2);
  });

  it('says what is wrong with a file that is no log and with a mapping that is none', async () => {
    const { code, err } = await runOn({ 'a.xml': '<html></html>' }, ['import', 'a.xml']);
    expect([code, err]).toEqual([2, expect.stringContaining('it has no <log>')]);
    const files = { 'a.csv': LOG, 'm.json': '{}' };
    const refused = await runOn(files, ['import', 'a.csv', '--mapping', 'm.json']);
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.err).toContain('m.json is no mapping of a log');
  });
});
