import { expect, it } from 'vitest';
import { COURSES } from './course-model.ts';
import { runOn } from './memory-io.ts';

const outside = (fields: object) => ({
  ambit: '1.0',
  name: 'Courses',
  events: { CourseDefined: { visibility: 'outside', fields } },
});
const FIELDS = COURSES.events.CourseDefined.fields;

it('asyncapi prints the published interface, and breaks nothing against itself', async () => {
  const { code, out } = await runOn({ 'm.json': outside(FIELDS) }, ['asyncapi', 'm.json']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ asyncapi: '3.0.0', info: { title: 'Courses' } });
  const against = ['asyncapi', 'm.json', '--against', 'old.json'];
  const same = await runOn({ 'm.json': outside(FIELDS), 'old.json': out }, against);
  expect([same.code, same.out]).toEqual([
    0,
    'Nothing breaks: whoever relies on the published events still can.\n',
  ]);
  const { capacity: _, ...less } = FIELDS;
  const broken = await runOn({ 'm.json': outside(less), 'old.json': out }, against);
  expect([broken.code, broken.out]).toEqual([
    1,
    '1 change breaks what was published.\n  CourseDefined: The field “capacity” is gone.\n',
  ]);
  const none = await runOn({ 'm.json': outside(less), 'old.json': '{}' }, against);
  expect([none.code, none.err]).toEqual([2, expect.stringContaining('no AsyncAPI 3 document')]);
});
