import type { FirstModel } from '../history/first-model/make-first-model.ts';
import type { LogMapping } from '../history/import/log-mapping.ts';
import type { Watch } from '../lab/engine.ts';
import type {
  LogSummary,
  MeasureQuestion,
  PastLogs,
  ReadProgress,
  ShareProgress,
} from '../lab/history/past-log.ts';
import {
  type HistoryQuestionName,
  type HistoryQuestions,
  NOT_HELD,
  type ToHistoryWorker,
} from './history/questions.ts';
import type { LanePort } from './lane-protocol.ts';
import { WorkerLane } from './worker-lane.ts';

/** A log takes room for as long as somebody may come back to it. */
const IDLE_MS = 15 * 60_000;

type HistoryPort = LanePort<ToHistoryWorker>;
type WithoutLog<N extends HistoryQuestionName> = Omit<HistoryQuestions[N]['argument'], 'log'>;

/** Logs of the past in a worker of their own. */
export function createPastLogs(
  start: () => HistoryPort = startWorker,
): PastLogs & { readonly close: () => void } {
  return new WorkerLogs(start);
}

function startWorker(): HistoryPort {
  return new Worker(new URL('./history-worker.ts', import.meta.url), { type: 'module' }) as HistoryPort;
}

class WorkerLogs implements PastLogs {
  readonly #lane: WorkerLane<HistoryQuestions, ToHistoryWorker>;
  /** How each log was read, for when the worker is gone and it has to be read again. */
  readonly #sources = new Map<string, { readonly file: Blob; readonly mapping: LogMapping }>();

  constructor(start: () => HistoryPort) {
    this.#lane = new WorkerLane(start, IDLE_MS);
  }

  open(file: Blob, watch: Watch<ReadProgress> = {}) {
    return this.#lane.ask('open', '', { file }, watch);
  }

  async apply(
    log: string,
    file: Blob,
    mapping: LogMapping,
    watch: Watch<ReadProgress> = {},
  ): Promise<LogSummary> {
    const summary = await this.#lane.ask('apply', '', { log, file, mapping }, watch);
    this.#sources.set(log, { file, mapping });
    return summary;
  }

  readEvents(
    log: string,
    stretch: { readonly from: number; readonly count: number },
    watch: Watch<never> = {},
  ) {
    return this.#askAbout('readEvents', log, stretch, watch);
  }

  measure(log: string, question: MeasureQuestion, watch: Watch<ShareProgress> = {}) {
    return this.#askAbout('measure', log, { question }, watch);
  }

  findInsights(log: string, watch: Watch<ShareProgress> = {}) {
    return this.#askAbout('findInsights', log, {}, watch);
  }

  async makeModel(log: string, name: string): Promise<FirstModel> {
    const source = this.#sources.get(log);
    if (!source) throw new Error('The log has to be read before a model can be made from it');
    return this.#askAbout('makeModel', log, { name, mapping: source.mapping }, {});
  }

  forget(log: string): void {
    this.#sources.delete(log);
    void this.#lane.ask('forget', '', { log }).catch(() => {});
  }

  close(): void {
    this.#lane.close();
  }

  /** Asks about a log that was applied; has it read again where the worker does not hold it any more. */
  async #askAbout<N extends HistoryQuestionName>(
    name: N,
    log: string,
    rest: WithoutLog<N>,
    watch: Watch<HistoryQuestions[N]['progress']>,
  ): Promise<HistoryQuestions[N]['result']> {
    type Result = HistoryQuestions[N]['result'];
    // That an argument, its progress and its result go with a name is lost where the name is one of many.
    const ask = () => this.#lane.ask(name, '', { ...rest, log } as never, watch as never) as Promise<Result>;
    try {
      return await ask();
    } catch (error) {
      const source = this.#sources.get(log);
      if (!source || !(error instanceof Error) || error.message !== NOT_HELD) throw error;
      const { signal } = watch;
      await this.apply(log, source.file, source.mapping, signal ? { signal } : {});
      return ask();
    }
  }
}
