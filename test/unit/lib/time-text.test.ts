import { expect, it } from 'vitest';
import { isDuration, isTimestamp } from '../../../src/lib/time-text.ts';

it.each(['2000-01-01T00:00:00Z', '2024-02-29T23:59:59.123456789-11:30', '1999-12-31t00:00:00z'])(
  '%s is a point in time',
  (text) => {
    expect(isTimestamp(text)).toBe(true);
  },
);

it.each([
  '',
  '2000-01-01',
  '2000-01-01 00:00:00Z',
  '2000-01-01T00:00:00',
  '2000-13-01T00:00:00Z',
  '2000-00-01T00:00:00Z',
  '2100-02-29T00:00:00Z',
  '2000-01-01T24:00:00Z',
  '2000-01-01T00:00:60Z',
  '2000-01-01T00:00:00+24:00',
])('"%s" is no point in time', (text) => {
  expect(isTimestamp(text)).toBe(false);
});

it.each(['10m', '1h30m', '-1.5s', '100ms', '5ns'])('%s is a duration', (text) => {
  expect(isDuration(text)).toBe(true);
});

it.each(['', '10', 'm', '10 m', '1d', 'PT10M'])('"%s" is no duration', (text) => {
  expect(isDuration(text)).toBe(false);
});
