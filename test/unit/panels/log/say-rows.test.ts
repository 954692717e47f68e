import { describe, expect, it } from 'vitest';
import type { LogEvent, LogView } from '../../../../src/lab/live-log.ts';
import { addToFilter, listSeen, NO_FILTER } from '../../../../src/panels/log/filters.ts';
import { listSeenValues } from '../../../../src/panels/log/list-seen-values.ts';
import { sayExtent } from '../../../../src/panels/log/say-extent.ts';
import { sayTime } from '../../../../src/panels/log/say-time.ts';
import { sayWho } from '../../../../src/panels/log/say-who.ts';

const EVENT: LogEvent = {
  position: 1,
  id: 'e',
  type: 'Booked',
  tags: [],
  data: {},
  time: '2024-05-01T10:00:00Z',
};
const NOW = Date.parse('2024-05-01T12:00:00Z');

describe('a row of the log', () => {
  it('says the hour of what happened today, and otherwise the date as it was written', () => {
    expect(sayTime('2024-05-01T10:11:12Z', NOW)).toMatch(/^\d\d:\d\d:12$/);
    expect(sayTime('2000-01-01T00:00:00Z', NOW)).toBe('2000-01-01');
    expect(sayTime('2000-01-31T09:30:00Z', NOW)).toBe('2000-01-31 09:30');
    expect(sayTime('noon', NOW)).toBe('noon');
  });

  it('says who wrote it', () => {
    expect(sayWho(EVENT, false)).toBe('given');
    expect(sayWho({ ...EVENT, actor: 'Ann' }, false)).toBe('Ann');
    expect(sayWho({ ...EVENT, command: 'Book' }, false)).toBe('Book');
    expect(sayWho({ ...EVENT, command: 'Book', actor: 'Ann' }, false)).toBe('Ann, Book');
  });

  it('calls the commands of a race by their numbers, and what was given its past', () => {
    const cause = { correlationId: 'run', causationId: 'run/2' };
    expect(sayWho({ ...EVENT, command: 'Book', ...cause }, true)).toBe('#2 Book');
    expect(sayWho({ ...EVENT, command: 'Book', ...cause }, false)).toBe('Book');
    expect(sayWho({ ...EVENT, command: 'Book', correlationId: 'run', causationId: 'other' }, true)).toBe(
      'Book',
    );
    expect(sayWho(EVENT, true)).toBe('the past');
  });
});

describe('what is shown of a log', () => {
  const view = (count: number, isCounting = false): LogView => ({
    count,
    isCounting,
    prepended: 0,
    failure: null,
    placeOf: (position) => position - 1,
    at: (place) => ({ ...EVENT, position: place + 1, type: place % 2 ? 'A' : 'B', tags: [`t:${place % 3}`] }),
  });

  it('says how much of it there is', () => {
    expect(sayExtent(view(1), false, 1, false)).toBe('1 event');
    expect(sayExtent(view(2), false, 12_000, true)).toBe('2 of 12,000 events');
    expect(sayExtent(view(300, true), false, 12_000, true)).toBe(
      'The last 300 of 12,000 events that match, counting the others…',
    );
    expect(sayExtent(view(2), true, 2, false)).toBe('Looking…');
    expect(sayExtent(null, false, 0, false)).toBe('Looking…');
  });

  it('offers the types and tags that were seen', () => {
    expect(listSeen(view(5))).toMatchObject({ types: ['A', 'B'], tags: ['t:0', 't:1', 't:2'] });
    expect(listSeen(view(5)).events.map(({ position }) => position)).toEqual([5, 4, 3, 2, 1]);
    expect(listSeen(null)).toEqual({ types: [], tags: [], events: [] });
  });

  it('offers the values that events have in a field, the last ones first, where they fit', () => {
    const events = ['r1', 7, 'r2', 'r1'].map((room, index) => ({
      ...EVENT,
      position: 9 - index,
      data: { room },
    }));
    expect(listSeenValues(events, 'room', { kind: 'string' })).toEqual([
      { value: 'r1', where: 'Booked at 9' },
      { value: 'r2', where: 'Booked at 7' },
    ]);
    expect(listSeenValues(events, 'guest', { kind: 'string' })).toEqual([]);
  });

  it('is narrowed by a type and by tags, each once', () => {
    const byType = addToFilter(NO_FILTER, { type: 'A' });
    const byTag = addToFilter(addToFilter(byType, { tag: 't:1' }), { tag: 't:1' });
    expect(byTag).toEqual({ type: 'A', tags: ['t:1'] });
  });
});
