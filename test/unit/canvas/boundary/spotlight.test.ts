import { expect, it } from 'vitest';
import { markSpotlight } from '../../../../src/canvas/boundary/use-spotlight.ts';
import { compileShipped } from '../../models/shipped-model.ts';

const { model } = compileShipped('course-subscriptions');

it('a spotlight takes in the frames around its events and the arrows between its elements, and outlines nothing', () => {
  const lit = markSpotlight(['event:StudentSubscribed', 'constraint:StudentHasFreeSlot'], model);
  expect([...lit.elements.keys()]).toEqual([
    'event:StudentSubscribed',
    'constraint:StudentHasFreeSlot',
    'aggregate:Course',
  ]);
  expect(lit.arrows.size).toBe(1);
  expect([lit.outlines.size, lit.frames.size]).toEqual([0, 0]);
});

it('an arrow to what is not lit stays in the dark', () => {
  expect(markSpotlight(['event:StudentSubscribed'], model).arrows.size).toBe(0);
});
