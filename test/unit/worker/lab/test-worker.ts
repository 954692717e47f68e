import { LabServer } from '../../../../src/worker/lab/lab-server.ts';
import type { ToLabWorker } from '../../../../src/worker/lab/protocol.ts';
import type { FromWorker, LanePort } from '../../../../src/worker/lane-protocol.ts';

/** What a test worker does instead of its work. */
export type Fault = 'dies' | 'dies silently' | 'hangs' | 'garbles';

/** A worker of the lab in this thread: it works as the real one does, unless it has a fault. */
class TestWorker implements LanePort<ToLabWorker> {
  onmessage: LanePort<ToLabWorker>['onmessage'] = null;
  onerror: LanePort<ToLabWorker>['onerror'] = null;
  onmessageerror: LanePort<ToLabWorker>['onmessageerror'] = null;
  isTerminated = false;
  /** What it was asked, by name of the question. */
  readonly asked: string[] = [];
  readonly #fault: Fault | undefined;
  readonly #server: LabServer;

  constructor(fault?: Fault) {
    this.#fault = fault;
    let time = 0;
    this.#server = new LabServer({
      post: (message) => this.#answer(message),
      // Every look at the clock is a slice of its own, so that each step can be interrupted.
      now: () => (time += 50),
      pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
    });
  }

  readonly postMessage = (message: ToLabWorker): void => {
    const copy = structuredClone(message);
    if ('ask' in copy) this.asked.push(copy.ask.name);
    queueMicrotask(() => {
      if (this.isTerminated) return;
      if (this.#fault === 'dies') this.onerror?.({ message: 'out of memory' });
      else if (this.#fault === 'garbles') this.onmessageerror?.();
      else if (this.#fault === undefined) this.#server.receive(copy);
    });
  };

  readonly terminate = (): void => {
    this.isTerminated = true;
  };

  #answer(message: FromWorker): void {
    if (!this.isTerminated) this.onmessage?.({ data: structuredClone(message) });
  }
}

/** Makes workers one after the other, the first ones with faults. */
export function startWorkers(...faults: readonly (Fault | undefined)[]) {
  const workers: TestWorker[] = [];
  const start = () => {
    const worker = new TestWorker(faults[workers.length]);
    workers.push(worker);
    return worker;
  };
  return { workers, start };
}
