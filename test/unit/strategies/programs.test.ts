import { describe, expect, it } from 'vitest';
import type { Model } from '../../../src/model/schema.ts';
import { STRATEGY_IDS, type StrategyId } from '../../../src/strategies/program.ts';
import { STRATEGIES } from '../../../src/strategies/registry.ts';
import { command, compileSections, prepare } from '../../helpers/given-when-then.ts';

const GOT = { initial: 0, on: { Got: 'state + 1', Lost: 'state - 1' } };
const PARAMETERS = { room: 'string', guest: 'string' };

const sections: Partial<Model> = {
  constraints: {
    Strict: {
      parameters: PARAMETERS,
      projections: { got: { tags: { room: 'room', guest: 'guest' }, ...GOT } },
    },
    Other: {
      parameters: PARAMETERS,
      projections: { got: { tags: { room: 'room' }, ...GOT }, again: { tags: { room: 'room' }, ...GOT } },
    },
    Loose: {
      parameters: PARAMETERS,
      consistency: 'relaxed',
      projections: { got: { tags: { guest: 'guest' }, ...GOT } },
    },
    Wide: { projections: { all: GOT } },
    Blank: { rule: 'true' },
    LooseBlank: { rule: 'true', consistency: 'relaxed' },
  },
};

/** The program of a command with these checks, for room r1 and guest g1. */
function compile(strategy: StrategyId, ...checks: NonNullable<Model['commands']>[string]['checks'] & {}) {
  const model = compileSections({ ...sections, commands: { Do: { fields: PARAMETERS, checks } } });
  return STRATEGIES[strategy].compile(prepare(model, command('Do', { room: 'r1', guest: 'g1' })), model);
}

const guardOf = (strategy: StrategyId, ...checks: string[]) =>
  compile(strategy, ...checks).guardFor(['Course-c1', 'Student-s1']);
const locksOf = (...checks: NonNullable<Model['commands']>[string]['checks'] & {}) =>
  compile('tag-lock', ...checks).locks;

describe('the registry', () => {
  it('has every strategy under its own id, in the order in which they are shown', () => {
    expect(Object.entries(STRATEGIES).map(([id, strategy]) => [id, strategy.id])).toEqual(
      STRATEGY_IDS.map((id) => [id, id]),
    );
  });

  it('has a name of its own and one sentence for each', () => {
    const all = Object.values(STRATEGIES);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    for (const { summary } of all) expect(summary).toMatch(/^[A-Z][^.]*\.$/);
  });

  it('names each after its family and, where there are several, its variant', () => {
    for (const { name, family, variant } of Object.values(STRATEGIES)) {
      expect(name).toBe(variant === null ? family : `${family} (${variant})`);
    }
  });

  it('S4 says which strategies need streams', () => {
    expect(Object.values(STRATEGIES).filter(({ needsStreams }) => needsStreams)).toEqual([
      STRATEGIES['stream-version'],
      STRATEGIES['stream-saga'],
    ]);
  });
});

describe('the program', () => {
  it.each<[strategy: StrategyId, locks: readonly string[] | null, appends: string, guard: string]>([
    ['unguarded', null, 'together', 'none'],
    ['log-version', null, 'together', 'log'],
    ['log-lock', ['*'], 'together', 'none'],
    ['stream-version', null, 'together', 'streams'],
    ['stream-saga', null, 'by-stream', 'streams'],
    ['tag-condition', null, 'together', 'query'],
    ['tag-lock', ['guest:g1', 'room:r1'], 'together', 'none'],
  ])('S1 of %s locks %j, appends %s, and guards with %s', (strategy, locks, appends, guard) => {
    const program = compile(strategy, 'Strict');
    expect([program.locks, program.appends, program.guardFor([]).kind]).toEqual([locks, appends, guard]);
  });

  it.each(['stream-version', 'stream-saga'] as const)(
    'S5 of %s guards the streams it appends to',
    (strategy) => {
      expect(guardOf(strategy, 'Strict')).toEqual({ kind: 'streams', streams: ['Course-c1', 'Student-s1'] });
    },
  );

  it('S5 of stream-version appends with any version when every check is relaxed', () => {
    expect(guardOf('stream-version', 'Loose')).toEqual({ kind: 'none' });
    expect(guardOf('stream-version', 'Loose', 'LooseBlank')).toEqual({ kind: 'none' });
  });

  it.each([[[]], [['Strict', 'Loose']], [['Blank']]])(
    'S5 of stream-version keeps its guard with the checks %j',
    (checks) => {
      expect(guardOf('stream-version', ...checks)).toMatchObject({ kind: 'streams' });
    },
  );

  it('S5 of stream-saga keeps its guards even when every check is relaxed', () => {
    expect(guardOf('stream-saga', 'Loose')).toMatchObject({ kind: 'streams' });
  });

  it('B2 of tag-condition guards the boundary without what is relaxed', () => {
    expect(guardOf('tag-condition', 'Strict', 'Loose')).toEqual({
      kind: 'query',
      query: { items: [{ types: ['Got', 'Lost'], tags: ['guest:g1', 'room:r1'] }] },
    });
  });
});

describe('the keys of a tag lock', () => {
  it('S7 are every tag of every strict projection, each once, in order', () => {
    expect(locksOf('Other', 'Strict')).toEqual(['guest:g1', 'room:r1']);
  });

  it('S7 are the types where a projection has no tags', () => {
    expect(locksOf('Wide')).toEqual(['type:Got', 'type:Lost']);
  });

  it('S7 are those of all instances of an each check', () => {
    const each = { constraint: 'Other', each: '["r2", "r1", "r2"]', with: { room: 'item' } };
    expect(locksOf(each)).toEqual(['room:r1', 'room:r2']);
  });

  it.each([[[]], [['Blank']], [['Loose']]])(
    'S7 are none, and it asks all the same, with the checks %j',
    (checks) => {
      expect(locksOf(...checks)).toEqual([]);
    },
  );

  it('S7 leave out what only relaxed constraints read', () => {
    expect(locksOf('Loose', 'Other')).toEqual(['room:r1']);
  });
});
