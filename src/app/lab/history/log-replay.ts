import type { Board } from '../../../board/board.ts';
import { compileModel } from '../../../decision/compile.ts';
import type { EventStore } from '../../../event-store/port.ts';
import { Replay } from '../../../history/replay/replay.ts';
import type { LogReplay, ReplayState } from '../../../lab/history/log-replay.ts';
import type { Model } from '../../../model/schema.ts';
import { sayError } from '../../../ui/say-error.ts';
import type { OpenBoard } from '../../open-board.ts';
import type { HeldLog } from '../held-log.ts';
import { openLiveLab } from '../live-lab.ts';
import { readUpcast } from './read-upcast.ts';

/** Typing goes on for a while. */
const SETTLE_MS = 500;
/** So long the page is kept waiting in one go. */
const SLICE_MS = 8;
/** A longer log is replayed when a person asks: it takes seconds. */
const MOST_UNASKED = 20_000;

const replays = new WeakMap<Board, LogReplay>();

/** The replay of a board's log: made with the first use, and ended with the board. */
export function openLogReplay(open: OpenBoard): LogReplay {
  const known = replays.get(open.board);
  if (known) return known;
  const made = new BoardReplay(open.board, openLiveLab(open).held);
  open.whenClosed(() => made.close());
  replays.set(open.board, made);
  return made;
}

class BoardReplay implements LogReplay {
  readonly #board: Board;
  readonly #held: HeldLog;
  readonly #listeners = new Set<() => void>();
  readonly #forget: readonly (() => void)[];
  #state: ReplayState = {
    report: null,
    isStale: true,
    running: null,
    events: null,
    waitsToBeAsked: false,
    trouble: null,
  };
  #seen: Seen | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Ends the replay that goes on. */
  #abort = new AbortController();

  constructor(board: Board, held: HeldLog) {
    this.#board = board;
    this.#held = held;
    this.#forget = [board.listen(() => this.#look()), held.listen(() => this.#look())];
    this.#look();
  }

  readonly state = (): ReplayState => this.#state;

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly run = (): void => {
    clearTimeout(this.#timer);
    this.#abort.abort();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.#replay(signal).catch((error: unknown) => {
      if (!signal.aborted) this.#tell({ running: null, trouble: sayError(error) });
    });
  };

  readonly stop = (): void => {
    this.#abort.abort();
    this.#tell({ running: null, waitsToBeAsked: true });
  };

  close(): void {
    clearTimeout(this.#timer);
    this.#abort.abort();
    for (const forget of this.#forget) forget();
  }

  /** Replays anew a moment after what matters has changed. */
  #look(): void {
    const { model } = this.#board.state().parsed;
    const status = this.#held.status();
    if (status === null) return;
    const seen = { model, events: status.events, edition: status.edition };
    if (this.#seen !== null && isSame(this.#seen, seen)) return;
    this.#seen = seen;
    const waitsToBeAsked = status.events > MOST_UNASKED;
    this.#tell({ isStale: true, events: status.events, waitsToBeAsked });
    clearTimeout(this.#timer);
    if (!waitsToBeAsked) this.#timer = setTimeout(this.run, SETTLE_MS);
  }

  async #replay(signal: AbortSignal): Promise<void> {
    const { model } = this.#board.state().parsed;
    if (model === null) {
      this.#tell({
        trouble: 'The document is no usable model: see the findings of the board.',
        running: null,
      });
      return;
    }
    const store = await this.#held.use();
    const total = this.#held.status()?.events ?? 0;
    const report = await replaySliced(store, model, signal, (done) =>
      this.#tell({ running: { done, total } }),
    );
    if (report !== null) {
      this.#tell({ report, running: null, trouble: null, isStale: false, waitsToBeAsked: false });
    }
  }

  #tell(change: Partial<ReplayState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) listener();
  }
}

interface Seen {
  readonly model: Model | null;
  readonly events: number;
  readonly edition: number;
}

/** Versions of a document share what did not change, so that a moved note is no change of the model. */
function isSame(before: Seen, now: Seen): boolean {
  if (before.events !== now.events || before.edition !== now.edition) return false;
  if (before.model === now.model) return true;
  if (before.model === null || now.model === null) return false;
  const parts = ['events', 'constraints', 'readModels', 'aggregates', 'migrations'] as const;
  return parts.every((part) => before.model?.[part] === now.model?.[part]);
}

/** Replays a store without keeping the page waiting; null when it was given up. */
async function replaySliced(
  store: EventStore,
  model: Model,
  signal: AbortSignal,
  onProgress: (done: number) => void,
) {
  const compiled = compileModel(model);
  const replay = new Replay(compiled);
  let until = performance.now() + SLICE_MS;
  let done = 0;
  for await (const event of readUpcast(store, compiled)) {
    if (signal.aborted) return null;
    replay.take(event);
    done++;
    if (performance.now() < until) continue;
    onProgress(done);
    await new Promise((resume) => setTimeout(resume));
    until = performance.now() + SLICE_MS;
  }
  return signal.aborted ? null : replay.report();
}
