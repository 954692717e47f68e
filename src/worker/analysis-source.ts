import type { Analysis, AnalysisSource } from '../board/analysis.ts';
import type { Board } from '../board/board.ts';
import type { JsonObject } from '../lib/json.ts';
import type { WorkerClient } from './worker-client.ts';

/** While somebody types, the worker is asked when they pause for so long. */
const PAUSE_MS = 120;

/** The analysis of a board's document, computed by a worker: the latest document counts, older ones are passed over. */
export function createAnalysisSource(
  board: Pick<Board, 'state' | 'listen'>,
  client: Pick<WorkerClient, 'request'>,
): AnalysisSource & { readonly close: () => void } {
  return new WorkerAnalysis(board, client);
}

class WorkerAnalysis implements AnalysisSource {
  readonly #board: Pick<Board, 'state' | 'listen'>;
  readonly #client: Pick<WorkerClient, 'request'>;
  readonly #listeners = new Set<() => void>();
  readonly #forget: () => void;
  #state: Analysis | null = null;
  #asked: JsonObject | undefined;
  #isRunning = false;
  #isClosed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(board: Pick<Board, 'state' | 'listen'>, client: Pick<WorkerClient, 'request'>) {
    this.#board = board;
    this.#client = client;
    this.#forget = board.listen(() => this.#wait());
    void this.#ask();
  }

  readonly state = (): Analysis | null => this.#state;

  readonly listen = (listener: () => void): (() => void) => {
    const entry = () => listener();
    this.#listeners.add(entry);
    return () => this.#listeners.delete(entry);
  };

  readonly close = (): void => {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#forget();
    this.#listeners.clear();
  };

  #wait(): void {
    if (this.#board.state().document === this.#asked) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), PAUSE_MS);
  }

  async #ask(): Promise<void> {
    if (this.#isRunning || this.#isClosed) return;
    const { document } = this.#board.state();
    if (document === this.#asked) return;
    this.#asked = document;
    this.#isRunning = true;
    // A worker that died says nothing about this document; the next edit asks a new one.
    const analysis = await this.#client.request('analyse', document).catch(() => undefined);
    this.#isRunning = false;
    if (this.#isClosed) return;
    if (analysis) this.#tell({ ...analysis, document });
    if (this.#board.state().document !== document) this.#wait();
  }

  #tell(state: Analysis): void {
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
  }
}
