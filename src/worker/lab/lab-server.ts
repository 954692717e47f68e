import { compileModel } from '../../decision/compile.ts';
import type { CompiledModel } from '../../decision/compiled-model.ts';
import type { Model } from '../../model/schema.ts';
import { BETWEEN_PROGRESS_MS, QuestionQueue, type ServerGround, SLICE_MS } from '../question-queue.ts';
import { answerQuestion } from './answer-question.ts';
import { LruMap } from './lru-map.ts';
import type { LabRequest, ToLabWorker } from './protocol.ts';

const KEPT_MODELS = 8;

/** Answers questions one after the other, in small slices, so that it hears when one is not wanted any more. */
export class LabServer {
  readonly #ground: ServerGround;
  readonly #models = new LruMap<string, CompiledModel>(KEPT_MODELS);
  readonly #queue: QuestionQueue<LabRequest>;
  #lastPause: number;

  constructor(ground: ServerGround) {
    this.#ground = ground;
    this.#lastPause = ground.now();
    this.#queue = new QuestionQueue(ground.post, async (request) => {
      this.#lastPause = await this.#answer(request, this.#lastPause);
    });
  }

  receive(message: ToLabWorker): void {
    this.#queue.receive(message);
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
          if (!this.#queue.isWanted(request)) return paused;
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
