import { expect, it } from 'vitest';
import {
  changeMentions,
  listMentions,
  listPlaceholders,
  renamePlaceholder,
} from '../../../src/model/mentions.ts';

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

it.each([
  ['taken < capacity', 'seats < capacity'],
  ['taken.size() + taken ( x )', 'seats.size() + taken ( x )'],
  ['event.taken + "taken" // taken', 'event.taken + "taken" // taken'],
  ['takenToo + x.all(taken, taken > 1) + taken', 'takenToo + x.all(taken, taken > 1) + seats'],
  ["r'\\' + taken", "r'\\' + seats"],
  ['"""a "taken" b""" + taken["a"]', '"""a "taken" b""" + seats["a"]'],
])('%s becomes %s', (before, after) => {
  const change = ({ head, field }: { head: string; field?: string | undefined }) =>
    head === 'taken' ? { head: 'seats', field } : undefined;
  expect(changeMentions(before, change)).toBe(after);
});

it.each([
  ['event.a + event . a', 'b', 'event.b + event . b'],
  ['event["a"] + event[ \'a\' ]', 'b', 'event["b"] + event[ \'b\' ]'],
  ['event.a.a + a.event.a', 'b', 'event.b.a + a.event.a'],
  ['event.a', 'a b', 'event["a b"]'],
  ['event.a() + "event.a"', 'b', 'event.a() + "event.a"'],
  ['event.a', '$&', 'event["$&"]'],
])('with the field a called otherwise, %s and %s is %s', (before, name, after) => {
  const change = ({ head, field }: { head: string; field?: string | undefined }) =>
    head === 'event' && field === 'a' ? { head, field: name } : undefined;
  expect(changeMentions(before, change)).toBe(after);
});

it.each(['.map(x,', '(', 'a [', "'", '"""', 'a.', ' '])(
  'ten thousand characters of %j take no time',
  (part) => {
    const expression = part.repeat(10_000 / part.length);
    const start = performance.now();
    expect(changeMentions(expression, () => undefined)).toBe(expression);
    expect(performance.now() - start).toBeLessThan(500);
  },
);

it('a placeholder is renamed in its braces only', () => {
  expect(renamePlaceholder('taken: {taken} of { taken}, {takenToo}', 'taken', '$1')).toBe(
    'taken: {$1} of { $1}, {takenToo}',
  );
});
