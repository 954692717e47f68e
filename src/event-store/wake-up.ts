/** How often a log is looked at when nobody says that it grew: where tabs cannot tell each other, and where they can. */
const POLL_MS = { deaf: 500, safe: 5000 };
/** Of many appends in a row only so many a second are told: each telling costs about a tenth of an append. */
const QUIET_MS = 20;

/**
 * Tells the other tabs that a store's log grew. A tab may die between writing and telling, and some browsers have no
 * BroadcastChannel: whoever follows the log also looks at it from time to time.
 */
export class WakeUp {
  readonly #channel: BroadcastChannel | undefined;
  readonly #wake: () => void;
  #poll: ReturnType<typeof setInterval> | undefined;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #more = false;

  constructor(name: string, wake: () => void) {
    this.#wake = wake;
    if (globalThis.BroadcastChannel === undefined) return;
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = wake;
  }

  /** Says to the others that something was appended: at once, or with what else is appended in the next moment. */
  tell(): void {
    if (!this.#channel) return;
    this.#more = this.#quiet !== undefined;
    if (this.#more) return;
    this.#channel.postMessage('appended');
    this.#quiet = setTimeout(() => {
      this.#quiet = undefined;
      if (this.#more) this.tell();
    }, QUIET_MS);
  }

  /** Looks from time to time, from now on. */
  watch(): void {
    this.#poll ??= setInterval(this.#wake, this.#channel ? POLL_MS.safe : POLL_MS.deaf);
  }

  close(): void {
    clearInterval(this.#poll);
    clearTimeout(this.#quiet);
    if (this.#more) this.#channel?.postMessage('appended');
    this.#channel?.close();
  }
}
