import { expect, it } from 'vitest';
import { listMentions, listPlaceholders } from '../../../src/model/mentions.ts';

it.each([
  ['taken < capacity', ['taken', 'capacity']],
  ['event.taken', ['event', 'event.taken']],
  ['event . taken.size', ['event', 'event.taken']],
  ['f(x).taken', ['f', 'x']],
  ['"taken" + \'taken\' + r"\\"', []],
  ['"""a "taken" b""" + x', ['x']],
  ['x // taken', ['x']],
  ['"a\\"taken" == x', ['x']],
])('%s mentions %j', (expression, mentions) => {
  expect([...listMentions(expression)]).toEqual(mentions);
});

it('an expression of megabytes is searched in no time', () => {
  expect(() => listMentions(`"${'a'.repeat(9_000_000)}"`)).not.toThrow();
});

it('placeholders are the names in braces', () => {
  expect(listPlaceholders('Course {courseId} has { taken } of {capacity}, {}')).toEqual([
    'courseId',
    'taken',
    'capacity',
  ]);
});
