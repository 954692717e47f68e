import { expect, it } from 'vitest';
import { answer } from '../../../src/worker/answer.ts';
import type { Request, WorkerPort } from '../../../src/worker/protocol.ts';
import { WorkerClient } from '../../../src/worker/worker-client.ts';

const DOCUMENT = { ambit: '1.0', name: 'Board', events: { Opened: {} } };

/** A worker in this thread, which answers as the real one does unless it is told to die. */
class TestWorker implements WorkerPort {
  onmessage: WorkerPort['onmessage'] = null;
  onerror: WorkerPort['onerror'] = null;
  onmessageerror: WorkerPort['onmessageerror'] = null;
  isTerminated = false;
  readonly #dies: boolean;

  constructor(dies: boolean) {
    this.#dies = dies;
  }

  readonly postMessage = (request: Request): void => {
    const copy = structuredClone(request);
    queueMicrotask(() => {
      if (this.#dies) this.onerror?.({ message: 'out of memory' });
      else this.onmessage?.({ data: structuredClone(answer(copy)) });
    });
  };

  readonly terminate = (): void => {
    this.isTerminated = true;
  };
}

function start(...deaths: readonly boolean[]): { client: WorkerClient; workers: TestWorker[] } {
  const workers: TestWorker[] = [];
  const client = new WorkerClient(() => {
    const worker = new TestWorker(deaths[workers.length] ?? false);
    workers.push(worker);
    return worker;
  });
  return { client, workers };
}

it('answers requests, each with its own result', async () => {
  const { client, workers } = start();
  const [analysis, places] = await Promise.all([
    client.request('analyse', DOCUMENT),
    client.request('layOutTimeline', { document: DOCUMENT, fixed: new Map() }),
  ]);
  expect(analysis.examples).toEqual([]);
  expect([...places.keys()]).toEqual(['event:Opened']);
  expect(workers.length).toBe(1);
});

it('rejects what a dying worker was asked, and asks a new one for the rest', async () => {
  const { client, workers } = start(true);
  const first = client.request('analyse', DOCUMENT);
  const second = client.request('analyse', DOCUMENT);
  await expect(first).rejects.toThrow('out of memory');
  await expect(second).resolves.toMatchObject({ examples: [] });
  expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
});

it('passes on what went wrong', async () => {
  const { client } = start();
  await expect(client.request('analyse', null as never)).rejects.toThrow();
  await expect(client.request('analyse', DOCUMENT)).resolves.toMatchObject({ examples: [] });
});

it('rejects everything that is left when it is closed', async () => {
  const { client, workers } = start();
  const pending = [client.request('analyse', DOCUMENT), client.request('analyse', DOCUMENT)];
  client.close();
  const settled = await Promise.allSettled([...pending, client.request('analyse', DOCUMENT)]);
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(workers[0]?.isTerminated).toBe(true);
});

it('rejects when no worker can be made', async () => {
  const client = new WorkerClient(() => {
    throw new Error('no workers here');
  });
  await expect(client.request('analyse', DOCUMENT)).rejects.toThrow('no workers here');
});
