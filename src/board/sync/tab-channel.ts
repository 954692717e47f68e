import * as Y from 'yjs';

interface Message {
  /** What changed. */
  readonly update?: Uint8Array;
  /** What the sender has, asking for what it has not. */
  readonly vector?: Uint8Array;
  /** Whether the sender has not been asked in return. */
  readonly isFirst?: boolean;
}

/** Tells other tabs that have the same board open of each change, and hears of theirs. */
export class TabChannel {
  readonly #shared: Y.Doc;
  readonly #channel: BroadcastChannel | undefined;

  constructor(name: string, shared: Y.Doc) {
    this.#shared = shared;
    if (globalThis.BroadcastChannel === undefined) return;
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = ({ data }: MessageEvent<Message>) => this.#hear(data);
    shared.on('update', this.#tell);
    this.#ask(true);
  }

  close(): void {
    this.#shared.off('update', this.#tell);
    this.#channel?.close();
  }

  readonly #tell = (update: Uint8Array, origin: unknown): void => {
    if (origin !== this) this.#post({ update });
  };

  #ask(isFirst: boolean): void {
    this.#post({ vector: Y.encodeStateVector(this.#shared), isFirst });
  }

  #hear({ update, vector, isFirst }: Message): void {
    if (update) Y.applyUpdate(this.#shared, update, this);
    if (vector) this.#post({ update: Y.encodeStateAsUpdate(this.#shared, vector) });
    if (vector && isFirst) this.#ask(false);
  }

  #post(message: Message): void {
    this.#channel?.postMessage(message);
  }
}
