import { describe, expect, it } from 'vitest';
import { LockQueue } from '../../../src/exploration/lock-queue.ts';

/** Everybody asks, in this order, for keys that are a letter each: `asks('1 ab', '2 b')`. */
function asks(...requests: readonly string[]) {
  const queue = new LockQueue<string>();
  const blockers = requests.map((request) => {
    const [owner = '', keys = ''] = request.split(' ');
    return queue.ask(owner, [...keys]).join('');
  });
  return { queue, blockers };
}

describe('a queue for locks', () => {
  it('S7 says who holds a key, and who asked for it before', () => {
    expect(asks('1 a', '2 b', '3 ab', '4 a', '5 c').blockers).toEqual(['', '', '12', '13', '']);
  });

  it('S7 grants all keys at once, in the order of asking', () => {
    const { queue } = asks('1 ab', '2 b', '3 a', '4 ab', '5 b');
    expect(queue.release('1')).toEqual(['2', '3']);
    expect(queue.release('3')).toEqual([]);
    expect(queue.release('2')).toEqual(['4']);
    expect(queue.release('4')).toEqual(['5']);
  });

  it('S7 keeps a free key for an earlier waiter', () => {
    const { queue, blockers } = asks('1 a', '2 ab', '3 b');
    expect(blockers).toEqual(['', '1', '2']);
    expect(queue.release('1')).toEqual(['2']);
  });

  it('forgets a waiter that gives up', () => {
    const { queue } = asks('1 a', '2 ab', '3 b');
    expect(queue.release('2')).toEqual(['3']);
    expect(queue.release('1')).toEqual([]);
    expect(queue.release('nobody')).toEqual([]);
  });

  it('grants no keys at once, beside everybody', () => {
    expect(asks('1 a', '2 ', '3 a').blockers).toEqual(['', '', '1']);
  });
});
