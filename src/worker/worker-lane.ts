import type { Watch } from '../lab/engine.ts';
import type { FromWorker, LanePort } from './lane-protocol.ts';

/** A worker that has not let go of a question by then is ended: it is in the middle of something long. */
const GRACE_MS = 250;
/** A worker that works says so often; one that is silent for so long has died without a word. */
const SILENCE_MS = 60_000;

type PartOf<Q, N extends keyof Q, P extends string> = Q[N] extends { readonly [K in P]: infer V } ? V : never;

interface Job {
  readonly request: { readonly id: number };
  readonly resolve: (result: never) => void;
  readonly reject: (reason: unknown) => void;
  readonly onProgress: ((progress: never) => void) | undefined;
  /** Nobody waits for it any more. */
  isCancelled: boolean;
}

/**
 * One worker and the questions it was asked, which it answers in their order. It is started when there is
 * something to ask, and ended when there has been nothing for a while. A worker that dies rejects the question it was
 * at, and what else it was asked goes to a new one.
 */
export class WorkerLane<Q, M> {
  readonly #start: () => LanePort<M>;
  readonly #idleMs: number;
  readonly #jobs: Job[] = [];
  #worker: LanePort<M> | undefined;
  #ids = 0;
  #isClosed = false;
  #grace: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(start: () => LanePort<M>, idleMs: number) {
    this.#start = start;
    this.#idleMs = idleMs;
  }

  /** How many questions it has not answered. */
  get load(): number {
    return this.#jobs.length;
  }

  /** Asks about a model, given as JSON text; empty where the question is about none. Rejects with the signal's reason when it is given up. */
  ask<N extends keyof Q>(
    name: N,
    model: string,
    argument: PartOf<Q, N, 'argument'>,
    { signal, onProgress }: Watch<PartOf<Q, N, 'progress'>> = {},
  ): Promise<PartOf<Q, N, 'result'>> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) throw new Error('The engine was closed');
      signal?.throwIfAborted();
      const request = { id: this.#ids++, model, name, argument };
      const job: Job = { request, resolve, reject, onProgress, isCancelled: false };
      signal?.addEventListener('abort', () => this.#giveUp(job, signal.reason), { once: true });
      clearTimeout(this.#idle);
      this.#jobs.push(job);
      this.#post(job);
    });
  }

  /** Ends the worker; what is not answered is rejected. */
  close(): void {
    this.#isClosed = true;
    this.#stop();
    for (const job of this.#jobs.splice(0)) job.reject(new Error('The engine was closed'));
  }

  #post(job: Job): void {
    try {
      this.#worker ??= this.#open();
      this.#worker.postMessage({ ask: job.request } as M);
    } catch (error) {
      this.#drop(job);
      job.reject(error);
    }
  }

  #open(): LanePort<M> {
    const worker = this.#start();
    worker.onmessage = ({ data }) => this.#hear(data);
    worker.onerror = ({ message }) => this.#lose(message ? `The engine stopped: ${message}` : DIED);
    worker.onmessageerror = () => this.#lose('An answer of the engine could not be read');
    this.#listenForSilence();
    return worker;
  }

  #hear(message: FromWorker): void {
    this.#listenForSilence();
    const job = this.#jobs.find(({ request }) => request.id === message.id);
    if (job === undefined) return;
    if ('progress' in message) {
      if (!job.isCancelled) job.onProgress?.(message.progress as never);
      return;
    }
    this.#drop(job);
    if ('result' in message) job.resolve(message.result as never);
    else if ('error' in message) job.reject(new Error(message.error));
  }

  #giveUp(job: Job, reason: unknown): void {
    if (!this.#jobs.includes(job)) return;
    job.isCancelled = true;
    job.reject(reason);
    this.#worker?.postMessage({ cancel: job.request.id } as M);
    this.#waitForGrace();
  }

  /** While the question the worker is at is one that nobody waits for, it has only so long to let go of it. */
  #waitForGrace(): void {
    const [running] = this.#jobs;
    if (!running?.isCancelled) return;
    clearTimeout(this.#grace);
    this.#grace = setTimeout(() => this.#restart(), GRACE_MS);
  }

  #drop(job: Job): void {
    const place = this.#jobs.indexOf(job);
    if (place >= 0) this.#jobs.splice(place, 1);
    if (place === 0) clearTimeout(this.#grace);
    this.#waitForGrace();
    if (this.#jobs.length > 0) return;
    clearTimeout(this.#silence);
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#stop(), this.#idleMs);
  }

  #listenForSilence(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#lose(DIED), SILENCE_MS);
  }

  /** Gives up on the worker and on the question it was at. */
  #lose(reason: string): void {
    const [running] = this.#jobs;
    if (running) this.#jobs.shift();
    running?.reject(new Error(reason));
    this.#restart();
  }

  /** Ends the worker, and asks a new one what is still wanted. */
  #restart(): void {
    this.#stop();
    for (const job of this.#jobs.splice(0)) {
      if (job.isCancelled) continue;
      this.#jobs.push(job);
      this.#post(job);
    }
  }

  #stop(): void {
    for (const timer of [this.#grace, this.#silence, this.#idle]) clearTimeout(timer);
    this.#worker?.terminate();
    this.#worker = undefined;
  }
}

const DIED = 'The engine stopped without saying why';
