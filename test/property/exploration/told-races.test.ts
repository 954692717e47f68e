import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileModel } from '../../../src/decision/compile.ts';
import { explore } from '../../../src/exploration/explore.ts';
import { type FindingKey, occurs } from '../../../src/exploration/findings.ts';
import { followSchedule } from '../../../src/exploration/follow-schedule.ts';
import { listSchedules, type ScheduleList } from '../../../src/exploration/list-schedules.ts';
import type { Exploration } from '../../../src/exploration/result.ts';
import { tellRace } from '../../../src/exploration/tell-race.ts';
import type { Swap, ToldRace } from '../../../src/exploration/told-race.ts';
import { bruteForce, type FinishedSchedule } from '../../helpers/brute-force.ts';
import { STRATEGY_IDS, type StrategyId } from '../../helpers/brute-force-steps.ts';
import { type RandomRace, randomRaces, SEED } from '../../helpers/random-model.ts';
import { racesWithPolicies } from '../../helpers/random-policies.ts';

const RUNS = 100;
const LIMIT = 400;

const orderOf = ({ steps }: FinishedSchedule) => steps.map(({ command }) => command);

/** Every schedule of a race by who takes its steps; null when there are too many, or the race cannot be run. */
function schedulesOf(
  { model, race }: RandomRace,
  strategy: StrategyId,
): ReadonlyMap<string, FinishedSchedule> | null {
  const schedules: FinishedSchedule[] = [];
  const onSchedule = (schedule: FinishedSchedule) => schedules.push(schedule);
  const result = bruteForce(model, race, strategy, { limit: LIMIT, onSchedule });
  if (result === null || 'unavailable' in result) return null;
  return new Map(schedules.map((schedule) => [orderOf(schedule).join(), schedule]));
}

function tell({ model, race }: RandomRace, strategy: StrategyId, order: readonly number[]): ToldRace {
  const told = tellRace(compileModel(model), race, strategy, order, { complete: false });
  if ('unavailable' in told) throw new Error(told.unavailable);
  return told;
}

function pickSchedule(all: ReadonlyMap<string, FinishedSchedule>, choice: number): FinishedSchedule {
  const picked = [...all.values()][choice % all.size];
  if (picked === undefined) throw new Error('a race has a schedule');
  return picked;
}

/** What a schedule comes to: how its commands end, what its steps show, and its log, in order or as a heap. */
function comesTo({ outcomes, shown, log }: FinishedSchedule, isOrdered: boolean): string {
  const entries = log.map(({ type, data, tags, time, by }) => JSON.stringify([type, data, tags, time, by]));
  return JSON.stringify([outcomes, shown.toSorted(), isOrdered ? entries : entries.toSorted()]);
}

/** What all schedules come to that begin in a way, by how they go on. */
function futuresOf(
  all: ReadonlyMap<string, FinishedSchedule>,
  prefix: readonly number[],
  isOrdered: boolean,
) {
  const futures = [...all.values()].flatMap((schedule): [string, string][] => {
    const order = orderOf(schedule);
    const begins = prefix.every((command, index) => command === order[index]);
    return begins ? [[order.slice(prefix.length).join(), comesTo(schedule, isOrdered)]] : [];
  });
  return new Map(futures);
}

type SwapKind = Swap['kind'] | 'only-log';

function kindOf(swap: Swap): SwapKind {
  return swap.kind === 'dependent' && swap.onlyLog ? 'only-log' : swap.kind;
}

type Claim = (all: ReadonlyMap<string, FinishedSchedule>, order: readonly number[], index: number) => boolean;

/** Whether both orders of two steps go on in the same ways and come to the same, with the log as it is ordered or as a heap. */
const isSame =
  (isOrdered: boolean): Claim =>
  (all, order, index) => {
    const [before, pair] = [order.slice(0, index), order.slice(index, index + 2)];
    const own = futuresOf(all, [...before, ...pair], isOrdered);
    const other = futuresOf(all, [...before, ...pair.toReversed()], isOrdered);
    return own.size > 0 && isDeepStrictEqual(own, other);
  };

/** What each kind of swap claims, looked up among all schedules. */
const TRUE_OF: { readonly [K in SwapKind]: Claim } = {
  'same-command': (_, order, index) => order[index] === order[index + 1],
  waits: (all, order, index) => {
    const early = [...order.slice(0, index), order[index + 1]].join();
    return [...all.keys()].every((key) => !`${key},`.startsWith(`${early},`));
  },
  // Only in races with policies, where it means the same.
  joins: (all, order, index) => TRUE_OF.waits(all, order, index),
  independent: isSame(true),
  'only-log': isSame(false),
  // It claims to be another schedule, and is one whatever it comes to.
  dependent: (_, order, index) => order[index] !== order[index + 1],
};

describe('a told race with policies, beside every schedule there is', () => {
  for (const strategy of ['tag-condition', 'stream-saga', 'tag-lock'] as const)
    it(`P3 P4 says truly what comes of a swap, and who can go on, under ${strategy}`, () => {
      let joins = 0;
      const property = fc.property(racesWithPolicies, fc.nat(), (random, choice) => {
        const all = schedulesOf(random, strategy);
        fc.pre(all !== null);
        if (all === null) return;
        const order = orderOf(pickSchedule(all, choice));
        const { swaps, enabled } = tell(random, strategy, order);
        for (const [index, swap] of swaps.entries()) {
          const kind = kindOf(swap);
          if (kind === 'joins') joins += 1;
          expect([kind, TRUE_OF[kind](all, order, index)]).toEqual([kind, true]);
        }
        expect(enabled).toEqual(enabledAlong(all, order));
      });
      void fc.assert(property, { seed: SEED, numRuns: RUNS });
      expect(joins).toBeGreaterThan(5);
    });
});

/** Who can take the next step before each step of a schedule, and after the last. */
function enabledAlong(all: ReadonlyMap<string, FinishedSchedule>, order: readonly number[]) {
  return [...order, null].map((_, index) => {
    const prefix = order.slice(0, index);
    const nexts = [...all.values()]
      .map(orderOf)
      .filter((other) => prefix.every((command, at) => command === other[at]))
      .flatMap((other) => other.slice(index, index + 1));
    return [...new Set(nexts)].toSorted((a, b) => a - b);
  });
}

describe('a told race, beside every schedule there is', () => {
  for (const strategy of STRATEGY_IDS) {
    it(`says truly what comes of a swap under ${strategy}`, () => {
      const seen = new Map<string, number>();
      const property = fc.property(randomRaces, fc.nat(), (random, choice) => {
        const all = schedulesOf(random, strategy);
        fc.pre(all !== null);
        if (all === null) return;
        const order = orderOf(pickSchedule(all, choice));
        for (const [index, swap] of tell(random, strategy, order).swaps.entries()) {
          const kind = kindOf(swap);
          seen.set(kind, (seen.get(kind) ?? 0) + 1);
          expect([kind, TRUE_OF[kind](all, order, index)]).toEqual([kind, true]);
        }
      });
      void fc.assert(property, { seed: SEED, numRuns: RUNS });
      const waits = ['log-lock', 'tag-lock'].includes(strategy) ? ['waits'] : [];
      const rare = ['same-command', 'independent', 'dependent', ...waits].filter(
        (kind) => (seen.get(kind) ?? 0) < 10,
      );
      expect(rare).toEqual([]);
    });

    it(`knows who can go on at each step under ${strategy}`, () => {
      const property = fc.property(randomRaces, fc.nat(), (random, choice) => {
        const all = schedulesOf(random, strategy);
        fc.pre(all !== null);
        if (all === null) return;
        const order = orderOf(pickSchedule(all, choice));
        const { enabled } = tell(random, strategy, order);
        expect(enabled).toEqual(enabledAlong(all, order));
      });
      void fc.assert(property, { seed: SEED, numRuns: RUNS });
    });

    it(`leads a swap of what depends on each other to a schedule that there is, under ${strategy}`, () => {
      const property = fc.property(randomRaces, fc.nat(), (random, choice) => {
        const all = schedulesOf(random, strategy);
        fc.pre(all !== null);
        if (all === null) return;
        const order = orderOf(pickSchedule(all, choice));
        const told = tellRace(compileModel(random.model), random.race, strategy, order, { complete: true });
        if ('unavailable' in told) throw new Error(told.unavailable);
        expect(told.order).toEqual(order);
        for (const [index, swap] of told.swaps.entries()) {
          if (swap.kind !== 'dependent') continue;
          expect(all.has(swap.order.join())).toBe(true);
          expect(swap.order.slice(0, index + 2)).toEqual([
            ...order.slice(0, index),
            order[index + 1],
            order[index],
          ]);
        }
      });
      void fc.assert(property, { seed: SEED, numRuns: RUNS });
    });

    it(`lists exactly the schedules there are, with what explore counts, under ${strategy}`, () => {
      const property = fc.property(randomRaces, (random) => {
        const all = schedulesOf(random, strategy);
        fc.pre(all !== null);
        if (all === null) return;
        const model = compileModel(random.model);
        const list = runToEnd(listSchedules(model, random.race, strategy, LIMIT));
        const exploration = explore(model, random.race, strategy);
        if ('unavailable' in list || 'unavailable' in exploration) throw new Error('it can be run');
        expect(list.total).toBe(exploration.schedules);
        expect(list.schedules?.map(({ order }) => order.join()).toSorted()).toEqual(
          [...all.keys()].toSorted(),
        );
        expect(countListed(list)).toEqual(countExplored(exploration));
      });
      void fc.assert(property, { seed: SEED, numRuns: RUNS });
    });
  }
});

/** In how many schedules each finding is said to occur; outcomes are counted otherwise, and only whether there are any is compared. */
function countExplored(exploration: Exploration): readonly string[] {
  return [
    ...COUNTED.map((key) => exploration.verdicts[key]?.schedules ?? '0'),
    exploration.violations,
    ...ENDINGS.map((key) => String(occurs(exploration, key))),
  ];
}

function countListed({ schedules }: ScheduleList): readonly string[] {
  const count = (key: FindingKey) =>
    (schedules ?? []).filter(({ findings }) => findings.includes(key)).length;
  return [
    ...COUNTED.map((key) => String(count(key))),
    String(count('violation')),
    ...ENDINGS.map((key) => String(count(key) > 0)),
  ];
}

const COUNTED = [
  'missedConflict',
  'conflict',
  'falseConflict',
  'tolerated',
  'neededWait',
  'needlessWait',
] as const;
const ENDINGS = ['partial', 'error'] as const;

function runToEnd<R>(steps: Generator<unknown, R>): R {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('a schedule followed under another strategy', () => {
  it('stays as it is under its own, and is one that can be taken under every other', () => {
    const strategies = fc.constantFrom(...STRATEGY_IDS);
    let followed = 0;
    const property = fc.property(
      randomRaces,
      fc.nat(),
      strategies,
      strategies,
      (random, choice, made, other) => {
        const all = schedulesOf(random, made);
        fc.pre(all !== null);
        if (all === null) return;
        const schedule = pickSchedule(all, choice);
        const order = orderOf(schedule);
        const model = compileModel(random.model);
        expect(followSchedule(model, random.race, { strategy: made, order }, made)).toEqual(order);
        const there = followSchedule(model, random.race, { strategy: made, order }, other);
        if ('unavailable' in there) return;
        const told = tellRace(model, random.race, other, there, { complete: true });
        if ('unavailable' in told) throw new Error(told.unavailable);
        followed += 1;
        expect(told.enabled.at(-1)).toEqual([]);
        expect(followSchedule(model, random.race, { strategy: made, order }, other)).toEqual(there);
      },
    );
    void fc.assert(property, { seed: SEED, numRuns: 4 * RUNS });
    expect(followed).toBeGreaterThan(RUNS);
  });
});
