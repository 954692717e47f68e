import { expect, it } from 'vitest';
import { didYouMean } from '../../../src/lib/did-you-mean.ts';

const known = ['CourseDefined', 'StudentSubscribed', 'Open', 'id'];

it.each([
  ['CourseDefind', 'CourseDefined'],
  ['courseDefined', 'CourseDefined'],
  ['Opne', 'Open'],
  ['di', 'id'],
  ['StudentUnsubscribed', 'StudentSubscribed'],
])('%s was probably meant to be %s', (wrong, meant) => {
  expect(didYouMean(wrong, known)).toBe(meant);
});

it.each(['Closed', 'x', '', 'StudentMoved'])('nothing is near enough to "%s"', (wrong) => {
  expect(didYouMean(wrong, known)).toBeUndefined();
});

it('the nearest of several is meant', () => {
  expect(didYouMean('taken', ['taking', 'token', 'takes'])).toBe('token');
});

it('very long names are not compared', () => {
  expect(didYouMean('a'.repeat(100_000), ['a'.repeat(100_001)])).toBeUndefined();
});
