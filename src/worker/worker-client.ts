import type { Answer, Request, RequestName, Requests, WorkerPort } from './protocol.ts';

interface Pending {
  readonly request: Request;
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Asks a worker one thing at a time. A worker that dies rejects what it was working on, and the next request goes to a
 * new one.
 */
export class WorkerClient {
  readonly #start: () => WorkerPort;
  #worker: WorkerPort | undefined;
  readonly #waiting: Pending[] = [];
  #running: Pending | undefined;
  #ids = 0;
  #isClosed = false;

  /** `start` makes a worker; it is called when there is something to ask. */
  constructor(start: () => WorkerPort) {
    this.#start = start;
  }

  request<N extends RequestName>(name: N, argument: Requests[N]['argument']): Promise<Requests[N]['result']> {
    return new Promise((resolve, reject) => {
      const request = { id: this.#ids++, name, argument } as Request;
      this.#waiting.push({ request, resolve, reject });
      this.#runNext();
    });
  }

  /** Ends the worker; what is not answered is rejected. */
  close(): void {
    this.#isClosed = true;
    this.#lose('The worker was closed');
  }

  #runNext(): void {
    if (this.#running !== undefined) return;
    const next = this.#waiting.shift();
    if (next === undefined) return;
    if (this.#isClosed) {
      next.reject(new Error('The worker was closed'));
      this.#runNext();
      return;
    }
    this.#running = next;
    try {
      this.#worker ??= this.#open();
      this.#worker.postMessage(next.request);
    } catch (error) {
      this.#lose(error instanceof Error ? error.message : String(error));
    }
  }

  #open(): WorkerPort {
    const worker = this.#start();
    worker.onmessage = ({ data }) => this.#settle(data);
    worker.onerror = ({ message }) => this.#lose(message || 'The worker stopped');
    worker.onmessageerror = () => this.#lose('An answer of the worker could not be read');
    return worker;
  }

  #settle(answer: Answer): void {
    const running = this.#running;
    if (running?.request.id !== answer.id) return;
    this.#running = undefined;
    if ('error' in answer) running.reject(new Error(answer.error));
    else running.resolve(answer.result as never);
    this.#runNext();
  }

  /** Gives up on the worker and on what it was working on; what waits goes to a new one. */
  #lose(reason: string): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    const running = this.#running;
    this.#running = undefined;
    running?.reject(new Error(reason));
    this.#runNext();
  }
}

/** The client of this program's worker. */
export function createWorkerClient(): WorkerClient {
  return new WorkerClient(
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }) as WorkerPort,
  );
}
