import type { PastEvent } from '../../history/past-event.ts';
import { BETWEEN_PROGRESS_MS, QuestionQueue, type ServerGround, SLICE_MS } from '../question-queue.ts';
import { answerHistory } from './answer-history.ts';
import type { HistoryRequest, ToHistoryWorker } from './questions.ts';

/** Answers questions about logs one after the other, in small slices, and holds the logs it has read. */
export class HistoryServer {
  readonly #ground: ServerGround;
  readonly #logs = new Map<string, readonly PastEvent[]>();
  readonly #queue: QuestionQueue<HistoryRequest>;

  constructor(ground: ServerGround) {
    this.#ground = ground;
    this.#queue = new QuestionQueue(ground.post, (request) => this.#answer(request));
  }

  receive(message: ToHistoryWorker): void {
    this.#queue.receive(message);
  }

  async #answer(request: HistoryRequest): Promise<void> {
    const { id } = request;
    try {
      const result = await answerHistory(request, { logs: this.#logs, breathe: this.#breatheFor(request) });
      if (this.#queue.isWanted(request)) this.#ground.post({ id, result });
    } catch (error) {
      if (!this.#queue.isWanted(request)) return;
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
      if (!this.#queue.isWanted(request)) throw new Error('This is not wanted any more');
      if (paused - told < BETWEEN_PROGRESS_MS) return;
      post({ id: request.id, progress });
      told = paused;
    };
  }
}
