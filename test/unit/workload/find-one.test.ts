import { describe, expect, it } from 'vitest';
import { explore } from '../../../src/exploration/explore.ts';
import { tellRace } from '../../../src/exploration/tell-race.ts';
import { STRATEGY_IDS, type StrategyId } from '../../../src/strategies/program.ts';
import { type FindOptions, findOne, type LoadFinding } from '../../../src/workload/find-one.ts';
import { shrinkList } from '../../../src/workload/shrink-list.ts';
import { simulate } from '../../../src/workload/simulate.ts';
import type { SimulationWatch } from '../../../src/workload/simulation.ts';
import { COURSES, planRush } from './rush.ts';

function drain<R>(steps: Generator<unknown, R>): R {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

const PLAN = planRush();
const find = (options: Omit<FindOptions, 'seed' | 'replication'>) =>
  drain(findOne(COURSES, PLAN, { seed: 5, replication: 0, ...options }));

/** What was counted under a strategy. */
function count(strategy: StrategyId): readonly LoadFinding[] {
  const tally = drain(simulate(COURSES, PLAN, strategy, 5, 0));
  if ('unavailable' in tally) throw new Error(tally.unavailable);
  const { safe: _, ...verdicts } = tally.verdicts;
  const counted = (Object.keys(verdicts) as (keyof typeof verdicts)[]).filter((key) => verdicts[key] > 0);
  return tally.violations > 0 ? [...counted, 'violation'] : counted;
}

describe('one of what was counted', () => {
  const counted = STRATEGY_IDS.flatMap((strategy) =>
    count(strategy).map((finding) => ({ strategy, finding })),
  );

  it('is wanted for everything that can go wrong', () => {
    expect(new Set(counted.map(({ finding }) => finding))).toEqual(
      new Set(['conflict', 'falseConflict', 'missedConflict', 'violation', 'neededWait', 'needlessWait']),
    );
  });

  it.each(counted)(
    '$finding under $strategy is a race that exploring finds it in',
    ({ strategy, finding }) => {
      const found = find({ strategy, finding });
      if (found === null || 'unavailable' in found) throw new Error('There is one');
      const { race, order } = found;
      expect(race.commands?.length).toBeLessThanOrEqual(3);
      expect(race.given?.length).toBeLessThan(12);
      const explored = explore(COURSES, race, strategy);
      expect(explored).toHaveProperty(['witnesses', finding]);
      const told = tellRace(COURSES, race, strategy, order, { complete: false });
      if ('unavailable' in told) throw new Error(told.unavailable);
      const last = told.steps.at(-1);
      expect(finding === 'violation' ? last?.violation : last?.verdict).toBe(
        finding === 'violation' ? true : finding,
      );
    },
  );

  it('is the same for the same seed, and another when some are passed over', () => {
    const options = { strategy: 'unguarded', finding: 'missedConflict' } as const;
    expect(find(options)).toEqual(find(options));
    expect(find({ ...options, skip: 3 })).not.toEqual(find(options));
  });

  it.each([
    ['unguarded', 'missedConflict'],
    ['stream-version', 'missedConflict'],
    ['stream-version', 'falseConflict'],
    ['stream-saga', 'falseConflict'],
    ['log-version', 'falseConflict'],
  ] as const)('every time: under %s each %s has a race of its own', (strategy, finding) => {
    const times: number[] = [];
    const onVerdict: SimulationWatch['onVerdict'] = (verdict, _, __, now) => {
      if (verdict === finding) times.push(now);
    };
    drain(simulate(COURSES, PLAN, strategy, 5, 0, { onVerdict }));
    expect(times.length).toBeGreaterThan(9);
    const found = times.slice(0, 12).map((_, skip) => find({ strategy, finding, skip }));
    expect(found.map((one) => one !== null && 'at' in one && one.at)).toEqual(times.slice(0, 12));
  });

  it('can be wanted of one command and one instance', () => {
    const found = find({
      strategy: 'log-version',
      finding: 'falseConflict',
      command: 'ChangeCapacity',
      instance: 'course:course2',
    });
    if (found === null || 'unavailable' in found) throw new Error('There is one');
    expect(found.race.commands?.at(-1)).toMatchObject({
      command: 'ChangeCapacity',
      data: { courseId: 'course2' },
    });
  });

  it('is none where nothing of the kind was counted', () => {
    expect(find({ strategy: 'log-lock', finding: 'missedConflict' })).toBeNull();
  });
});

describe('a list made shorter', () => {
  const numbers = Array.from({ length: 100 }, (_, index) => index);

  it('has only what the test asks for', () => {
    const needs = (list: readonly number[]) => [3, 50, 99].every((number) => list.includes(number));
    expect(shrinkList(numbers, needs, 1000)).toEqual([3, 50, 99]);
    expect(shrinkList(numbers, () => true, 1000)).toEqual([]);
  });

  it('asks only so often', () => {
    let asked = 0;
    const list = shrinkList(numbers, () => ++asked < 0, 10);
    expect([asked, list]).toEqual([10, numbers]);
  });
});
