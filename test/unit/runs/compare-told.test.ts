import { describe, expect, it } from 'vitest';
import { MemoryStore } from '../../../src/event-store/memory-store.ts';
import type { ToldSchedule } from '../../../src/exploration/result.ts';
import { tellSchedule } from '../../../src/exploration/tell.ts';
import type { Race } from '../../../src/model/schema.ts';
import { compareTold } from '../../../src/runs/compare-told.ts';
import type { LiveRun } from '../../../src/runs/live-result.ts';
import type { RunStore } from '../../../src/runs/open-race.ts';
import { runStepped } from '../../../src/runs/run-stepped.ts';
import { STRATEGY_IDS, type StrategyId } from '../../../src/strategies/program.ts';
import { booking, LAST_SEAT } from './booking-model.ts';

const ORDERS: Partial<Record<StrategyId, string>> = {
  'log-lock': '12112',
  'tag-lock': '12112',
  'stream-saga': '12211',
};

function tell(race: Race, strategy: StrategyId, order: string): ToldSchedule {
  const told = tellSchedule(booking, race, strategy, scheduleOf(order));
  if ('unavailable' in told) throw new Error(told.unavailable);
  return told;
}

async function run(race: Race, strategy: StrategyId, order: string, store: RunStore): Promise<LiveRun> {
  const live = await runStepped(booking, race, strategy, scheduleOf(order), { store, runId: 'run' });
  if ('unavailable' in live) throw new Error(live.unavailable);
  return live;
}

function scheduleOf(order: string): readonly number[] {
  return [...order].map((digit) => Number(digit) - 1);
}

describe('a run held against what exploration tells', () => {
  it.each(STRATEGY_IDS)('R2 finds them equal under %s', async (strategy) => {
    const order = ORDERS[strategy] ?? '1221';
    const live = await run(LAST_SEAT, strategy, order, new MemoryStore('s'));
    expect(compareTold(tell(LAST_SEAT, strategy, order), live)).toEqual({
      isEqual: true,
      steps: Array(order.length).fill([]),
      counts: { live: order.length, told: order.length },
      logDiffersAt: null,
    });
  });

  it('finds a store that lets through what it should stop', async () => {
    const inner = new MemoryStore('s');
    const careless: RunStore = {
      name: 's',
      append: (events) => inner.append(events),
      read: (query, options) => inner.read(query, options),
      readStream: (stream) => inner.readStream(stream),
      lastPosition: (query) => inner.lastPosition(query),
    };
    const live = await run(LAST_SEAT, 'tag-condition', '1221', careless);
    const comparison = compareTold(tell(LAST_SEAT, 'tag-condition', '1221'), live);
    expect(comparison).toEqual({
      isEqual: false,
      steps: [[], [], [], ['verdict', 'violation', 'outcome', 'wrote']],
      counts: { live: 4, told: 4 },
      logDiffersAt: 2,
    });
  });

  it('finds another order, and a run that ended early', async () => {
    const live = await run(LAST_SEAT, 'unguarded', '112', new MemoryStore('s'));
    const comparison = compareTold(tell(LAST_SEAT, 'unguarded', '1221'), live);
    expect(comparison.isEqual).toBe(false);
    expect(comparison.counts).toEqual({ live: 3, told: 4 });
    expect(comparison.steps[1]).toContain('step');
  });

  it('finds other data in the log', async () => {
    const live = await run(LAST_SEAT, 'unguarded', '1221', new MemoryStore('s'));
    const log = live.log.map((entry) => ({ ...entry, data: { ...entry.data, room: 'r9' } }));
    expect(compareTold(tell(LAST_SEAT, 'unguarded', '1221'), { ...live, log }).logDiffersAt).toBe(1);
  });
});

describe('a run that waits before each step', () => {
  it('waits as often as there are steps, and ends in the middle when the waiting does', async () => {
    const store = new MemoryStore('s');
    let waits = 0;
    const stepped = runStepped(booking, LAST_SEAT, 'unguarded', [0, 1, 1, 0], {
      store,
      runId: 'run',
      beforeStep: async () => {
        if (++waits === 4) throw new Error('that is enough');
      },
    });
    await expect(stepped).rejects.toThrow('that is enough');
    expect(await store.lastPosition('all')).toBe(1);
  });
});
