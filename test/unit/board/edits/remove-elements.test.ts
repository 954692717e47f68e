import { expect, it } from 'vitest';
import { removeElements } from '../../../../src/board/edits/remove-elements.ts';
import { findElement } from '../../../../src/board/element-key.ts';
import type { JsonObject } from '../../../../src/lib/json.ts';
import { board, COURSES, readModel } from './course-board.ts';

it('an event goes with what names it: what is emitted, read, told, owned and shown by example', () => {
  const rest = removeElements(COURSES, ['event:CourseFullyBooked']);
  expect(findElement(rest, 'command:SubscribeStudent')).toHaveProperty('emits', ['StudentSubscribed']);
  expect(findElement(rest, 'policy:NotifyWaitingList')).not.toHaveProperty('on');
  expect(findElement(rest, 'externalSystem:Mail')).toHaveProperty('task');
  expect(JSON.stringify(rest)).not.toContain('CourseFullyBooked"');
  expect(readModel(rest).examples).toHaveLength(12);
});

it('a projection that reads nothing any more stays when the rule uses it', () => {
  const rest = removeElements(COURSES, ['event:StudentSubscribed']);
  expect(findElement(rest, 'constraint:CourseHasFreeSeat')).toHaveProperty('projections.taken', {
    tags: { course: 'courseId' },
    initial: 0,
  });
});

it('examples go with the command they run, and races with their last one', () => {
  const rest = removeElements(COURSES, ['command:ChangeCapacity', 'command:SubscribeStudent']);
  const { examples, races } = readModel(rest);
  expect(examples?.map(({ name }) => name)).toEqual([
    'A course is put on the programme',
    'A student is admitted',
  ]);
  expect(races?.map(({ commands }) => commands?.length)).toEqual([1]);
});

/** An object with a `then` written out would look like a promise. */
function example(name: string, outcome: JsonObject): JsonObject {
  return Object.fromEntries([
    ['name', name],
    ['then', outcome],
  ]);
}

it('what is expected of the rest stays: no events is something to expect, no constraint is not', () => {
  const document = board({
    events: { E: {} },
    constraints: { C: {} },
    examples: [example('a', { events: [{ event: 'E' }] }), example('b', { rejected: ['C'] })],
  });
  expect(removeElements(document, ['event:E', 'constraint:C'])).toEqual(
    board({ examples: [example('a', { events: [] }), { name: 'b' }] }),
  );
});

it('broken parts stay as they are', () => {
  const document = board({
    events: { E: 1, F: {} },
    commands: { Do: { emits: 'E', checks: [1, { event: 'E' }, null] }, Other: [] },
    slices: [{ elements: [1, 'event:E'] }, 'event:E'],
    canvas: ['event:E'],
  });
  expect(removeElements(document, ['event:E'])).toEqual({
    ...document,
    events: { F: {} },
    slices: [{ elements: [1] }, 'event:E'],
  });
});
