import { describe, expect, it } from 'vitest';
import { HistoryServer } from '../../../src/worker/history/history-server.ts';
import type { ToHistoryWorker } from '../../../src/worker/history/questions.ts';
import type { LanePort } from '../../../src/worker/lane-protocol.ts';
import { createPastLogs } from '../../../src/worker/past-logs.ts';

/** A worker in this thread, which can be made to die. */
class NearWorker implements LanePort<ToHistoryWorker> {
  onmessage: LanePort<ToHistoryWorker>['onmessage'] = null;
  onerror: LanePort<ToHistoryWorker>['onerror'] = null;
  onmessageerror: LanePort<ToHistoryWorker>['onmessageerror'] = null;
  #isAlive = true;
  readonly #server = new HistoryServer({
    post: (data) => queueMicrotask(() => this.#isAlive && this.onmessage?.({ data })),
    now: () => performance.now(),
    pause: () => new Promise((resolve) => setTimeout(resolve)),
  });

  postMessage(message: ToHistoryWorker): void {
    queueMicrotask(() => this.#isAlive && this.#server.receive(message));
  }

  terminate(): void {
    this.#isAlive = false;
  }
}

function open() {
  const workers: NearWorker[] = [];
  const logs = createPastLogs(() => {
    const worker = new NearWorker();
    workers.push(worker);
    return worker;
  });
  return { logs, workers };
}

const CSV =
  'time,activity,user,order_id\n2020-01-01T10:00:00Z,placed,ann,1\n2020-01-01T09:00:00Z,placed,bob,2\nsoon,paid,ann,1\n2020-01-02T09:00:00Z,paid,ann,1\n';

async function gzip(text: string): Promise<Blob> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(packed).blob();
}

describe('logs of the past in a worker', () => {
  it('says what is in a file and how it could be mapped', async () => {
    const { logs } = open();
    const survey = await logs.open(new Blob([CSV]));
    expect(survey).toMatchObject({ format: 'csv', rows: 4, problems: [] });
    expect(survey.proposal?.mapping).toMatchObject({ type: [['activity']], time: ['time'], actor: ['user'] });
  });

  it('holds a log under a mapping, in order of time, and counts its bad rows', async () => {
    const { logs } = open();
    const file = await gzip(CSV);
    const { proposal } = await logs.open(file);
    if (!proposal) throw new Error('Nothing was proposed');
    const summary = await logs.apply('a', file, proposal.mapping);
    expect(summary).toMatchObject({ events: 3, actors: 2, concepts: ['order'] });
    expect(summary.badRows).toMatchObject([{ reason: 'no-time', count: 1, samples: [{ row: 3, line: 4 }] }]);
    const [first] = await logs.readEvents('a', { from: 0, count: 1 });
    expect(first).toMatchObject({ type: 'placed', actor: 'bob', tags: ['order:2'] });
  });

  it('says that a file cannot be unpacked to its end, and reads what comes before', async () => {
    const { logs } = open();
    const file = await gzip(CSV.repeat(1));
    const survey = await logs.open(file.slice(0, file.size - 12));
    expect(survey.problems).toMatchObject([{ code: 'packed', severity: 'error' }]);
  });

  it('measures a log and finds insights, also after the worker has died', async () => {
    const { logs, workers } = open();
    const file = new Blob([CSV]);
    const { proposal } = await logs.open(file);
    if (!proposal) throw new Error('Nothing was proposed');
    await logs.apply('a', file, proposal.mapping);
    workers[0]?.onerror?.({ message: 'out of memory' });
    const question = {
      windows: [1000, 7_200_000],
      concept: null,
      withoutActors: [],
      withoutConcepts: [],
      collapse: true,
      model: null,
    };
    const measure = await logs.measure('a', question);
    expect(measure).toMatchObject({ transactions: 3, concept: 'order' });
    expect(measure.windows.map((at) => at.boundaries['log-version']?.collisions)).toEqual([0, 1]);
    expect(await logs.findInsights('a')).toMatchObject({ events: 3, insights: [] });
    expect(workers).toHaveLength(2);
  });

  it('reads a log again when the worker has died', async () => {
    const { logs, workers } = open();
    const file = new Blob([CSV]);
    const { proposal } = await logs.open(file);
    if (!proposal) throw new Error('Nothing was proposed');
    await logs.apply('a', file, proposal.mapping);
    workers[0]?.onerror?.({ message: 'out of memory' });
    expect(await logs.readEvents('a', { from: 2, count: 5 })).toHaveLength(1);
    expect(workers).toHaveLength(2);
  });

  it('rejects a question about a log that nobody gave it', async () => {
    const { logs } = open();
    await expect(logs.readEvents('b', { from: 0, count: 1 })).rejects.toThrow();
  });

  it('lets go of a file that is not wanted any more', async () => {
    const { logs } = open();
    const stop = new AbortController();
    const rows = `${CSV}${'2020-01-02T09:00:00Z,paid,ann,1\n'.repeat(200_000)}`;
    const reading = logs.open(new Blob([rows]), { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(reading).rejects.toThrow(/abort/i);
    expect(await logs.open(new Blob([CSV]))).toMatchObject({ rows: 4 });
  });
});
