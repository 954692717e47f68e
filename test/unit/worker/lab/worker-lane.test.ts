import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { compileModel } from '../../../../src/decision/compile.ts';
import { explore } from '../../../../src/exploration/explore.ts';
import type { ExploreProgress } from '../../../../src/lab/engine.ts';
import type { LabQuestions, ToLabWorker } from '../../../../src/worker/lab/protocol.ts';
import { WorkerLane } from '../../../../src/worker/worker-lane.ts';
import { enrolment, enrolmentRace } from '../../../helpers/enrolment.ts';
import { type Fault, startWorkers } from './test-worker.ts';

const MODEL = JSON.stringify(enrolment);
const IDLE_MS = 600_000;
const SMALL = { race: enrolmentRace(2), strategy: 'tag-condition' } as const;
const LARGE = { race: enrolmentRace(6), strategy: 'unguarded' } as const;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function open(...faults: readonly (Fault | undefined)[]) {
  const { workers, start } = startWorkers(...faults);
  return { workers, lane: new WorkerLane<LabQuestions, ToLabWorker>(start, IDLE_MS) };
}

/** Lets everything happen that needs no more than some time. */
async function settle<T>(answer: Promise<T>, ms = 5000): Promise<PromiseSettledResult<T>> {
  const settled = Promise.allSettled([answer]);
  await vi.advanceTimersByTimeAsync(ms);
  return (await settled)[0];
}

const failure = (result: PromiseSettledResult<unknown>) =>
  result.status === 'rejected' ? String(result.reason) : 'no failure';

describe('a lane', () => {
  it('answers in the order it was asked, from one worker, with what the engine says', async () => {
    const { workers, lane } = open();
    expect(workers.length).toBe(0);
    const order: string[] = [];
    const ask = (argument: typeof SMALL | typeof LARGE, name: string) =>
      lane.ask('explore', MODEL, argument).then((result) => {
        order.push(name);
        return result;
      });
    const [large, small] = [ask(LARGE, 'large'), ask(SMALL, 'small')];
    await vi.advanceTimersByTimeAsync(5000);
    const model = compileModel(enrolment);
    expect(await large).toEqual(explore(model, LARGE.race, LARGE.strategy));
    expect(await small).toEqual(explore(model, SMALL.race, SMALL.strategy));
    expect(order).toEqual(['large', 'small']);
    expect(workers.length).toBe(1);
  });

  it('tells how far it is', async () => {
    const { lane } = open();
    const told: ExploreProgress[] = [];
    await settle(lane.ask('explore', MODEL, LARGE, { onProgress: (progress) => told.push(progress) }));
    expect(told.length).toBeGreaterThan(1);
    expect(told.at(-1)).toEqual({ states: 815, waiting: 0 });
  });

  it('passes on what went wrong, and goes on', async () => {
    const { workers, lane } = open();
    expect(failure(await settle(lane.ask('explore', 'no model', SMALL)))).toMatch(/JSON/);
    expect((await settle(lane.ask('explore', MODEL, SMALL))).status).toBe('fulfilled');
    expect(workers.length).toBe(1);
  });

  it('gives up a question in the middle, with the reason of its signal, and keeps its worker', async () => {
    const { workers, lane } = open();
    const stopping = new AbortController();
    const large = lane.ask('explore', MODEL, LARGE, { signal: stopping.signal });
    const small = lane.ask('explore', MODEL, SMALL);
    const told = settle(large);
    await vi.advanceTimersByTimeAsync(2);
    stopping.abort(new Error('enough'));
    expect(failure(await told)).toBe('Error: enough');
    expect((await settle(small)).status).toBe('fulfilled');
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([false]);
  });

  it('does not even ask when the signal has spoken before', async () => {
    const { workers, lane } = open();
    const signal = AbortSignal.abort(new Error('too late'));
    expect(failure(await settle(lane.ask('explore', MODEL, SMALL, { signal })))).toBe('Error: too late');
    expect(workers.length).toBe(0);
  });

  it('ends a worker that does not let go, and asks a new one the rest', async () => {
    const { workers, lane } = open('hangs');
    const stopping = new AbortController();
    const stuck = settle(lane.ask('explore', MODEL, LARGE, { signal: stopping.signal }), 0);
    const small = lane.ask('explore', MODEL, SMALL);
    stopping.abort(new Error('enough'));
    expect(failure(await stuck)).toBe('Error: enough');
    await vi.advanceTimersByTimeAsync(100);
    expect(workers.length).toBe(1);
    expect((await settle(small, 500)).status).toBe('fulfilled');
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
    expect(workers[1]?.asked).toEqual(['explore']);
  });

  it.each<[Fault, RegExp, number]>([
    ['dies', /The engine stopped: out of memory/, 10],
    ['dies silently', /The engine stopped without saying why/, 70_000],
    ['garbles', /could not be read/, 10],
  ])('rejects what a worker that %s was at, and asks a new one the rest', async (fault, message, ms) => {
    const { workers, lane } = open(fault);
    const first = settle(lane.ask('explore', MODEL, SMALL), ms);
    const second = lane.ask('explore', MODEL, SMALL);
    expect(failure(await first)).toMatch(message);
    expect((await settle(second)).status).toBe('fulfilled');
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
  });

  it('ends its worker after a while without questions, and starts another for the next', async () => {
    const { workers, lane } = open();
    await settle(lane.ask('explore', MODEL, SMALL), IDLE_MS - 1);
    expect(workers[0]?.isTerminated).toBe(false);
    await vi.advanceTimersByTimeAsync(IDLE_MS);
    expect(workers[0]?.isTerminated).toBe(true);
    expect((await settle(lane.ask('explore', MODEL, SMALL))).status).toBe('fulfilled');
    expect(workers.length).toBe(2);
  });

  it('rejects what is left when it is closed, and whatever comes later', async () => {
    const { workers, lane } = open();
    const before = settle(lane.ask('explore', MODEL, LARGE), 0);
    lane.close();
    expect(failure(await before)).toMatch(/closed/);
    expect(failure(await settle(lane.ask('explore', MODEL, SMALL)))).toMatch(/closed/);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true]);
  });

  it('rejects when no worker can be made', async () => {
    const lane = new WorkerLane<LabQuestions, ToLabWorker>(() => {
      throw new Error('no workers here');
    }, IDLE_MS);
    expect(failure(await settle(lane.ask('explore', MODEL, SMALL)))).toMatch(/no workers here/);
  });
});
