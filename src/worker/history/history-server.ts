import type { PastEvent } from '../../history/past-event.ts';
import type { ServerGround } from '../lab/lab-server.ts';
import { answerHistory } from './answer-history.ts';
import type { HistoryRequest, ToHistoryWorker } from './questions.ts';

/** How long it works before it looks for messages. */
const SLICE_MS = 12;
const BETWEEN_PROGRESS_MS = 80;

/** Answers questions about logs one after the other, in small slices, and holds the logs it has read. */
export class HistoryServer {
  readonly #ground: ServerGround;
  readonly #logs = new Map<string, readonly PastEvent[]>();
  readonly #waiting: HistoryRequest[] = [];
  /** Null when what is being worked on is not wanted any more. */
  #running: HistoryRequest | null = null;
  #isWorking = false;

  constructor(ground: ServerGround) {
    this.#ground = ground;
  }

  receive(message: ToHistoryWorker): void {
    if ('cancel' in message) {
      this.#cancel(message.cancel);
      return;
    }
    this.#waiting.push(message.ask);
    if (!this.#isWorking) void this.#work();
  }

  #cancel(id: number): void {
    const place = this.#waiting.findIndex((request) => request.id === id);
    if (place >= 0) this.#waiting.splice(place, 1);
    else if (this.#running?.id === id) this.#running = null;
    else return;
    this.#ground.post({ id, cancelled: true });
  }

  async #work(): Promise<void> {
    this.#isWorking = true;
    for (let request = this.#waiting.shift(); request; request = this.#waiting.shift()) {
      this.#running = request;
      await this.#answer(request);
    }
    this.#running = null;
    this.#isWorking = false;
  }

  async #answer(request: HistoryRequest): Promise<void> {
    const { id } = request;
    try {
      const result = await answerHistory(request, { logs: this.#logs, breathe: this.#breatheFor(request) });
      if (this.#running === request) this.#ground.post({ id, result });
    } catch (error) {
      if (this.#running !== request) return;
      this.#ground.post({ id, error: error instanceof Error ? error.message : String(error) });
    }
  }

  #breatheFor(request: HistoryRequest): (progress: unknown) => Promise<void> {
    const { now, pause, post } = this.#ground;
    let paused = now();
    let told = now();
    return async (progress) => {
      if (now() - paused < SLICE_MS) return;
      await pause();
      paused = now();
      if (this.#running !== request) throw new Error('This is not wanted any more');
      if (paused - told < BETWEEN_PROGRESS_MS) return;
      post({ id: request.id, progress });
      told = paused;
    };
  }
}
