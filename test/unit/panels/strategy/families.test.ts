import { describe, expect, it, vi } from 'vitest';
import { createLabDesk } from '../../../../src/lab/lab-desk.ts';
import { chooseOf, FAMILIES } from '../../../../src/panels/strategy/families.ts';
import { listStrategyActions } from '../../../../src/panels/strategy/strategy-actions.ts';
import { STRATEGY_IDS } from '../../../../src/strategies/program.ts';

describe('the families of strategies', () => {
  it('hold every strategy once, in the order in which they are shown', () => {
    expect(FAMILIES.map(({ name }) => name)).toEqual(['No guard', 'One log', 'Streams', 'Tags']);
    expect(FAMILIES.flatMap(({ strategies }) => strategies.map(({ id }) => id))).toEqual(STRATEGY_IDS);
  });

  it('stand for the strategy of theirs that was used last, and at first for the first', () => {
    const chosen = (used: Parameters<typeof chooseOf>[1]) =>
      FAMILIES.map((family) => chooseOf(family, used)?.id);
    expect(chosen({})).toEqual(['unguarded', 'log-version', 'stream-version', 'tag-condition']);
    expect(chosen({ Streams: 'stream-saga', Tags: 'tag-lock' })).toEqual([
      'unguarded',
      'log-version',
      'stream-saga',
      'tag-lock',
    ]);
  });
});

describe('the keys of strategies', () => {
  it('choose them by their place', () => {
    const lab = createLabDesk();
    const listener = vi.fn();
    lab.subscribe(({ strategy }) => listener(strategy));
    for (const { run } of listStrategyActions(lab)) run();
    expect(listener.mock.calls.flat()).toEqual(STRATEGY_IDS);
    expect(listStrategyActions(lab).map(({ keys }) => keys)).toEqual([
      ['1'],
      ['2'],
      ['3'],
      ['4'],
      ['5'],
      ['6'],
      ['7'],
    ]);
  });
});
