import { describe, expect, it } from 'vitest';
import type { Exploration } from '../../../../src/exploration/result.ts';
import { splitColumns } from '../../../../src/panels/races/number-columns.ts';
import { STRATEGY_IDS } from '../../../../src/strategies/program.ts';
import { compileShipped, exploreRace, SHIPPED } from '../../models/shipped-model.ts';

const NOTHING: Exploration = {
  schedules: '0',
  verdicts: {},
  violations: '0',
  violationProbability: 0,
  outcomes: {},
  witnesses: {},
  precision: null,
  recall: null,
  states: 0,
};

function readAll(result: Exploration): ReadonlyMap<string, string | null> {
  const { groups } = splitColumns([result]);
  return new Map(groups.flatMap(({ columns }) => columns.map(({ key, read }) => [key, read(result)])));
}

const sum = (values: ReadonlyMap<string, string | null>, keys: readonly string[]) =>
  keys.reduce((total, key) => total + BigInt(values.get(key) ?? 0), 0n);

describe('the table of numbers', () => {
  it.each(SHIPPED)('adds up in every group, for every race of %s', (name) => {
    const model = compileShipped(name);
    for (const race of model.model.races ?? []) {
      for (const id of STRATEGY_IDS) {
        const result = (() => {
          try {
            return exploreRace(model, race, id);
          } catch {
            return null;
          }
        })();
        if (result === null) continue;
        const values = readAll(result);
        const appends = ['safe', 'missedConflict', 'tolerated', 'conflict', 'falseConflict'];
        expect(sum(values, appends)).toBe(BigInt(values.get('appends') ?? 0));
        const ends = ['accepted', 'rejected', 'conflict', 'partial', 'error'].map((end) => `ends-${end}`);
        const runs = BigInt(race.commands?.length ?? 0) * BigInt(result.schedules);
        expect(String(sum(values, ends))).toBe(values.get('runs'));
        // Commands that policies issue join the race in some of its schedules.
        const joined = sum(values, ends) - runs;
        expect(race.policies ? joined > 0n : joined === 0n).toBe(true);
        expect(BigInt(values.get('violation') ?? 0) <= BigInt(values.get('schedules') ?? 0)).toBe(true);
      }
    }
  });

  it('leaves out what never occurs, and says what that is', () => {
    const { groups, absent } = splitColumns([{ ...NOTHING, schedules: '2', outcomes: { rejected: '4' } }]);
    expect(groups.flatMap(({ columns }) => columns.map(({ label }) => label))).toEqual([
      'precision',
      'recall',
      'in all',
      'rejected',
      'in all',
    ]);
    expect(absent.map(({ label }) => label)).toContain('half written');
  });

  it('shows a ratio of nothing as nothing, and says why', () => {
    const [appends] = splitColumns([NOTHING]).groups;
    const precision = appends?.columns.find(({ key }) => key === 'precision');
    expect(precision?.read(NOTHING)).toBeNull();
    expect(precision?.none).toContain('Nothing was stopped');
    expect(precision?.read({ ...NOTHING, precision: 0.5 })).toBe('50 %');
  });
});
