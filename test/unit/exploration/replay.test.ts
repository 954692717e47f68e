import { describe, expect, it } from 'vitest';
import { prepareRace } from '../../../src/exploration/prepare-race.ts';
import { Replay } from '../../../src/exploration/replay.ts';
import type { IssuedCommand, Model } from '../../../src/model/schema.ts';
import type { StrategyId } from '../../../src/strategies/program.ts';
import { command, outline, specify } from '../../helpers/given-when-then.ts';

const sections: Partial<Model> = {
  events: { Used: { fields: { keys: 'list<string>' }, tags: { key: 'event.keys' } } },
  constraints: {
    OfKey: {
      parameters: { key: 'string' },
      projections: { used: { tags: { key: 'key' }, initial: 0, on: { Used: 'state + 1' } } },
      rule: 'used < 1',
    },
    OfAll: { projections: { used: { initial: 0, on: { Used: 'state + 1' } } }, rule: 'used < 1' },
  },
  commands: {
    Use: {
      fields: { keys: 'list<string>' },
      checks: [{ constraint: 'OfKey', each: 'command.keys', with: { key: 'item' } }],
      emits: ['Used'],
    },
    UseAll: { fields: { keys: 'list<string>' }, checks: ['OfAll'], emits: ['Used'] },
    Write: { fields: { keys: 'list<string>' }, emits: ['Used'] },
  },
};
const { model, race } = specify(sections);

/** A command that locks the given keys, each a letter. */
const use = (keys: string, name = 'Use') => command(name, { keys: [...keys] });

function start(strategy: StrategyId, ...commands: readonly IssuedCommand[]): Replay {
  const prepared = prepareRace(model, { name: 'Race', commands }, strategy);
  if ('unavailable' in prepared) throw new Error(prepared.unavailable);
  return new Replay(prepared);
}

/** Takes steps of commands counted from 1, and says who can take the next one. */
function enabledAfter(replay: Replay, ...order: readonly number[]): readonly number[] {
  for (const number of order) replay.take(number - 1);
  return replay.enabled.map((index) => index + 1);
}

describe('a lock', () => {
  it('S7 on the log makes every other command wait until its holder has ended', () => {
    const replay = start('log-lock', use('a'), use('b'));
    expect(enabledAfter(replay, 1, 2)).toEqual([1]);
    expect(enabledAfter(replay, 1)).toEqual([1]);
    expect(enabledAfter(replay, 1)).toEqual([2]);
  });

  it('S7 is released when its holder ends at its read', () => {
    const replay = start('log-lock', use('a'), use('a'), use('b'));
    expect(enabledAfter(replay, 1, 1, 1, 2, 3)).toEqual([2]);
    expect(enabledAfter(replay, 2)).toEqual([3]);
  });

  it('S7 on tags makes only those wait who share a key', () => {
    expect(enabledAfter(start('tag-lock', use('ab'), use('bc'), use('d')), 1, 2, 3)).toEqual([1, 3]);
  });

  it('S7 is granted without a step of its own: the next one is the read', () => {
    const replay = start('tag-lock', use('a'), use('a'));
    enabledAfter(replay, 1, 2, 1, 1);
    expect(replay.take(1).kind).toBe('read');
  });

  it('S7 is granted in the order of asking', () => {
    const replay = start('tag-lock', use('a'), use('a'), use('a'));
    expect(enabledAfter(replay, 1, 3, 2, 1, 1)).toEqual([3]);
    expect(enabledAfter(replay, 3)).toEqual([2]);
  });

  it('S7 is not granted while an earlier waiter wants one of its keys, though nobody holds it', () => {
    const replay = start('tag-lock', use('a'), use('ab'), use('b'));
    expect(enabledAfter(replay, 1, 2, 3)).toEqual([1]);
    expect(enabledAfter(replay, 1, 1)).toEqual([2]);
    expect(enabledAfter(replay, 2)).toEqual([3]);
  });

  it('S7 lets one who asks later and shares no key with anybody go ahead', () => {
    expect(enabledAfter(start('tag-lock', use('a'), use('ab'), use('c')), 1, 2, 3)).toEqual([1, 3]);
  });

  it('S7 is granted to several at once, if they share no key', () => {
    const replay = start('tag-lock', use('ab'), use('a'), use('b'));
    expect(enabledAfter(replay, 1, 2, 3, 1, 1)).toEqual([2, 3]);
  });

  it('S7 on nothing is taken at once, and nobody waits for it', () => {
    const replay = start(
      'tag-lock',
      use('a', 'UseAll'),
      use('a', 'Write'),
      use('a', 'Write'),
      use('a', 'UseAll'),
    );
    expect(enabledAfter(replay, 1, 2, 3, 4)).toEqual([1, 2, 3]);
  });

  it('S7 on a type and one on a tag of its events do not exclude each other', () => {
    expect(enabledAfter(start('tag-lock', use('a', 'UseAll'), use('a')), 1, 2)).toEqual([1, 2]);
  });

  it('S7 says whom it has to wait for: who holds a key, and who asked for one before', () => {
    const replay = start('tag-lock', use('a'), use('b'), use('ab'), use('a'));
    expect([0, 1, 2, 3].map((index) => replay.take(index).waitsFor)).toEqual([[], [], [0, 1], [0, 2]]);
  });

  it('S7 on tags is missed by a command that writes what another reads, without reading it', () => {
    expect(outline(race(use('a'), use('a', 'Write')).under('tag-lock').run(1, 2, 1, 2, 2, 1))).toEqual([
      '#1 acquire',
      '#2 acquire',
      '#1 read',
      '#2 read',
      '#2 append: safe → accepted',
      '#1 append: missedConflict! → accepted',
    ]);
  });
});

describe('a wait', () => {
  it('V7 was needed when the decision is another one at the read', () => {
    expect(outline(race(use('a'), use('a')).under('tag-lock').run(1, 2, 1, 1, 2)).at(-1)).toBe(
      '#2 read: neededWait → rejected',
    );
  });

  it('V7 was needless when the decision is the same', () => {
    expect(outline(race(use('a'), use('b')).under('log-lock').run(1, 2, 1, 1, 2, 2)).slice(-2)).toEqual([
      '#2 read: needlessWait',
      '#2 append: safe → accepted',
    ]);
  });

  it('V7 is not judged where nobody had to wait', () => {
    expect(outline(race(use('a'), use('b')).under('tag-lock').run(1, 2, 1, 1, 2))).toEqual([
      '#1 acquire',
      '#2 acquire',
      '#1 read',
      '#1 append: safe → accepted',
      '#2 read',
    ]);
  });

  it('V7 compares with the moment of asking, not with the beginning', () => {
    expect(
      outline(race(use('a'), use('b'), use('a')).under('log-lock').run(1, 1, 1, 2, 3, 2, 2, 3)).at(-1),
    ).toBe('#3 read: needlessWait → rejected');
  });
});

describe('a replay', () => {
  it('throws when it is told to take a step that there is not', () => {
    const replay = start('log-lock', use('a'), use('b'));
    enabledAfter(replay, 1, 2);
    expect(() => replay.take(1)).toThrow('command 1 has no step to take');
    expect(() => replay.take(7)).toThrow('command 7 has no step to take');
  });

  it('keeps the log, and who wrote what', () => {
    const replay = start('unguarded', use('a'), use('b'));
    enabledAfter(replay, 2, 1, 2, 1);
    expect(replay.log.map(({ by, fact }) => [by, fact.tags])).toEqual([
      [1, ['key:b']],
      [0, ['key:a']],
    ]);
  });

  it('S1 knows the values of a command with and without its own events', () => {
    const replay = start('unguarded', use('a'));
    enabledAfter(replay, 1, 1);
    expect(replay.viewOf(0, false)).toEqual([{ value: 0n }]);
    expect(replay.viewOf(0, true)).toEqual([{ value: 1n }]);
  });

  it('says where each step began, and what it rests on', () => {
    const replay = start('unguarded', use('a'), use('b'));
    const steps = [0, 1, 1, 0].map((index) => replay.take(index));
    expect(steps.map(({ kind, head, readAt }) => [kind, head, readAt])).toEqual([
      ['read', 0, 0],
      ['read', 0, 0],
      ['append', 0, 0],
      ['append', 1, 0],
    ]);
  });
});
