import { compileModel } from '../../decision/compile.ts';
import type { CompiledModel } from '../../decision/compiled-model.ts';
import type { Model } from '../../model/schema.ts';
import { answerQuestion } from './answer-question.ts';
import { LruMap } from './lru-map.ts';
import type { FromLabWorker, LabRequest, ToLabWorker } from './protocol.ts';

/** How long it works before it looks for messages. */
const SLICE_MS = 12;
const BETWEEN_PROGRESS_MS = 80;
const KEPT_MODELS = 8;

/** What the server needs of the world outside. */
export interface ServerGround {
  readonly post: (message: FromLabWorker) => void;
  readonly now: () => number;
  /** Resolves when messages that have arrived meanwhile were received. */
  readonly pause: () => Promise<void>;
}

/** Answers questions one after the other, in small slices, so that it hears when one is not wanted any more. */
export class LabServer {
  readonly #ground: ServerGround;
  readonly #waiting: LabRequest[] = [];
  readonly #models = new LruMap<string, CompiledModel>(KEPT_MODELS);
  /** Null when what is being worked on is not wanted any more. */
  #running: LabRequest | null = null;
  #isWorking = false;

  constructor(ground: ServerGround) {
    this.#ground = ground;
  }

  receive(message: ToLabWorker): void {
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
    let lastPause = this.#ground.now();
    for (let request = this.#waiting.shift(); request; request = this.#waiting.shift()) {
      this.#running = request;
      lastPause = await this.#answer(request, lastPause);
    }
    this.#running = null;
    this.#isWorking = false;
  }

  /** Answers one question. Takes and returns when it last paused. */
  async #answer(request: LabRequest, lastPause: number): Promise<number> {
    const { now, pause, post } = this.#ground;
    const { id } = request;
    let paused = lastPause;
    let told = now();
    try {
      const steps = answerQuestion(this.#compile(request.model), request);
      for (let step = steps.next(); ; step = steps.next()) {
        if (now() - paused >= SLICE_MS) {
          await pause();
          paused = now();
          if (this.#running !== request) return paused;
        }
        if (step.done) {
          post({ id, result: step.value });
          return paused;
        }
        if (now() - told < BETWEEN_PROGRESS_MS && !hasResult(step.value)) continue;
        post({ id, progress: step.value });
        told = now();
      }
    } catch (error) {
      post({ id, error: error instanceof Error ? error.message : String(error) });
      return paused;
    }
  }

  #compile(text: string): CompiledModel {
    const known = this.#models.get(text);
    if (known) return known;
    const compiled = compileModel(JSON.parse(text) as Model);
    this.#models.set(text, compiled);
    return compiled;
  }
}

/** A part of the answer comes once; how far the work is, again and again. */
function hasResult(progress: unknown): boolean {
  return typeof progress === 'object' && progress !== null && 'result' in progress;
}
