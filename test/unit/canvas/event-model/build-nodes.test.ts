import { expect, it } from 'vitest';
import { buildNodes } from '../../../../src/canvas/event-model/build-nodes.ts';
import { makeScene } from '../../../../src/canvas/event-model/scene.ts';
import { nextStatus } from '../../../../src/canvas/event-model/slice-kinds.ts';
import type { JsonObject } from '../../../../src/lib/json.ts';
import { checkModel } from '../../../../src/model/check-model.ts';
import type { Model } from '../../../../src/model/schema.ts';

const document = {
  ambit: '1.0',
  name: 'Doors',
  events: { Opened: { fields: { id: 'string' } } },
  commands: {
    Open: { fields: { id: 'string' }, emits: ['Opened'] },
    Shut: { fields: {}, emits: ['Opened'] },
  },
  screens: { Hall: { issues: ['Open'], fields: {} } },
  slices: [
    { name: 'Open', kind: 'change', elements: ['screen:Hall', 'command:Open', 'event:Opened'] },
    { name: 'Shut', kind: 'change', elements: ['command:Shut', 'event:Opened'] },
  ],
} satisfies JsonObject;
const diagnostics = checkModel(document as unknown as Model);
const scene = makeScene(document, document as unknown as Model, { document, diagnostics, examples: [] });
const find = (type: string, walkAt: number | null = null) =>
  buildNodes(scene, walkAt).filter((node) => node.type === type);

it('an arrow that lacks a field has a button that names it', () => {
  expect(find('gap').map(({ id }) => id)).toEqual([
    'gap/slice:0:Shut/command:Shut>slice:0:Shut/event:Opened',
    'gap/slice:0:Open/screen:Hall>slice:0:Open/command:Open',
  ]);
  expect(find('gap')[1]?.data).toMatchObject({
    gaps: [{ field: 'id' }],
    arrow: 'Screen Hall to Command Open',
  });
});

it('an unfinished element has a quiet mark, and what an arrow says is not said twice', () => {
  expect([...scene.marks]).toEqual([
    ['command:Shut', { count: 1, worst: 'info', text: expect.stringContaining('No screen and no policy') }],
  ]);
});

it('Tab walks slice by slice, and each note says where it is', () => {
  const notes = buildNodes(scene, null).filter(({ focusable }) => focusable === true);
  expect(notes.map(({ ariaLabel }) => ariaLabel)).toEqual([
    'Screen Hall, Open',
    'Command Open, Open',
    'Event Opened, Open',
    'Command Shut, Shut',
    'Event Opened, Shut',
  ]);
});

it('a walk dims all but the slice it has come to', () => {
  expect(find('head', 1).map(({ className }) => className)).toEqual(['em-dimmed', '']);
  expect(find('gap', 1).map(({ id }) => id)).toEqual([
    'gap/slice:0:Shut/command:Shut>slice:0:Shut/event:Opened',
  ]);
});

it('a status is followed by the next, and the last by the first', () => {
  expect([nextStatus(null), nextStatus('planned'), nextStatus('doing'), nextStatus('done')]).toEqual([
    'planned',
    'doing',
    'done',
    'planned',
  ]);
});
