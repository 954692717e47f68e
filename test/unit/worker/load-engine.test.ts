import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLabEngine } from '../../../src/worker/lab-engine.ts';
import type { LoadEvent } from '../../../src/workload/run-load.ts';
import type { SweepEvent } from '../../../src/workload/sweep-load.ts';
import { runOn } from '../cli/memory-io.ts';
import { compileShipped } from '../models/shipped-model.ts';
import { startWorkers } from './lab/test-worker.ts';

const { model } = compileShipped('course-subscriptions');
const WORKLOAD = { arrivals: { rate: 40 }, warmUp: 1, duration: 5, instances: { course: { count: 3 } } };
const STRATEGIES = ['log-version', 'stream-saga', 'tag-lock'] as const;
const QUESTION = {
  model,
  name: 'Busy',
  workload: WORKLOAD,
  seed: 7,
  replications: 2,
  strategies: STRATEGIES,
};

const ask = (...args: readonly string[]) =>
  runOn({ 'm.json': { ...model, workloads: { Busy: WORKLOAD } } }, [
    'load',
    'm.json',
    ...['--strategy', STRATEGIES.join(), '--seed', '7', '--replications', '2', '--json'],
    ...args,
  ]);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  vi.useRealTimers();
});

async function settle<T>(answer: Promise<T>): Promise<T> {
  answer.catch(() => {});
  await vi.advanceTimersByTimeAsync(20_000);
  return answer;
}

describe('the engine asked about load', () => {
  const open = () => createLabEngine(2, startWorkers().start);

  it('answers what the command line prints for the same seed, after each replication too', async () => {
    const told: LoadEvent[] = [];
    const answer = await settle(open().runLoad(QUESTION, { onProgress: (event) => told.push(event) }));
    const { model: name, ...printed } = JSON.parse((await ask()).out);
    expect(name).toBe(model.name);
    expect(JSON.parse(JSON.stringify(answer))).toEqual(printed);
    const results = told.flatMap((event) => (event.kind === 'result' ? [event.result] : []));
    expect(results.map(({ replications }) => replications)).toEqual([1, 2]);
    expect(results.at(-1)).toEqual(answer);
  });

  it('sweeps as the command line does, and tells each point', async () => {
    const told: SweepEvent[] = [];
    const sweep = { parameter: 'rate', values: [10, 40] };
    const answer = await settle(
      open().sweepLoad({ ...QUESTION, sweep }, { onProgress: (event) => told.push(event) }),
    );
    const { model: _, ...printed } = JSON.parse((await ask('--sweep', 'rate=10,40')).out);
    expect(JSON.parse(JSON.stringify(answer))).toEqual(printed);
    const points = told.flatMap((event) => (event.kind === 'point' ? [event.value] : []));
    expect(points).toEqual([10, 40, 10, 40]);
  });

  it('says what a workload leaves open, and what is wrong with one', async () => {
    const engine = open();
    const planned = await settle(engine.planLoad({ model, name: 'Busy', workload: WORKLOAD }));
    if ('troubles' in planned) throw new Error('It can be run');
    expect(planned.plan.mix.map(({ command }) => command)).toContain('SubscribeStudent');
    expect(planned.plan.pools).toContainEqual({ concept: 'course', count: 3, choice: { kind: 'uniform' } });
    const bad = { ...QUESTION, workload: { commands: {} } };
    expect(await settle(engine.runLoad(bad))).toEqual({
      troubles: [expect.objectContaining({ at: '/commands' })],
    });
    const sweep = { parameter: 'rate', values: [0] };
    expect(await settle(engine.sweepLoad({ ...QUESTION, sweep }))).toEqual({
      troubles: [{ at: '', message: 'rate: 0 is not possible, it takes numbers above 0.' }],
    });
  });

  it('makes a race of what was counted', async () => {
    const { seed: _, replications: __, strategies: ___, ...question } = QUESTION;
    const options = { seed: 7, replication: 0, strategy: 'log-version', finding: 'falseConflict' } as const;
    const found = await settle(open().findOne({ ...question, ...options }));
    expect(found).toMatchObject({ strategy: 'log-version', finding: 'falseConflict' });
    expect(found).toHaveProperty('race.commands.length', 2);
  });

  it('can be stopped; what it told stays', async () => {
    const stopping = new AbortController();
    const results: number[] = [];
    const answer = open().runLoad(
      { ...QUESTION, replications: 500 },
      {
        signal: stopping.signal,
        onProgress: (event) => {
          if (event.kind !== 'result') return;
          results.push(event.result.replications);
          stopping.abort(new Error('Enough'));
        },
      },
    );
    await expect(settle(answer)).rejects.toThrow('Enough');
    expect(results).toEqual([1]);
  });
});
