import { describe, expect, it } from 'vitest';
import { type Guard, type LogRecord, trips } from '../../../src/strategies/guard.ts';
import { fact } from '../../helpers/given-when-then.ts';

const record: LogRecord = {
  fact: fact('Joined', {}, ['course:c1', 'student:s1']),
  time: '2000-01-01T00:00:00Z',
  streams: ['Course-c1'],
  first: true,
};
const query = (types: readonly string[], tags: readonly string[]): Guard => ({
  kind: 'query',
  query: { items: [{ types, tags }] },
});

describe('a guard', () => {
  it.each<[what: string, stops: boolean, guard: Guard]>([
    ['that is none', false, { kind: 'none' }],
    ['over the whole log', true, { kind: 'log' }],
    ['over its stream', true, { kind: 'streams', streams: ['Course-c0', 'Course-c1'] }],
    ['over another stream', false, { kind: 'streams', streams: ['Student-s1'] }],
    ['over no streams', false, { kind: 'streams', streams: [] }],
    ['over a query that matches it', true, query(['Left', 'Joined'], ['student:s1'])],
    ['over a query of another type', false, query(['Left'], ['student:s1'])],
    ['over a query of another tag', false, query(['Joined'], ['student:s2'])],
    ['over a query without items', false, { kind: 'query', query: { items: [] } }],
  ])('%s fails for an event since the read: %s', (_, stops, guard) => {
    expect(trips(guard, record)).toBe(stops);
  });

  it('S6 counts the later copies of a saga as well', () => {
    const copy = { ...record, first: false };
    expect(trips({ kind: 'log' }, copy)).toBe(true);
    expect(trips({ kind: 'streams', streams: ['Course-c1'] }, copy)).toBe(true);
  });
});
