import { describe, expect, it } from 'vitest';
import type { Position, StoredEvent } from '../../src/event-store/port.ts';
import { verifySoak } from './verify-soak.ts';

describe('The check of a soak', () => {
  it('finds nothing in a log that kept all conditions', () => {
    expect(verifySoak([event(1, 'a', 0), event(2, 'b', 1), event(3, 'b', 1), event(4, 'c', 3)])).toEqual([]);
  });

  it('finds an append that did not see the last match', () => {
    expect(verifySoak([event(1, 'a', 0), event(2, 'c', 0)])).toEqual([
      'c-2 was decided at 0, but 1 matches before it',
    ]);
  });

  it('finds a batch that lacks an event', () => {
    expect(verifySoak([event(1, 'a', 0), event(3, 'b', 1), event(4, 'c', 3)])).toEqual([
      'b-3 came with 2 events, 1 are there',
    ]);
  });

  it('finds an append between the events of another', () => {
    const wrong = verifySoak([event(1, 'b', 0), event(2, 'a', 1), event(3, 'b', 0)]);
    expect(wrong).toContain('b-1 came with 2 events, 1 are there');
    expect(wrong).toContain('b-3 was decided at 0, but 2 matches before it');
  });
});

/** An event of batch "b", of two, or of a batch of its own. */
function event(position: Position, batch: string, after: Position): StoredEvent {
  const query = { items: [{ types: ['Opened'], tags: ['place:1'] }] };
  return {
    id: `${batch}-${position}`,
    position,
    type: 'Opened',
    tags: ['place:1', 'person:1'],
    data: { batch, size: batch === 'b' ? 2 : 1, after, query },
    time: '2000-01-01T00:00:00Z',
  };
}
