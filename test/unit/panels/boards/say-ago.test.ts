import { describe, expect, it } from 'vitest';
import { sayAgo } from '../../../../src/panels/boards/say-ago.ts';
import { sayPlace } from '../../../../src/panels/exchange/say-place.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('how long ago', () => {
  it.each([
    [0, 'just now'],
    [59_999, 'just now'],
    [MINUTE, '1 minute ago'],
    [119_999, '1 minute ago'],
    [2 * MINUTE, '2 minutes ago'],
    [60 * MINUTE, '1 hour ago'],
    [DAY, 'yesterday'],
    [3 * DAY, '3 days ago'],
    [7 * DAY, 'last week'],
    [400 * DAY, 'last year'],
    [-DAY, 'just now'],
  ])('%i ms are %s', (past, said) => {
    const now = 2_000_000_000_000;
    expect(sayAgo(now - past, now)).toBe(said);
  });
});

describe('a place in a file', () => {
  it.each([
    ['/events/A~1B/fields', 'events › A/B › fields'],
    ['line 1, column 2', 'line 1, column 2'],
    ['', ''],
  ])('%j is said as %j', (place, said) => expect(sayPlace(place)).toBe(said));
});
