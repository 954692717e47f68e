import { describe, expect, it } from 'vitest';
import { LockQueue } from '../../../src/exploration/lock-queue.ts';
import { seededRandom } from '../../../src/lib/seeded-random.ts';

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

  it('names only the first few of a long line where no more are wanted, who hold before who wait', () => {
    const { queue } = asks('1 a', '2 b', '3 ab', '4 a', '5 b');
    expect(queue.ask('6', ['a', 'b'], 3)).toEqual(['1', '2', '3']);
  });

  it('does not let an owner ask again before it has given back', () => {
    const { queue } = asks('1 a');
    expect(() => queue.ask('1', ['b'])).toThrow('asks once');
    queue.release('1');
    expect(queue.ask('1', ['b'])).toEqual([]);
  });

  it('S7 does what looking through everybody each time does', () => {
    const random = seededRandom(11);
    const moves: Move[] = [];
    const active: number[] = [];
    for (let owner = 0; owner < 3000; owner++) {
      if (active.length > 0 && random() < 0.48) {
        const [gone = -1] = active.splice(Math.floor(random() * active.length), 1);
        moves.push({ owner: gone, keys: null });
      } else {
        active.push(owner);
        moves.push({ owner, keys: [...'abcde'].filter(() => random() < 0.3) });
      }
    }
    expect(play(moves, new LockQueue<number>())).toEqual(play(moves, new PlainQueue()));
  });
});

/** Somebody asks for keys, or gives back (null). */
interface Move {
  readonly owner: number;
  readonly keys: readonly string[] | null;
}

function play(moves: readonly Move[], queue: Pick<LockQueue<number>, 'ask' | 'release'>) {
  return moves.map(({ owner, keys }) => (keys === null ? queue.release(owner) : queue.ask(owner, keys)));
}

interface PlainClaim {
  readonly owner: number;
  readonly keys: readonly string[];
}

/** The rule word for word: granted when no key is held, nor wanted by an earlier waiter. */
class PlainQueue {
  #held: readonly PlainClaim[] = [];
  #waiting: readonly PlainClaim[] = [];

  ask(owner: number, keys: readonly string[]): readonly number[] {
    const claim = { owner, keys };
    const blockers = [...this.#held, ...this.#waiting].filter((other) => shares(claim, other));
    if (blockers.length === 0) this.#held = [...this.#held, claim];
    else this.#waiting = [...this.#waiting, claim];
    return blockers.map((blocker) => blocker.owner);
  }

  release(owner: number): readonly number[] {
    const held = this.#held.filter((claim) => claim.owner !== owner);
    const granted: PlainClaim[] = [];
    const waiting: PlainClaim[] = [];
    for (const claim of this.#waiting.filter((one) => one.owner !== owner)) {
      const isBlocked = [...held, ...granted, ...waiting].some((other) => shares(claim, other));
      (isBlocked ? waiting : granted).push(claim);
    }
    this.#held = [...held, ...granted];
    this.#waiting = waiting;
    return granted.map((claim) => claim.owner);
  }
}

function shares(one: PlainClaim, other: PlainClaim): boolean {
  return one.keys.some((key) => other.keys.includes(key));
}
