import { describe, expect, it } from 'vitest';
import { compileModel } from '../../../src/decision/compile.ts';
import { followSchedule } from '../../../src/exploration/follow-schedule.ts';
import { listSchedules } from '../../../src/exploration/list-schedules.ts';
import { tellRace } from '../../../src/exploration/tell-race.ts';
import type { ToldRace } from '../../../src/exploration/told-race.ts';
import type { Model, Race } from '../../../src/model/schema.ts';
import type { StrategyId } from '../../../src/strategies/program.ts';
import { outline } from '../../helpers/given-when-then.ts';

const ROOMS: Model = {
  ambit: '1.0',
  name: 'Rooms',
  events: { Booked: { fields: { room: 'string' }, tags: { room: 'event.room' } } },
  constraints: {
    Free: {
      parameters: { room: 'string' },
      projections: { taken: { tags: { room: 'room' }, initial: 0, on: { Booked: 'state + 1' } } },
      rule: 'taken < 1',
    },
  },
  commands: { Book: { fields: { room: 'string' }, checks: ['Free'], emits: ['Booked'] } },
  aggregates: { Room: { id: 'room', events: ['Booked'] } },
};
const model = compileModel(ROOMS);

function race(rooms: readonly string[], attempts: Race['attempts'] = 1): Race {
  return { name: 'Race', commands: rooms.map((room) => ({ command: 'Book', data: { room } })), attempts };
}

function tell(of: Race, strategy: StrategyId, order: readonly number[], complete = true): ToldRace {
  const told = tellRace(model, of, strategy, order, { complete });
  if ('unavailable' in told) throw new Error(told.unavailable);
  return told;
}

const SAME = race(['r1', 'r1']);
const OTHER = race(['r1', 'r2']);

describe('a told race', () => {
  it('is completed by the lowest command that can go on', () => {
    expect(tell(SAME, 'unguarded', [1]).order).toEqual([1, 0, 0, 1]);
    expect(tell(SAME, 'log-lock', [1]).order).toEqual([1, 0, 1, 1, 0]);
  });

  it('is completed to the end when attempts are unlimited', () => {
    const told = tell(race(['r1', 'r2', 'r3'], 'unlimited'), 'log-version', [0, 1, 2, 0]);
    expect(told.enabled.at(-1)).toEqual([]);
    expect(outline(told).filter((step) => step.includes('falseConflict')).length).toBe(2);
  });

  it('ends where the hand stopped, and says who can go on', () => {
    const told = tell(SAME, 'log-lock', [0, 1], false);
    expect(told.order).toEqual([0, 1]);
    expect(told.enabled).toEqual([[0, 1], [0, 1], [0]]);
    expect(tell(SAME, 'unguarded', [], false)).toMatchObject({ steps: [], enabled: [[0, 1]], swaps: [] });
  });

  it.each([
    ['a command that there is not', [2]],
    ['a step too many', [0, 0, 0]],
  ])('is none with %s', (_, order) => {
    expect(tellRace(model, SAME, 'unguarded', order, { complete: true })).toEqual({
      unavailable: expect.stringMatching(/^Step \d: #\d has no step to take there$/),
    });
  });

  it('cannot be told under streams where an event has no home', () => {
    const homeless = compileModel({ ...ROOMS, aggregates: {} });
    expect(tellRace(homeless, SAME, 'stream-version', [], { complete: true })).toEqual({
      unavailable: expect.stringContaining('Booked has no home stream'),
    });
  });
});

describe('two neighbouring steps', () => {
  const swapsOf = (of: Race, strategy: StrategyId, order: readonly number[]) =>
    tell(of, strategy, order).swaps.map((swap) =>
      swap.kind === 'dependent' && swap.onlyLog ? 'only the log' : swap.kind,
    );

  it('are independent where nothing can tell their orders apart', () => {
    // Two reads; and a read beside an append that it neither sees nor is stopped by.
    expect(swapsOf(OTHER, 'tag-condition', [0, 1, 0, 1])).toEqual([
      'independent',
      'independent',
      'only the log',
    ]);
  });

  it('depend on each other where a guard sees the difference', () => {
    expect(swapsOf(OTHER, 'log-version', [0, 0, 1, 1])).toEqual([
      'same-command',
      'dependent',
      'same-command',
    ]);
  });

  it('depend on each other where a decision does', () => {
    expect(swapsOf(SAME, 'unguarded', [0, 0, 1])).toEqual(['same-command', 'dependent']);
  });

  it('cannot change places where the second waits for the first', () => {
    expect(swapsOf(SAME, 'tag-lock', [0, 1, 0, 0, 1])).toEqual([
      'dependent',
      'independent',
      'same-command',
      'waits',
    ]);
  });

  it('lead to a schedule that goes on as far as it can', () => {
    const [swap] = tell(SAME, 'tag-lock', [0, 1, 0, 0, 1]).swaps;
    // #2 gets the lock now, and #1 makes up for its steps when #2 has ended.
    expect(swap).toEqual({ kind: 'dependent', order: [1, 0, 1, 1, 0], onlyLog: false });
  });
});

describe('a schedule followed under another strategy', () => {
  const follow = (made: StrategyId, order: readonly number[], strategy: StrategyId, of = SAME) =>
    followSchedule(model, of, { strategy: made, order }, strategy);

  it('asks for a lock first, and makes up for what it had to wait with', () => {
    // #1 asks and reads, #2 asks and has to wait; #1 appends, and #2 reads at once, and is rejected.
    expect(follow('unguarded', [0, 1, 0, 1], 'tag-lock')).toEqual([0, 0, 1, 0, 1]);
    expect(follow('unguarded', [0, 1, 1, 0], 'tag-lock', OTHER)).toEqual([0, 0, 1, 1, 1, 0]);
  });

  it('leaves out asking for a lock where there is none', () => {
    expect(follow('log-lock', [0, 1, 0, 0, 1], 'unguarded')).toEqual([0, 0, 1]);
  });

  it('passes over steps that a command no longer has', () => {
    const twice = race(['r1', 'r2'], 2);
    const made = [0, 1, 0, 1, 1, 1];
    expect(outline(tell(twice, 'log-version', made))).toContain('#2 append: falseConflict');
    expect(follow('log-version', made, 'tag-condition', twice)).toEqual([0, 1, 0, 1]);
  });

  it('is none where it does not fit its own strategy, or the other cannot run the race', () => {
    expect(follow('unguarded', [0, 0, 0], 'tag-lock')).toHaveProperty('unavailable');
    const homeless = compileModel({ ...ROOMS, aggregates: {} });
    const made = { strategy: 'unguarded', order: [0, 0] } as const;
    expect(followSchedule(homeless, SAME, made, 'stream-saga')).toHaveProperty('unavailable');
  });
});

describe('a list of schedules', () => {
  const list = (of: Race, strategy: StrategyId, most: number) => {
    const steps = listSchedules(model, of, strategy, most);
    let step = steps.next();
    while (!step.done) step = steps.next();
    return step.value;
  };

  it('begins with the worst, and keeps the order of the commands among equals', () => {
    expect(list(SAME, 'unguarded', 10)).toEqual({
      total: '6',
      schedules: [
        { order: [0, 1, 0, 1], findings: ['missedConflict', 'violation'] },
        { order: [0, 1, 1, 0], findings: ['missedConflict', 'violation'] },
        { order: [1, 0, 0, 1], findings: ['missedConflict', 'violation'] },
        { order: [1, 0, 1, 0], findings: ['missedConflict', 'violation'] },
        { order: [0, 0, 1], findings: ['safe'] },
        { order: [1, 1, 0], findings: ['safe'] },
      ],
    });
  });

  it('is only counted where there are too many', () => {
    expect(list(SAME, 'unguarded', 5)).toEqual({ total: '6', schedules: null });
    const many = list(race(['r1', 'r2', 'r3', 'r4', 'r5', 'r6']), 'unguarded', 100);
    // 12 steps, two of each command in a fixed order.
    expect(many).toEqual({ total: '7484400', schedules: null });
  });
});
