import { describe, expect, it } from 'vitest';
import type { CompiledModel } from '../../../../src/decision/compiled-model.ts';
import { type ListedSchedule, listSchedules } from '../../../../src/exploration/list-schedules.ts';
import { tellRace } from '../../../../src/exploration/tell-race.ts';
import type { Race } from '../../../../src/model/schema.ts';
import {
  findColumn,
  groupSchedules,
  listColumns,
  listKinds,
  type ScheduleLists,
  sayOrder,
} from '../../../../src/panels/races/schedule-groups.ts';
import { STRATEGY_IDS, type StrategyId } from '../../../../src/strategies/program.ts';
import { STRATEGIES } from '../../../../src/strategies/registry.ts';
import { compileShipped, SHIPPED } from '../../models/shipped-model.ts';

const COURSES = compileShipped('course-subscriptions');

function listAll(model: CompiledModel, race: Race, strategy: StrategyId): readonly ListedSchedule[] | null {
  const steps = listSchedules(model, race, strategy, 24);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return 'unavailable' in value ? null : value.schedules;
  }
}

function listsOf(model: CompiledModel, race: Race): ScheduleLists {
  return Object.fromEntries(
    STRATEGY_IDS.flatMap((id) => {
      const schedules = listAll(model, race, id);
      return schedules === null ? [] : [[id, schedules]];
    }),
  );
}

function findRace(name: string): Race {
  const race = COURSES.model.races?.find((one) => one.name === name);
  if (race === undefined) throw new Error(`There is no race “${name}”`);
  return race;
}

describe('schedules side by side', () => {
  const lists = listsOf(COURSES, findRace('A lower limit arrives while the student subscribes'));
  const groups = groupSchedules(lists);

  it('share their columns under all strategies that have the same ones; locks come last', () => {
    expect(groups.map(({ ids }) => ids)).toEqual([
      ['unguarded', 'log-version', 'stream-version', 'stream-saga', 'tag-condition'],
      ['log-lock'],
      ['tag-lock'],
    ]);
    expect(groups.map(({ orders }) => orders?.length)).toEqual([6, 6, 20]);
  });

  it('stand in the order of their commands, whatever each of them shows', () => {
    const [first] = groups;
    expect(first?.orders).toEqual([
      [0, 0, 1, 1],
      [0, 1, 0, 1],
      [0, 1, 1, 0],
      [1, 0, 0, 1],
      [1, 0, 1, 0],
      // By then the limit is too low: the first command reads that, and ends.
      [1, 1, 0],
    ]);
    for (const id of first?.ids ?? []) {
      const columns = first && listColumns(first, lists[id] ?? []);
      expect(columns?.map((schedule) => schedule?.order)).toEqual(first?.orders);
    }
  });

  it('that are too many, or not known, are one group without columns', () => {
    expect(groupSchedules({}).map(({ ids, orders }) => [ids.length, orders])).toEqual([
      [5, null],
      [2, null],
    ]);
  });

  it.each([
    ['as it is', [0, 1, 1, 0], 2],
    ['where it goes on with the lowest command', [1, 0], 3],
    ['not where it is none of them', [1, 1, 1], -1],
  ])('find the one that is shown: %s', (_, order, column) => {
    const [first] = groups;
    expect(first && findColumn(first, { strategy: 'stream-version', order })).toBe(column);
  });

  it('do not take one for their own that was made with locks', () => {
    const [first] = groups;
    expect(first && findColumn(first, { strategy: 'log-lock', order: [0, 0] })).toBe(-1);
    expect(first && findColumn(first, null)).toBe(-1);
  });
});

describe('the kinds of steps', () => {
  it('in words', () => {
    expect(sayOrder([0, 1, 1, 0], false)).toBe('#1 reads, #2 reads, #2 appends, #1 appends');
    expect(sayOrder([1, 1, 0], true)).toBe('#2 asks for its locks, #2 reads, #1 asks for its locks');
  });

  it.each(SHIPPED)(
    'are those of the told schedules, for every race of two in %s, under every strategy',
    (name) => {
      const model = compileShipped(name);
      const small = (model.model.races ?? []).filter(({ commands = [] }) => commands.length <= 2);
      for (const race of small) {
        for (const id of STRATEGY_IDS) {
          for (const { order } of listAll(model, race, id) ?? []) {
            const told = tellRace(model, race, id, order, { complete: false });
            if ('unavailable' in told) throw new Error(told.unavailable);
            const kinds = listKinds(order, STRATEGIES[id].variant === 'lock');
            expect(kinds, `${race.name}, ${id}, ${order}`).toEqual(told.steps.map(({ step }) => step));
          }
        }
      }
    },
  );
});
