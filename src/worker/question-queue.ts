import type { FromWorker } from './lane-protocol.ts';

/** How long a worker works before it looks for messages, and how often it tells how far it is, in milliseconds. */
export const SLICE_MS = 12;
export const BETWEEN_PROGRESS_MS = 80;

/** What a worker needs of the world outside. */
export interface ServerGround {
  readonly post: (message: FromWorker) => void;
  readonly now: () => number;
  /** Resolves when messages that have arrived meanwhile were received. */
  readonly pause: () => Promise<void>;
}

/** Questions that are worked on one after the other; one that is not wanted any more is let go of. */
export class QuestionQueue<Request extends { readonly id: number }> {
  readonly #post: ServerGround['post'];
  readonly #answer: (request: Request) => Promise<void>;
  readonly #waiting: Request[] = [];
  /** Null when what is being worked on is not wanted any more. */
  #running: Request | null = null;
  #isWorking = false;

  constructor(post: ServerGround['post'], answer: (request: Request) => Promise<void>) {
    this.#post = post;
    this.#answer = answer;
  }

  receive(message: { readonly ask: Request } | { readonly cancel: number }): void {
    if ('cancel' in message) {
      this.#cancel(message.cancel);
      return;
    }
    this.#waiting.push(message.ask);
    if (!this.#isWorking) void this.#work();
  }

  isWanted(request: Request): boolean {
    return this.#running === request;
  }

  #cancel(id: number): void {
    const place = this.#waiting.findIndex((request) => request.id === id);
    if (place >= 0) this.#waiting.splice(place, 1);
    else if (this.#running?.id === id) this.#running = null;
    else return;
    this.#post({ id, cancelled: true });
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
}
